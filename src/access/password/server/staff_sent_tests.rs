//! Links that staff send to clients.

use super::requests::forgot;
use super::staff_sent::{Target, send_reset};
use super::testing::{ANNA, NEW, reset_state, use_reset};
use crate::gate::testing;
use crate::password::{ResetState, STAFF_SENT_LIFE};
use crate::sessions::fixtures::{self, acts, anna, archive, count, newest_mail, newest_token};
use kernel::{AccountId, AppError, Role, SettingId, Ts};
use platform::on_both;
use platform::testing::TestPlatform;

async fn sent_by_staff(t: &TestPlatform, code: &str) -> Result<(), AppError> {
    let cx = t.cx();
    let eva = testing::may(&testing::staff(&cx, Role::Owner, &[]).await);
    let target = Target {
        email_norm: ANNA.to_owned(),
        account: AccountId(cx.ids.next()),
        account_code: code.to_owned(),
        setting: SettingId(cx.ids.next()),
    };
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { send_reset(tx, &c, &eva, target).await })).await
}

on_both!(staff_send_three_links_an_hour_to_an_address_and_not_many_in_all, |t| {
    let cx = t.cx();
    anna(&t).await;
    let eva = testing::may(&testing::staff(&cx, Role::Owner, &[]).await);
    let send = async |email: &str| {
        let (cx, eva) = (t.cx(), eva.clone());
        let target = Target {
            email_norm: email.to_owned(),
            account: AccountId(cx.ids.next()),
            account_code: "M1".to_owned(),
            setting: SettingId(cx.ids.next()),
        };
        let c = cx.clone();
        cx.write(move |tx| Box::pin(async move { send_reset(tx, &c, &eva, target).await })).await
    };
    // Strangers who asked for links before keep nobody from helping.
    for _ in 0..3 {
        forgot(&cx, ANNA).await.unwrap();
    }
    for _ in 0..3 {
        send(ANNA).await.unwrap();
    }
    for _ in 0..5 {
        let Err(AppError::TooMany(seconds)) = send(ANNA).await else { panic!("three are enough") };
        assert!(seconds > 60);
    }
    assert_eq!(acts(&cx, "reset_sent").await, 3);
    // To many people one after the other.
    for n in 0..17 {
        let email = format!("c{n}@mueller.example");
        fixtures::with_password(&cx, &email, "C").await;
        send(&email).await.unwrap();
    }
    fixtures::with_password(&cx, "last@mueller.example", "C").await;
    let Err(AppError::TooMany(seconds)) = send("last@mueller.example").await else {
        panic!("twenty are enough")
    };
    t.clock.advance(i64::from(seconds) * Ts::SECOND);
    send("last@mueller.example").await.expect("after the wait that was told");
});

on_both!(a_link_from_staff_works_a_day_and_leads_into_their_account, |t| {
    let cx = t.cx();
    anna(&t).await;
    let second = fixtures::account(&cx, "M2", "Mueller Holding").await;
    fixtures::grant(&cx, second, ANNA).await;
    sent_by_staff(&t, "M2").await.unwrap();
    let mail = newest_mail(&t, ANNA).await;
    assert!(mail.text.contains("Eva Weber"));
    let token = newest_token(&t, ANNA).await;
    t.clock.advance(STAFF_SENT_LIFE - Ts::SECOND);
    assert_eq!(use_reset(&cx, &token, NEW, None).await.unwrap().to, "/portal/M2");
    assert_eq!(acts(&cx, "reset_sent").await, 1);
});

on_both!(a_link_from_staff_works_however_the_address_of_the_contact_is_spelled, |t| {
    let cx = t.cx();
    anna(&t).await;
    let eva = testing::may(&testing::staff(&cx, Role::Owner, &[]).await);
    let target = Target {
        email_norm: "Anna@MUELLER.example".to_owned(),
        account: AccountId(cx.ids.next()),
        account_code: "M1".to_owned(),
        setting: SettingId(cx.ids.next()),
    };
    let c = cx.clone();
    let sent = cx.write(move |tx| Box::pin(async move { send_reset(tx, &c, &eva, target).await }));
    sent.await.unwrap();
    let token = newest_token(&t, ANNA).await;
    assert!(matches!(reset_state(&cx, &token).await, Ok(ResetState::Open { .. })));
    assert_eq!(use_reset(&cx, &token, NEW, None).await.unwrap().to, "/portal/M1");
});

on_both!(a_link_from_staff_ends_after_a_day, |t| {
    anna(&t).await;
    sent_by_staff(&t, "M1").await.unwrap();
    let token = newest_token(&t, ANNA).await;
    t.clock.advance(STAFF_SENT_LIFE + Ts::SECOND);
    assert!(matches!(reset_state(&t.cx(), &token).await.unwrap(), ResetState::Expired { .. }));
});

on_both!(an_account_archived_meanwhile_leads_elsewhere, |t| {
    let cx = t.cx();
    anna(&t).await;
    let second = fixtures::account(&cx, "M2", "Mueller Holding").await;
    fixtures::grant(&cx, second, ANNA).await;
    sent_by_staff(&t, "M2").await.unwrap();
    let token = newest_token(&t, ANNA).await;
    archive(&cx, second).await;
    assert_eq!(use_reset(&cx, &token, NEW, None).await.unwrap().to, "/portal/M1");
});

on_both!(staff_cannot_send_a_link_to_somebody_not_activated, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    fixtures::set_dates(&cx, user, false, false).await;
    assert!(
        matches!(sent_by_staff(&t, "M1").await, Err(AppError::Refused(text)) if text.contains("resend the invitation"))
    );
    assert_eq!(count(&cx, "outbox").await, 0);
});
