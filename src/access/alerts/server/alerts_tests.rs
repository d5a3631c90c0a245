//! Who is told of what, and when; each on both databases.

use super::{choices, store, work_failed};
use crate::alerts::{Choice, Event};
use crate::gate::{May, Reply, Staff, Visitor, right::ManageAccounts, testing};
use crate::invitations::testing::{ANNA, account, invitee, login_off, login_on, send};
use crate::invitations::work_expired;
use crate::password::{Target, send_reset};
use crate::sessions::fixtures;
use directory::testing::a_firm;
use kernel::{AccountId, AppError, Right, Role, SettingId, Ts, UserId, paths};
use platform::testing::{On, TestPlatform};
use platform::work::run_due;
use platform::{Cx, on_both, sql};

const DAY_30: i64 = 30 * Ts::DAY;

/// Eva, the owner; Mika, who sees all; Jo and Kim, who see what is assigned to them.
struct Firm {
    mika: May<ManageAccounts>,
    jo: May<ManageAccounts>,
    kim: May<ManageAccounts>,
    account: AccountId,
    setting: SettingId,
}

async fn firm(cx: &Cx) -> Firm {
    testing::staff(cx, Role::Owner, &[]).await;
    let named = async |name: &str, rights: &[Right]| {
        testing::may(&testing::staff_named(cx, &mail_of(name), name, Role::Employee, rights).await)
    };
    let all = [Right::ViewAllAccounts, Right::ManageAccounts, Right::ManageClientSecurity];
    let mika = named("Mika", &all).await;
    let jo = named("Jo", &[Right::ManageAccounts]).await;
    let kim = named("Kim", &[Right::ManageAccounts]).await;
    let account = account(cx, "M1", "Müller GmbH").await;
    let setting = login_on(cx, account, ANNA).await;
    assign(cx, account, jo.user()).await;
    Firm { mika, jo, kim, account, setting }
}

fn mail_of(name: &str) -> String {
    format!("{}@weber.example", name.to_lowercase())
}

async fn assign(cx: &Cx, account: AccountId, user: UserId) {
    a_firm(cx).assign(user, account).await;
}

/// Who of the firm was mailed since the last time, with the subjects; what clients get is left out.
async fn told(t: &TestPlatform) -> Vec<(String, String)> {
    t.drain_mail().await;
    let mut all: Vec<(String, String)> = t
        .mail
        .take()
        .into_iter()
        .filter(|mail| mail.to.1.ends_with("@weber.example"))
        .map(|mail| (mail.to.1.replace("@weber.example", ""), mail.rendered.subject))
        .collect();
    all.sort();
    all
}

async fn names(t: &TestPlatform) -> Vec<String> {
    told(t).await.into_iter().map(|(name, _)| name).collect()
}

/// Saves these choices through the form.
async fn choose(cx: &Cx, staff: &Staff, wanted: &[Event]) -> Result<Reply, AppError> {
    let fields: Vec<(&str, &str)> = wanted.iter().map(|event| (event.key(), "true")).collect();
    fixtures::post(cx, testing::as_visitor(staff.who()), paths::STAFF_ALERTS, &fields).await
}

async fn invited_and_refused(t: &TestPlatform, cx: &Cx, by: &May<ManageAccounts>) {
    t.mail.refuse(ANNA, 550);
    send(cx, by, invitee(ANNA), "").await.unwrap();
    t.drain_mail().await;
    work_failed(&t.platform).await.unwrap();
}

on_both!(a_refused_invitation_is_told_once_to_who_sent_it_and_who_works_there, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    invited_and_refused(&t, &cx, &firm.mika).await;
    let subject = "The invitation to Anna Müller could not be delivered".to_owned();
    t.drain_mail().await;
    let text = t.mail.sent_to("jo@weber.example")[0].rendered.text.clone();
    for word in ["550", ANNA, "Müller GmbH", "/app/accounts/M1/info", "/app/settings/notifications"] {
        assert!(text.contains(word), "{word} is missing: {text}");
    }
    assert_eq!(told(&t).await, [("jo".to_owned(), subject.clone()), ("mika".to_owned(), subject)]);
    for _ in 0..3 {
        assert_eq!(work_failed(&t.platform).await.unwrap(), 0);
    }
    assert!(told(&t).await.is_empty());
});

on_both!(two_workers_tell_once, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    t.mail.refuse(ANNA, 550);
    send(&cx, &firm.jo, invitee(ANNA), "").await.unwrap();
    t.drain_mail().await;
    let looks = futures::future::join_all((0..20).map(|_| work_failed(&t.platform))).await;
    assert!(looks.iter().all(Result::is_ok));
    assert_eq!(names(&t).await, ["jo"]);
});

