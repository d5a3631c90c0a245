//! A printed link signs a member of staff in, once, and leaves traces.

use super::issue;
use crate::gate::{Admitted, May, Reply, Visitor, right::Administer, testing};
use crate::links::testing::by;
use crate::sessions::fixtures::{self, PASSWORD, acts, count};
use crate::sign_in_link::{LINK, SignInLinkState};
use crate::{password, sessions};
use kernel::{AppError, Role, Ts, paths};
use platform::testing::TestPlatform;
use platform::{Cx, on_both};

const EVA: &str = "eva@weber.example";
const HOST: &str = "portal.weber.example";

async fn printed(t: &TestPlatform) -> String {
    let link = issue(&t.platform, HOST, EVA).await.unwrap();
    assert!(link.starts_with("https://portal.weber.example/sign-in-link/"), "{link}");
    link.rsplit('/').next().unwrap().to_owned()
}

async fn state(cx: &Cx, token: &str) -> Result<SignInLinkState, AppError> {
    super::state(cx, &by(cx, token).await?).await
}

async fn open(cx: &Cx, token: &str) -> bool {
    matches!(state(cx, token).await, Ok(SignInLinkState::Open { .. }))
}

async fn used(cx: &Cx, token: &str) -> Result<Reply, AppError> {
    fixtures::post_with(cx, Visitor::nobody(), paths::SIGN_IN_LINK, (LINK, token), &[]).await
}

on_both!(a_printed_link_signs_in_once_and_is_written_down, |t| {
    let cx = t.cx();
    testing::staff_named(&cx, EVA, "Eva Weber", Role::Owner, &[]).await;
    let token = printed(&t).await;
    for _ in 0..3 {
        assert!(open(&cx, &token).await, "looking changes nothing");
    }
    assert_eq!(count(&cx, "session").await, 1, "the one of the test");
    let tries = futures::future::join_all((0..20).map(|_| used(&cx, &token))).await;
    let done = tries.iter().filter(|it| matches!(it, Ok(Reply::With { .. }))).count();
    assert_eq!(done, 1, "one of many at the same time");
    assert!(!open(&cx, &token).await);
    assert_eq!((acts(&cx, "sign_in_link_made").await, acts(&cx, "sign_in_link_used").await), (1, 1));
    assert_eq!(acts(&cx, "signed_in").await, 1);
    t.drain_mail().await;
    let mails = t.mail.sent_to(EVA);
    assert!(mails.iter().any(|mail| mail.rendered.subject.contains("sign-in link")), "{mails:?}");
    assert!(mails.iter().all(|mail| !mail.rendered.text.contains(&token)), "no mail holds the token");
});

on_both!(a_printed_link_that_was_used_signs_in_also_when_nobody_can_say_where_to, |t| {
    let cx = t.cx();
    testing::staff_named(&cx, EVA, "Eva Weber", Role::Owner, &[]).await;
    let token = printed(&t).await;
    fixtures::mislay(&cx, "mail_health").await;
    let reply = used(&cx, &token).await;
    fixtures::find_again(&cx, "mail_health").await;
    let Ok(Reply::With { to, cookies, .. }) = reply else { panic!("signed in") };
    assert_eq!(to, paths::SIGN_IN);
    assert!(fixtures::holder(&cx, cookies[0].value.as_deref().unwrap()).await.staff().is_ok());
});

on_both!(a_printed_link_is_no_proof_of_the_password, |t| {
    let cx = t.cx();
    testing::staff_named(&cx, EVA, "Eva Weber", Role::Owner, &[]).await;
    let token = printed(&t).await;
    let Ok(Reply::With { cookies, .. }) = used(&cx, &token).await else { panic!("signed in") };
    let session = cookies[0].value.clone().unwrap();
    let visitor = Visitor::of_token(&cx, Some(&session)).await.unwrap();
    assert!(May::<Administer>::admit(&cx, &visitor).is_ok());
    let mut conn = cx.db.read().await.unwrap();
    let (proved,): (Ts,) = platform::sql!("SELECT proved_at FROM session ORDER BY id DESC LIMIT 1")
        .one(&mut conn)
        .await
        .unwrap();
    assert!(cx.now().since(proved) > crate::gate::PROOF_LIFE);
});

