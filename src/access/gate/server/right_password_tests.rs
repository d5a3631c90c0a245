//! A password that was right is not any more when another was set before it is acted on, because it was stolen.

use super::{Reply, RightPassword, Visitor, testing};
use crate::sessions;
use crate::sessions::fixtures::{PASSWORD, acts, anna, count, give_password, holder, is_alive, post};
use kernel::{AppError, Ts, UserId, paths};
use platform::{Cx, on_both};

const ANNA: &str = "anna@mueller.example";

on_both!(a_sign_in_does_not_go_on_with_a_password_that_was_replaced_meanwhile, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let form = [("email", ANNA), ("password", PASSWORD)];
    let [before, after] = testing::with_a_new_password_before_its_last_write(&cx, user, async |cx: Cx| {
        post(&cx, Visitor::nobody(), paths::SIGN_IN, &form).await
    })
    .await;
    assert!(matches!(before, Ok(Reply::With { to, .. }) if to == paths::SIGN_IN_CODE));
    let Ok(Reply::Again { outcome, error, .. }) = after else { panic!("the old one opened a sign-in") };
    assert_eq!(error.status(), 422);
    let wrong = "That e-mail or password is incorrect. You can reset your password below.";
    assert_eq!(outcome.problem.as_deref(), Some(wrong), "as for any wrong one");
    assert_eq!(count(&cx, "session").await, 1, "that of before");
    assert_eq!(acts(&cx, "sign_in_failed").await, 1, "and Anna sees it");
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to(ANNA).len(), 1, "no second code");
});

on_both!(a_password_that_was_replaced_meanwhile_proves_nothing, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let [before, after] = testing::with_a_new_password_before_its_last_write(&cx, user, async |cx: Cx| {
        let token = testing::session(&cx, user).await;
        let who = holder(&cx, &token).await.signed_in().unwrap().clone();
        (crate::step_up::give(&cx, &who, "proof", PASSWORD).await, token)
    })
    .await;
    assert!(before.0.is_ok());
    assert!(after.0.err().and_then(|error| error.on("proof")).is_some(), "as a wrong one");
    assert!(is_alive(&cx, &after.1).await, "nothing was done");
    assert_eq!(acts(&cx, "proof_given").await, 1);
});

on_both!(nor_is_it_changed_by_somebody_who_knows_the_old_one, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let [_, after] = testing::with_a_new_password_before_its_last_write(&cx, user, async |cx: Cx| {
        give_password(&cx, user, PASSWORD).await;
        let visitor = holder(&cx, &testing::session(&cx, user).await).await;
        let form = [("current", PASSWORD), ("password", "Neun Kraniche im Nebel")];
        let reply = post(&cx, visitor, paths::MY_PASSWORD, &form).await;
        t.clock.advance(Ts::MINUTE);
        reply
    })
    .await;
    let Ok(Reply::Again { outcome, .. }) = after else { panic!("the thief set the next one") };
    assert!(outcome.on("change_password", "current").is_some());
    assert_eq!(acts(&cx, "password_changed").await, 1);
});

on_both!(a_hash_that_is_renewed_for_its_key_is_of_the_same_password, |t| {
    let user: UserId = anna(&t).await;
    let t = t.with_rotated_keys().await;
    let cx = t.cx();
    let wrong = AppError::Invalid(Vec::new());
    // Twice at once, as by a double click.
    let (one, two) = tokio::join!(
        RightPassword::compare(&cx, Some(user), PASSWORD, wrong.clone()),
        RightPassword::compare(&cx, Some(user), PASSWORD, wrong.clone())
    );
    for right in [one.unwrap().unwrap(), two.unwrap().unwrap()] {
        let c = cx.clone();
        let begun =
            cx.write(move |tx| Box::pin(async move { sessions::start_pending(tx, &c, &right, None).await }));
        assert!(begun.await.is_ok());
    }
    assert!(RightPassword::compare(&cx, Some(user), "another", wrong.clone()).await.unwrap().is_none());
    assert!(RightPassword::compare(&cx, None, PASSWORD, wrong).await.unwrap().is_none());
});