on_both!(whoever_does_not_see_the_account_hears_nothing, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    // Kim may invite, but the account is not hers; nobody else is concerned but Jo.
    invited_and_refused(&t, &cx, &firm.kim).await;
    assert_eq!(names(&t).await, ["jo"]);
});

on_both!(a_refused_password_link_is_told_whoever_asked_for_it, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    fixtures::with_password(&cx, ANNA, "Anna Müller").await;
    t.mail.refuse(ANNA, 550);
    let target = Target {
        email_norm: ANNA.to_owned(),
        account: firm.account,
        account_code: "M1".to_owned(),
        setting: firm.setting,
    };
    let (c, mika) = (cx.clone(), testing::may(&firm.mika));
    cx.write(move |tx| Box::pin(async move { send_reset(tx, &c, &mika, target).await })).await.unwrap();
    t.drain_mail().await;
    work_failed(&t.platform).await.unwrap();
    let subject = "The password reset link for Anna Müller could not be delivered".to_owned();
    assert_eq!(told(&t).await, [("jo".to_owned(), subject.clone()), ("mika".to_owned(), subject)]);
    fixtures::post(&cx, Visitor::nobody(), paths::FORGOT, &[("email", ANNA)]).await.unwrap();
    run_due(&t.platform).await.unwrap();
    t.drain_mail().await;
    work_failed(&t.platform).await.unwrap();
    assert_eq!(names(&t).await, ["jo"], "Anna asked for it herself");
});

on_both!(other_mails_that_fail_are_nobodys_news, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    for name in ["jo", "mika", "owner"] {
        t.mail.refuse(&mail_of(name), 550);
    }
    invited_and_refused(&t, &cx, &firm.mika).await;
    t.drain_mail().await;
    for _ in 0..3 {
        work_failed(&t.platform).await.unwrap();
        t.drain_mail().await;
    }
    let mut conn = cx.db.read().await.unwrap();
    let (mails,): (i64,) =
        sql!("SELECT COUNT(*) FROM outbox WHERE firm_id = $1", cx.firm.id).one(&mut conn).await.unwrap();
    assert_eq!(mails, 3, "the invitation and two warnings, which make no more");
});

on_both!(an_invitation_that_expires_unused_is_told_at_its_instant_and_once, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    send(&cx, &firm.mika, invitee(ANNA), "").await.unwrap();
    t.drain_mail().await;
    t.mail.take();
    t.clock.advance(DAY_30 - 1);
    assert_eq!(work_expired(&t.platform).await.unwrap(), 0, "a microsecond before");
    t.clock.advance(1);
    assert_eq!(work_expired(&t.platform).await.unwrap(), 1);
    let subject = "The invitation to Anna Müller has expired".to_owned();
    assert_eq!(told(&t).await, [("jo".to_owned(), subject.clone()), ("mika".to_owned(), subject)]);
    assert_eq!(work_expired(&t.platform).await.unwrap(), 0);
    // Sent again, it is news again when that one expires.
    send(&cx, &firm.mika, invitee(ANNA), "").await.unwrap();
    t.clock.advance(DAY_30);
    work_expired(&t.platform).await.unwrap();
    assert_eq!(names(&t).await, ["jo", "mika"]);
});

on_both!(what_is_not_waited_for_any_more_does_not_expire_loudly, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    send(&cx, &firm.mika, invitee(ANNA), "").await.unwrap();
    login_off(&cx, ANNA).await;
    t.clock.advance(DAY_30);
    work_expired(&t.platform).await.unwrap();
    assert!(names(&t).await.is_empty(), "LOGIN was switched off");
    let other = "otto@mueller.example";
    login_on(&cx, firm.account, other).await;
    send(&cx, &firm.mika, invitee(other), "").await.unwrap();
    t.clock.advance(DAY_30 + 7 * Ts::DAY);
    assert_eq!(work_expired(&t.platform).await.unwrap(), 0, "no worker ran for a week: no news any more");
});

on_both!(everybody_switches_off_for_themselves, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let all = choices::read(&cx, &firm.jo).await.unwrap();
    assert!(all.len() == Event::ALL.len() && all.iter().all(|it| it.on), "all on at first");
    let but_one: Vec<Event> = Event::ALL.into_iter().filter(|it| *it != Event::InvitationFailed).collect();
    for _ in 0..2 {
        choose(&cx, &firm.jo, &but_one).await.unwrap();
    }
    let now = choices::read(&cx, &firm.jo).await.unwrap();
    assert_eq!(
        now.iter().filter(|it| !it.on).collect::<Vec<_>>(),
        [&Choice { event: Event::InvitationFailed, on: false }]
    );
    assert_eq!(fixtures::acts(&cx, "alerts_changed").await, 1, "what did not change is not written down");
    assert!(choices::read(&cx, &firm.mika).await.unwrap().iter().all(|it| it.on), "only Jo's");
    invited_and_refused(&t, &cx, &firm.mika).await;
    assert_eq!(names(&t).await, ["mika"]);
    choose(&cx, &firm.jo, &Event::ALL).await.unwrap();
    t.clock.advance(Ts::HOUR);
    invited_and_refused(&t, &cx, &firm.mika).await;
    assert_eq!(names(&t).await, ["jo", "mika"]);
});

