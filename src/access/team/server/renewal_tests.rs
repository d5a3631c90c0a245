//! Asking for another invitation to the team: by its holder, for its own address, not too often, and not past the firm.

use super::reading;
use super::testing::*;
use crate::gate::{Reply, Visitor};
use crate::links::testing as held;
use crate::team::LINK;
use crate::team::model::JoinView;
use directory::staff;
use kernel::{AppError, Role, Ts, paths};
use platform::testing::TestPlatform;
use platform::{Cx, on_both};

const INA: &str = "ina@klein.example";
const EXPIRED: i64 = 72 * Ts::HOUR;

async fn again(cx: &Cx, token: &str) -> Result<Reply, AppError> {
    // Whatever else is in the form: it goes to the address that was invited.
    let form = [("email", "mallory@evil.example"), ("role", "admin")];
    held::post(cx, Visitor::nobody(), paths::JOIN_AGAIN, (LINK, token), &form).await
}

async fn subjects(t: &TestPlatform, to: &str) -> Vec<String> {
    t.drain_mail().await;
    t.mail.sent_to(to).into_iter().map(|mail| mail.rendered.subject).collect()
}

on_both!(the_holder_of_an_expired_one_gets_another_and_whoever_invited_is_told, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    t.clock.advance(EXPIRED - 1);
    let page = LINK.page_of(&held::name(&token));
    assert!(matches!(again(&cx, &token).await, Ok(Reply::To(to)) if to == page), "still open");
    assert_eq!(subjects(&t, INA).await.len(), 1);
    t.clock.advance(1);
    let seen = view(&cx, &token).await.unwrap();
    assert!(matches!(&seen, JoinView::Expired { masked, .. } if masked == "i***@klein.example"), "{seen:?}");
    assert!(notice(again(&cx, &token).await).contains("i***@klein.example"));
    let fresh = newest_link(&t, INA).await;
    assert_ne!(fresh, token);
    assert_eq!(t.mail.sent_to(INA).len(), 2);
    assert!(t.mail.sent_to(INA).pop().unwrap().rendered.text.contains("Tom Krüger"));
    assert!(t.mail.sent_to("mallory@evil.example").is_empty());
    assert!(matches!(view(&cx, &token).await, Ok(JoinView::Newer { .. })));
    let seen = view(&cx, &fresh).await.unwrap();
    assert!(
        matches!(&seen, JoinView::Open { role: Role::Employee, inviter, .. } if inviter.as_deref() == Some("Tom Krüger")),
        "{seen:?}"
    );
    let told = t.mail.sent_to("tom@weber.example").pop().expect("Tom is told").rendered;
    assert!(told.subject.contains("Ina Klein") && told.text.contains(INA), "{}", told.text);
    assert!(!told.text.contains(&fresh) && told.text.contains("/app/settings/team"), "never the link itself");
    assert!(t.mail.sent_to("eva@weber.example").is_empty(), "and nobody else");
    let trail = trail(&cx, "staff_invitation_renewed").await;
    assert_eq!(trail, [(INA.to_owned(), INA.to_owned(), "employee (manage_accounts)".to_owned())]);
    t.clock.advance(EXPIRED - 1);
    assert!(matches!(view(&cx, &fresh).await, Ok(JoinView::Open { .. })), "three days of its own");
});

on_both!(once_a_minute_and_five_times_a_day, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    t.clock.advance(EXPIRED);
    notice(again(&cx, &token).await);
    let (outcome, error) = mistake(again(&cx, &token).await);
    assert!(matches!(error, AppError::TooMany(60)) && outcome.is_for("again"));
    for _ in 0..10 {
        t.clock.advance(2 * Ts::MINUTE);
        let _ = again(&cx, &token).await;
    }
    assert!(matches!(mistake(again(&cx, &token).await).1, AppError::TooMany(_)));
    assert!(subjects(&t, INA).await.len() <= 6, "the first, and five of a day");
    assert!(subjects(&t, "tom@weber.example").await.len() <= 5);
});

