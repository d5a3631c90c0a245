//! Inviting: by whom, whom, how often, and taking it back.

use super::reading;
use super::testing::*;
use crate::gate::{May, Reply, Staff, Visitor, right::Administer};
use crate::team::model::InvitedRow;
use kernel::{AppError, Right, Role, Ts};
use platform::{Cx, on_both};

const INA: &str = "ina@klein.example";

async fn invite(cx: &Cx, staff: &Staff, form: &[(&str, &str)]) -> Result<Reply, AppError> {
    post(cx, as_visitor(staff), "/app/settings/team/invite", &[], form).await
}

async fn open(cx: &Cx, staff: &May<Administer>) -> Vec<InvitedRow> {
    reading::list(cx, staff).await.unwrap().invited
}

on_both!(an_invited_colleague_is_listed_and_gets_a_mail_of_three_days, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    invited(&t, &cx, &firm.tom, INA).await;
    let sent = t.mail.sent_to(INA);
    assert_eq!(sent.len(), 1);
    let text = &sent[0].rendered.text;
    assert!(
        text.contains("Tom Krüger") && text.contains("Employee") && text.contains("5 Mar 2026, 09:00"),
        "{text}"
    );
    let rows = open(&cx, &firm.eva).await;
    assert_eq!((rows.len(), rows[0].name.as_str(), rows[0].email.as_str()), (1, "Ina Klein", INA));
    assert!(rows[0].rights.has(Right::ManageAccounts) && !rows[0].rights.has(Right::ManageClientSecurity));
    assert!(!rows[0].expired && rows[0].mine_to_change);
    let trail = trail(&cx, "staff_invited").await;
    assert_eq!(
        trail,
        [(
            "Tom Krüger <tom@weber.example>".to_owned(),
            INA.to_owned(),
            "employee (manage_accounts)".to_owned()
        )]
    );
});

on_both!(only_the_owner_invites_admins_and_nobody_a_second_owner, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let form = |role| [("name", "Ina"), ("email", INA), ("role", role), ("locale", "de")];
    for (staff, role) in
        [(&firm.tom, "admin"), (&firm.tom, "owner"), (&firm.eva, "owner"), (&firm.eva, "king")]
    {
        let (outcome, error) = mistake(invite(&cx, staff, &form(role)).await);
        assert_eq!(error.status(), 422);
        assert!(outcome.on("invite", "role").is_some(), "{role}");
    }
    assert_eq!(invite(&cx, &firm.jo, &form("employee")).await.err(), Some(AppError::NotAllowed));
    notice(invite(&cx, &firm.eva, &form("admin")).await);
    let rows = open(&cx, &firm.tom).await;
    assert_eq!((rows[0].role, rows[0].mine_to_change), (Role::Admin, false));
    // Nor does an admin send it again or take it back.
    for act in ["resend", "withdraw"] {
        let path = format!("/app/settings/team/invitations/{{invitation}}/{act}");
        let reply = post(&cx, as_visitor(&firm.tom), &path, &[("invitation", &rows[0].id)], &[]).await;
        assert_eq!(reply.err(), Some(AppError::NotAllowed), "{act}");
    }
});

on_both!(what_was_typed_survives_and_every_fault_is_named_at_once, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let long = "x".repeat(10_000);
    for (name, email) in [
        ("", ""),
        ("a\r\nBcc: x@evil.example", "ina@klein.example\r\nBcc: x@evil.example"),
        ("a\u{202E}b", "a\u{202E}@klein.example"),
        ("a\u{0}b", "a\u{0}@klein.example"),
        (long.as_str(), long.as_str()),
    ] {
        let form = [("name", name), ("email", email), ("role", "employee"), ("view_all_accounts", "true")];
        let (outcome, error) = mistake(invite(&cx, &firm.eva, &form).await);
        assert_eq!(error.status(), 422);
        for field in ["name", "email", "locale"] {
            assert!(outcome.on("invite", field).is_some(), "{field} of {name:?}");
        }
        let kept = outcome.value("invite", "name").unwrap();
        assert!(name.starts_with(&kept) && kept.chars().count() <= 300);
        assert_eq!(outcome.value("invite", "view_all_accounts").as_deref(), Some("true"));
        assert_eq!(outcome.value("invite", "manage_client_security").as_deref(), Some(""));
    }
    t.drain_mail().await;
    assert!(t.mail.sent().is_empty() && open(&cx, &firm.eva).await.is_empty());
});