on_both!(a_printed_link_ends_by_time_by_a_newer_one_and_with_its_person, |t| {
    let cx = t.cx();
    let eva = testing::staff_named(&cx, EVA, "Eva Weber", Role::Admin, &[]).await;
    let first = printed(&t).await;
    let second = printed(&t).await;
    assert!(!open(&cx, &first).await, "a newer one was printed");
    t.clock.advance(15 * Ts::MINUTE - 1);
    assert!(open(&cx, &second).await, "a microsecond before");
    t.clock.advance(1);
    assert!(!open(&cx, &second).await);
    assert!(!matches!(used(&cx, &second).await, Ok(Reply::With { .. })));
    let third = printed(&t).await;
    let user = eva.user();
    cx.write(move |tx| {
        Box::pin(async move {
            platform::sql!("UPDATE staff_member SET deactivated_at = 1 WHERE user_id = $1", user)
                .run(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
    assert!(!matches!(used(&cx, &third).await, Ok(Reply::With { .. })), "deactivated meanwhile");
    assert_eq!(count(&cx, "session").await, 1, "nobody was let in");
});

/// A door, by its path, in this visitor's name.
async fn through(cx: &Cx, path: &str, visitor: Visitor, form: &[(&str, &str)]) {
    let replied = fixtures::post(cx, visitor, path, form).await;
    assert!(matches!(replied, Ok(Reply::With { .. })), "{path}");
}

on_both!(what_ends_a_persons_sessions_ends_the_link_that_was_printed_before, |t| {
    let cx = t.cx();
    let eva = testing::staff_named(&cx, EVA, "Eva Weber", Role::Owner, &[]).await;
    let user = eva.user();
    fixtures::give_password(&cx, user, PASSWORD).await;
    let (mut before, new) = (PASSWORD, ["Neun Kraniche im Nebel", "Kuckuck und Uhrenladen 3"]);
    for what in ["change", "reset", "end others"] {
        let token = printed(&t).await;
        let visitor = fixtures::holder(&cx, &testing::session(&cx, user).await).await;
        match what {
            "change" => {
                let form = [("current", before), ("password", new[0])];
                through(&cx, paths::MY_PASSWORD, visitor, &form).await;
                before = new[0];
            }
            "reset" => {
                let form = [("email", EVA)];
                through(&cx, paths::FORGOT, Visitor::nobody(), &form).await;
                platform::work::run_due(&t.platform).await.unwrap();
                let link = fixtures::newest_token(&t, EVA).await;
                let (link, form) = ((password::LINK, link.as_str()), [("password", new[1])]);
                let set = fixtures::post_with(&cx, Visitor::nobody(), paths::RESET, link, &form).await;
                assert!(matches!(set, Ok(Reply::With { .. })));
            }
            _ => through(&cx, paths::SESSIONS_END_OTHERS, visitor, &[("back", "/")]).await,
        }
        assert!(!open(&cx, &token).await, "{what}");
        assert!(!matches!(used(&cx, &token).await, Ok(Reply::With { .. })), "{what}");
        t.clock.advance(Ts::MINUTE);
    }
    assert_eq!(acts(&cx, "sign_in_link_used").await, 0);
});

on_both!(a_link_that_was_printed_before_somebody_left_does_not_work_when_they_are_back, |t| {
    let cx = t.cx();
    let owner = testing::staff_named(&cx, "owner@weber.example", "O", Role::Owner, &[]).await;
    let eva = testing::staff_named(&cx, EVA, "Eva Weber", Role::Admin, &[]).await;
    let token = printed(&t).await;
    let member = eva.user().to_string();
    for path in [paths::member_deactivate(&member), paths::member_reactivate(&member)] {
        let visitor = Visitor::SignedIn(owner.who().clone());
        let replied = fixtures::post(&cx, visitor, &path, &[]).await;
        assert!(matches!(replied, Ok(Reply::With { .. } | Reply::To(_))), "{path}");
    }
    assert!(!matches!(used(&cx, &token).await, Ok(Reply::With { .. })));
});

on_both!(links_are_printed_for_staff_of_this_firm_only, |t| {
    let cx = t.cx();
    testing::staff_named(&cx, EVA, "Eva Weber", Role::Owner, &[]).await;
    testing::client(&cx, "anna@mueller.example", "Anna").await;
    let other = t.cx_of(&t.other_firm().await);
    for (host, email) in [
        (HOST, "anna@mueller.example"),
        (HOST, "nobody@weber.example"),
        ("portal.other.example", EVA),
        ("nowhere.example", EVA),
    ] {
        assert_eq!(issue(&t.platform, host, email).await, Err(AppError::NotFound), "{host} {email}");
    }
    let token = printed(&t).await;
    assert!(!open(&other, &token).await, "a link of one firm opens nothing of another");
    assert_eq!(state(&cx, &"t".repeat(43)).await, Err(AppError::NotFound));
});

on_both!(signing_in_by_a_link_and_ending_everything_never_wait_for_each_other, |t| {
    let cx = t.cx();
    let user = testing::staff_named(&cx, EVA, "Eva Weber", Role::Owner, &[]).await.user();
    let token = printed(&t).await;
    let (c, link) = (cx.clone(), token.clone());
    let entering = async move { fixtures::answered(used(&c, &link).await) };
    let c = cx.clone();
    let ending = async move {
        let its = c.clone();
        c.write(move |tx| Box::pin(async move { sessions::end_all_of_user(tx, &its, user, None).await }))
            .await
    };
    let (entered, ended) = fixtures::at_once(&cx, entering, ending).await;
    assert_eq!(ended.map(drop), Ok(()));
    // The link came first: it would have ended with everything else. By the time that its visitor is answered they may be
    // signed out again.
    assert_eq!(acts(&cx, "sign_in_link_used").await, 1);
    assert!(matches!(entered, Ok(()) | Err(AppError::NotSignedIn)), "{entered:?}");
    let mut conn = cx.db.read().await.unwrap();
    let (open,): (i64,) =
        platform::sql!("SELECT COUNT(*) FROM session WHERE user_id = $1 AND revoked_at IS NULL", user)
            .one(&mut conn)
            .await
            .unwrap();
    assert_eq!(open, 0);
});