on_both!(of_twenty_at_once_one_is_sent, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    t.clock.advance(EXPIRED);
    let replies = futures::future::join_all((0..20).map(|_| again(&cx, &token))).await;
    assert_eq!(replies.iter().filter(|reply| matches!(reply, Ok(Reply::With { .. }))).count(), 1);
    assert_eq!(subjects(&t, INA).await.len(), 2);
    assert_eq!(subjects(&t, "tom@weber.example").await.len(), 1);
});

on_both!(what_was_taken_back_used_or_never_made_fetches_nothing, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let withdrawn = invited(&t, &cx, &firm.tom, INA).await;
    let id = reading::list(&cx, &firm.eva).await.unwrap().invited.remove(0).id;
    let path = "/app/settings/team/invitations/{invitation}/withdraw";
    notice(post(&cx, as_visitor(&firm.eva), path, &[("invitation", &id)], &[]).await);
    let used = invited(&t, &cx, &firm.tom, "kai@kurz.example").await;
    let form = [("name", "Kai Kurz"), ("password", GOOD)];
    held::post(&cx, Visitor::nobody(), paths::JOIN, (LINK, &used), &form).await.unwrap();
    t.clock.advance(EXPIRED);
    let before = t.mail.sent().len();
    for token in [&withdrawn, &used] {
        assert!(matches!(again(&cx, token).await, Ok(Reply::To(_))), "its page says how it stands");
    }
    for token in ["", "x", &"x".repeat(43), &"x".repeat(10_000)] {
        assert_eq!(again(&cx, token).await.err(), Some(AppError::NotFound));
    }
    let other = t.cx_of(&t.other_firm().await);
    assert_eq!(again(&other, &withdrawn).await.err(), Some(AppError::NotFound), "another firm's");
    t.drain_mail().await;
    assert_eq!(t.mail.sent().len(), before);
});

on_both!(who_may_no_longer_invite_brings_nobody_in_and_the_owner_is_asked, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let token = invited(&t, &cx, &firm.tom, INA).await;
    notice(about(&cx, &firm.eva, "/deactivate", firm.tom.user(), &[]).await);
    t.clock.advance(EXPIRED);
    let said = notice(again(&cx, &token).await);
    assert!(said.contains("has received your request"), "{said}");
    assert_eq!(subjects(&t, INA).await.len(), 1, "nothing but the first");
    assert!(subjects(&t, "tom@weber.example").await.is_empty());
    let told = t.mail.sent_to("eva@weber.example").pop().expect("the owner is told").rendered;
    assert!(told.subject.contains("asks for a new invitation") && told.text.contains(INA), "{}", told.text);
    assert_eq!(trail(&cx, "staff_invitation_asked").await.len(), 1);
    assert!(matches!(view(&cx, &token).await, Ok(JoinView::Expired { .. })));
    for _ in 0..9 {
        let _ = again(&cx, &token).await;
    }
    assert!(matches!(mistake(again(&cx, &token).await).1, AppError::TooMany(_)));
    assert_eq!(subjects(&t, "eva@weber.example").await.len(), 5, "not more often than that");
});

on_both!(a_former_owners_admins_are_for_the_new_owner_to_invite, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let form = [("name", "Ina Klein"), ("email", INA), ("role", "admin"), ("locale", "en")];
    notice(post(&cx, as_visitor(&firm.eva), "/app/settings/team/invite", &[], &form).await);
    let token = newest_link(&t, INA).await;
    let c = cx.clone();
    let (eva, tom) = (firm.eva.user(), firm.tom.user());
    let handed =
        cx.write(move |tx| Box::pin(async move { Ok(staff::hand_over(tx, c.firm.id, eva, tom).await?) }));
    assert!(handed.await.unwrap());
    t.clock.advance(EXPIRED);
    notice(again(&cx, &token).await);
    assert_eq!(subjects(&t, INA).await.len(), 1, "an admin makes no admins, not by an old mail either");
    assert_eq!(subjects(&t, "tom@weber.example").await.len(), 1);
});