on_both!(whoever_works_here_or_did_is_not_invited, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let form = |email| [("name", "Jo"), ("email", email), ("role", "employee"), ("locale", "en")];
    let (outcome, _) = mistake(invite(&cx, &firm.eva, &form("JO@weber.example")).await);
    assert!(outcome.on("invite", "email").unwrap().contains("already works here"));
    notice(about(&cx, &firm.eva, "/deactivate", firm.jo.user(), &[]).await);
    let (outcome, _) = mistake(invite(&cx, &firm.eva, &form("jo@weber.example")).await);
    assert!(outcome.on("invite", "email").unwrap().contains("deactivated"));
});

on_both!(a_newer_mail_ends_the_older_link_and_there_is_one_a_minute, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let old = invited(&t, &cx, &firm.tom, INA).await;
    let id = open(&cx, &firm.tom).await.remove(0).id;
    let path = "/app/settings/team/invitations/{invitation}/resend";
    // Days go by in this story: Tom signs in each time.
    let tom = async || Visitor::SignedIn(again(&cx, firm.tom.user()).await.unwrap());
    let resend = async |id: &str| post(&cx, tom().await, path, &[("invitation", id)], &[]).await;
    let (_, error) = mistake(resend(&id).await);
    assert_eq!(error, AppError::TooMany(60));
    t.clock.advance(80 * Ts::HOUR);
    assert!(open(&cx, &firm.tom).await[0].expired);
    assert!(notice(resend(&id).await).contains(INA));
    let new = newest_link(&t, INA).await;
    assert_ne!(old, new);
    let rows = open(&cx, &firm.tom).await;
    assert!(rows.len() == 1 && !rows[0].expired && rows[0].rights.has(Right::ManageAccounts));
    assert_eq!(resend(&id).await.err(), Some(AppError::NotFound), "the older one is gone");
    assert_eq!(resend("nonsense").await.err(), Some(AppError::NotFound));
});

on_both!(two_who_press_send_at_once_send_one_mail, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let form = [("name", "Ina"), ("email", INA), ("role", "employee"), ("locale", "en")];
    let tries = (0..10).map(|n| invite(&cx, if n % 2 == 0 { &firm.eva } else { &firm.tom }, &form));
    let replies = futures::future::join_all(tries).await;
    assert_eq!(replies.iter().filter(|reply| matches!(reply, Ok(Reply::With { .. }))).count(), 1);
    t.drain_mail().await;
    assert_eq!((t.mail.sent_to(INA).len(), open(&cx, &firm.eva).await.len()), (1, 1));
});

on_both!(a_withdrawn_invitation_is_gone_for_good, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    invited(&t, &cx, &firm.eva, INA).await;
    let id = open(&cx, &firm.tom).await.remove(0).id;
    let path = "/app/settings/team/invitations/{invitation}/withdraw";
    let withdraw = async || post(&cx, as_visitor(&firm.tom), path, &[("invitation", &id)], &[]).await;
    assert!(notice(withdraw().await).contains(INA));
    assert!(open(&cx, &firm.tom).await.is_empty());
    assert_eq!(withdraw().await.err(), Some(AppError::NotFound));
    assert_eq!(trail(&cx, "staff_invitation_withdrawn").await.len(), 1);
});

on_both!(an_invitation_of_another_firm_is_not_there, |t| {
    let cx = t.cx();
    let ours = firm(&cx).await;
    invited(&t, &cx, &ours.eva, INA).await;
    let id = open(&cx, &ours.eva).await.remove(0).id;
    let other = t.cx_of(&t.other_firm().await);
    let theirs = firm(&other).await;
    assert!(open(&other, &theirs.eva).await.is_empty());
    for act in ["resend", "withdraw"] {
        let path = format!("/app/settings/team/invitations/{{invitation}}/{act}");
        let reply = post(&other, as_visitor(&theirs.eva), &path, &[("invitation", &id)], &[]).await;
        assert_eq!(reply.err(), Some(AppError::NotFound));
    }
});
