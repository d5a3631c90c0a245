//! What a row tells of what colleagues did to it: who sent something, who switched what, and whose mail came back.

use super::{actions, history};
use crate::info::{Chip, Which};
use crate::testing as story;
use access::access_state::AccessState;
use access::gate::testing;
use kernel::{AppError, Right, Role, Ts};
use platform::on_both;

const ANNA: &str = "anna@meier.example";

on_both!(an_invitation_and_a_reset_stay_on_the_row_with_who_sent_them, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::invite(&cx, &eva, &code, ANNA).await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    assert_eq!(row.invited, Some((eva.name().to_owned(), cx.when(cx.now()))));
    testing::user(&cx, ANNA, "Anna").await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    assert_eq!((row.invited, row.reset), (None, None), "it was accepted");
    let rights = [Right::ViewAllAccounts, Right::ManageClientSecurity];
    let tom = testing::staff_named(&cx, "tom@weber.example", "Tom Fischer", Role::Employee, &rights).await;
    let sent = cx.now();
    actions::send_reset(&cx, &testing::may(&tom), &code, row.id.parse().unwrap()).await.unwrap();
    let told = async || story::row(&cx, &eva, &code, ANNA).await.reset;
    assert_eq!(told().await, Some(("Tom Fischer".to_owned(), cx.when(sent))));
    t.clock.advance(7 * Ts::DAY - 1);
    assert!(told().await.is_some());
    t.clock.advance(1);
    assert_eq!(told().await, None);
});

on_both!(an_invitation_whose_mail_comes_back_is_not_delivered_in_every_account, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (one, two) = (story::account(&cx, &eva, "One").await, story::account(&cx, &eva, "Two").await);
    story::contact(&cx, &eva, &one, "Anna", ANNA).await;
    story::link(&cx, &eva, &one, ANNA, &two).await;
    story::click(&cx, &eva, &two, ANNA, Which::Login, true).await.unwrap();
    t.mail.refuse(ANNA, 550);
    story::invite(&cx, &eva, &one, ANNA).await;
    t.drain_mail().await;
    for code in [&one, &two] {
        let row = story::row(&cx, &eva, code, ANNA).await;
        assert_eq!((&row.chip, row.chip.access()), (&Chip::MailFailed, AccessState::NotDelivered), "{code}");
        assert_eq!(
            story::tab(&cx, &eva, code).await.access(),
            AccessState::NotDelivered,
            "nobody can sign in"
        );
    }
});

on_both!(the_history_of_a_row_has_who_switched_what_and_when, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let id = story::row(&cx, &eva, &code, ANNA).await.id;
    let acts = async |staff| {
        let lines = history::lines(&cx, staff, &code, &id).await.unwrap();
        lines.into_iter().map(|line| (line.act, line.by)).collect::<Vec<_>>()
    };
    assert!(acts(&eva).await.is_empty());
    story::invite(&cx, &eva, &code, ANNA).await;
    let rights = [Right::ViewAllAccounts, Right::ManageAccounts];
    let tom = testing::staff_named(&cx, "tom@weber.example", "Tom Fischer", Role::Employee, &rights).await;
    let tom = testing::may(&tom);
    story::click(&cx, &tom, &code, ANNA, Which::EmailSync, true).await.unwrap();
    let line = |act: &str, by: &str| (act.to_owned(), by.to_owned());
    assert_eq!(
        acts(&eva).await,
        [
            line("email_sync_on", "Tom Fischer"),
            line("invitation_sent", eva.name()),
            line("login_on", eva.name())
        ]
    );
    for n in 0..12 {
        story::click(&cx, &tom, &code, ANNA, Which::EmailSync, n % 2 == 1).await.unwrap();
    }
    let last = acts(&eva).await;
    assert_eq!(last.len(), 10, "the last ten");
    assert_eq!(last[0], line("email_sync_on", "Tom Fischer"));
    let ina = testing::staff_named(&cx, "ina@weber.example", "Ina", Role::Employee, &[]).await;
    assert_eq!(history::lines(&cx, &ina, &code, &id).await, Err(AppError::NotFound), "out of sight");
    story::assign(&cx, &eva, &ina, &code).await;
    assert_eq!(acts(&ina).await, last);
});