on_both!(choices_are_for_staff, |t| {
    let cx = t.cx();
    let anna = testing::client(&cx, ANNA, "Anna").await;
    let reply = fixtures::post(&cx, testing::as_visitor(anna.who()), paths::STAFF_ALERTS, &[]).await;
    assert_eq!(reply.err(), Some(AppError::NotAllowed));
    let reply = fixtures::post(&cx, Visitor::nobody(), paths::STAFF_ALERTS, &[]).await;
    assert_eq!(reply.err(), Some(AppError::NotSignedIn));
});

on_both!(another_firms_people_are_told_of_their_own, |t| {
    let cx = t.cx();
    let ours = firm(&cx).await;
    let other = t.cx_of(&t.other_firm().await);
    testing::staff_named(&other, "boss@weber.example", "Boss", Role::Owner, &[]).await;
    invited_and_refused(&t, &cx, &ours.jo).await;
    assert_eq!(names(&t).await, ["jo"]);
    let mut conn = cx.db.read().await.unwrap();
    assert!(store::accounts(&mut conn, other.firm.id, ANNA).await.unwrap().is_empty());
    assert!(store::off(&mut conn, other.firm.id, ours.jo.user()).await.unwrap().is_empty());
});

/// In two firms, the first of which cannot be read, an invitation that `fate` has met.
async fn in_a_broken_firm_and_another(
    fate: impl AsyncFn(&TestPlatform, &Cx, &May<ManageAccounts>),
) -> TestPlatform {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    for firm_profile in [t.firm.clone(), t.other_firm().await] {
        let cx = t.cx_of(&firm_profile);
        let firm = firm(&cx).await;
        fate(&t, &cx, &firm.mika).await;
    }
    t.mail.take();
    t.spoil(t.firm.id).await;
    t
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_mail_of_a_broken_firm_keeps_no_other_firm_from_its_news() {
    let t = in_a_broken_firm_and_another(async |t, cx, mika| {
        t.mail.refuse(ANNA, 550);
        send(cx, mika, invitee(ANNA), "").await.unwrap();
        t.drain_mail().await;
    })
    .await;
    assert_eq!(work_failed(&t.platform).await, Ok(1));
    assert_eq!(names(&t).await, ["jo", "mika"]);
    // The broken one rests for a minute, and is told of once it can be read.
    let mend = sql!("UPDATE firm SET invitation_days = 30 WHERE id = $1", t.firm.id);
    t.platform.db.write(move |tx| Box::pin(async move { Ok(mend.run(tx).await?) })).await.unwrap();
    assert_eq!(work_failed(&t.platform).await, Ok(0));
    t.clock.advance(Ts::MINUTE);
    assert_eq!(work_failed(&t.platform).await, Ok(1));
    assert_eq!(names(&t).await, ["jo", "mika"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_expired_invitation_of_a_broken_firm_keeps_no_other_firm_from_its_news() {
    let t = in_a_broken_firm_and_another(async |t, cx, mika| {
        send(cx, mika, invitee(ANNA), "").await.unwrap();
        t.drain_mail().await;
    })
    .await;
    t.clock.advance(DAY_30);
    assert_eq!(work_expired(&t.platform).await, Ok(1));
    assert_eq!(names(&t).await, ["jo", "mika"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invitation_that_cannot_be_read_does_not_hide_the_others() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let cx = t.cx();
    let firm = firm(&cx).await;
    login_on(&cx, firm.account, "otto@mueller.example").await;
    for email in [ANNA, "otto@mueller.example"] {
        send(&cx, &firm.mika, invitee(email), "").await.unwrap();
    }
    t.drain_mail().await;
    t.mail.take();
    let spoil = sql!(
        "UPDATE invitation SET name = $3 WHERE firm_id = $1 AND email = $2",
        cx.firm.id,
        ANNA,
        vec![0xff]
    );
    cx.write(move |tx| Box::pin(async move { Ok(spoil.run(tx).await?) })).await.unwrap();
    t.clock.advance(DAY_30);
    assert_eq!(work_expired(&t.platform).await, Ok(1));
    assert_eq!(names(&t).await, ["jo", "mika"]);
}
