//! The switches: versions, the last of its kind, rights, races, news.

use super::actions::{self, Wish};
use super::info;
use crate::info::{Chip, Which};
use crate::testing as story;
use access::gate::testing;
use kernel::live::News;
use kernel::{AppError, SettingId, Ts};
use platform::{on_both, sql};

const ANNA: &str = "anna@meier.example";
const JO: &str = "jo@meier.example";

on_both!(a_linked_contact_has_a_row_with_notify_on_and_the_rest_off, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    assert_eq!((row.login, row.notify, row.email_sync, row.version), (false, true, false, 1));
    assert_eq!(row.chip, Chip::Off);
});

on_both!(each_switch_moves_alone_and_is_in_the_trail, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    for which in [Which::EmailSync, Which::Notify, Which::Login] {
        let before = story::row(&cx, &eva, &code, ANNA).await;
        let on = !before.is_on(which);
        story::click(&cx, &eva, &code, ANNA, which, on).await.unwrap();
        let after = story::row(&cx, &eva, &code, ANNA).await;
        assert_eq!(after.version, before.version + 1);
        for one in Which::ALL {
            assert_eq!(
                after.is_on(one),
                if one == which { on } else { before.is_on(one) },
                "{which:?}, {one:?}"
            );
        }
    }
    for event in ["email_sync_on", "notify_off", "login_on"] {
        assert_eq!(story::audited(&cx, event).await, 1, "{event}");
    }
});

on_both!(a_switch_reads_once_and_writes_three_rows_beside_its_own, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::contact(&cx, &eva, &code, "Jo", JO).await;
    for (which, on) in
        [(Which::Notify, false), (Which::Notify, true), (Which::EmailSync, true), (Which::EmailSync, false)]
    {
        let row = story::row(&cx, &eva, &code, ANNA).await;
        let wish = Wish { id: story::id(&row), which, on, version: row.version, confirmed: false };
        let sure = story::sure(&eva);
        let before = cx.db.statements();
        actions::switch(&cx, &sure, &code, wish).await.unwrap();
        // The row, its new switches, the trail, and news of the account and of the list in one.
        assert_eq!(cx.db.statements() - before, 4, "{which:?} {on}");
        let before = cx.db.statements();
        info::tab(&cx, &eva, &code).await.unwrap();
        assert_eq!(cx.db.statements() - before, 1, "and the tab is one statement");
    }
});

on_both!(of_two_conflicting_clicks_one_wins_and_the_other_is_told, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    let wish = Wish {
        id: story::id(&row),
        which: Which::EmailSync,
        on: true,
        version: row.version,
        confirmed: true,
    };
    actions::switch(&cx, &story::sure(&eva), &code, wish).await.unwrap();
    assert_eq!(actions::switch(&cx, &story::sure(&eva), &code, wish).await, Err(AppError::Conflict));
    let late = Wish { which: Which::Notify, on: false, ..wish };
    assert_eq!(
        actions::switch(&cx, &story::sure(&eva), &code, late).await,
        Err(AppError::Conflict),
        "nor another switch of it"
    );
});

on_both!(a_hundred_clicks_at_once_end_in_one_state, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    let wish = |place: usize| Wish {
        id: story::id(&row),
        which: Which::EmailSync,
        on: place.is_multiple_of(2),
        version: row.version + i64::try_from(place % 5).unwrap(),
        confirmed: true,
    };
    let sure = story::sure(&eva);
    let answers =
        futures::future::join_all((0..100).map(|place| actions::switch(&cx, &sure, &code, wish(place))))
            .await;
    let won = answers.iter().filter(|answer| answer.is_ok()).count();
    assert!(answers.iter().all(|answer| matches!(answer, Ok(()) | Err(AppError::Conflict))));
    assert!(won >= 1);
    let after = story::row(&cx, &eva, &code, ANNA).await;
    assert_eq!(after.version, row.version + i64::try_from(won).unwrap(), "every change counted once");
    assert_eq!(
        story::audited(&cx, "email_sync_on").await + story::audited(&cx, "email_sync_off").await,
        i64::try_from(won).unwrap()
    );
});

on_both!(the_last_login_and_the_last_notify_go_only_when_confirmed, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::contact(&cx, &eva, &code, "Jo", JO).await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    for (which, last) in [(Which::Login, true), (Which::Notify, false)] {
        let row = story::row(&cx, &eva, &code, ANNA).await;
        let wish = Wish { id: story::id(&row), which, on: false, version: row.version, confirmed: false };
        let answer = actions::switch(&cx, &story::sure(&eva), &code, wish).await;
        assert_eq!(matches!(answer, Err(AppError::Refused(_))), last, "{which:?}");
    }
    let jo = story::row(&cx, &eva, &code, JO).await;
    let wish =
        Wish { id: story::id(&jo), which: Which::Notify, on: false, version: jo.version, confirmed: false };
    assert!(
        matches!(actions::switch(&cx, &story::sure(&eva), &code, wish).await, Err(AppError::Refused(_))),
        "now it is the last"
    );
    actions::switch(&cx, &story::sure(&eva), &code, Wish { confirmed: true, ..wish }).await.unwrap();
});

on_both!(rows_out_of_sight_cannot_be_switched, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let tom = story::tom(&cx).await;
    let ina = story::ina(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    let mine = story::account(&cx, &tom, "Tomsen").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    let wish = Wish { id: story::id(&row), which: Which::EmailSync, on: true, version: 1, confirmed: true };
    assert_eq!(info::tab(&cx, &tom, &code).await.err(), Some(AppError::NotFound));
    assert_eq!(actions::switch(&cx, &story::sure(&tom), &code, wish).await, Err(AppError::NotFound));
    assert_eq!(
        actions::switch(&cx, &story::sure(&tom), &mine, wish).await,
        Err(AppError::NotFound),
        "nor by way of one's own account"
    );
    assert_eq!(
        actions::allow_login(&cx, &story::sure(&tom), &mine, wish.id, 1, None).await,
        Err(AppError::NotFound)
    );
    assert_eq!(
        story::posted(&cx, &ina, "/app/accounts/{code}/info/switch").await.err(),
        Some(AppError::NotAllowed)
    );
    let allows = "/app/accounts/{code}/info/emails/{setting}/login";
    assert_eq!(story::posted(&cx, &ina, allows).await.err(), Some(AppError::NotAllowed));
    let other = t.cx_of(&t.other_firm().await);
    let max = story::max(&other).await;
    assert_eq!(actions::switch(&other, &story::sure(&max), &code, wish).await, Err(AppError::NotFound));
    assert_eq!(story::row(&cx, &eva, &code, ANNA).await, row, "and nothing has changed");
});

on_both!(nonsense_is_not_a_wish, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    let (path, id) = (format!("/app/accounts/{code}/info/switch"), "01900000-0000-7000-8000-000000000000");
    for (setting, which, wrong) in
        [("nonsense", "login", AppError::NotFound), (id, "signatory", AppError::BadRequest)]
    {
        for on in ["true", "false"] {
            let wish = [("setting", setting), ("which", which), ("on", on), ("version", "1")];
            assert_eq!(story::post(&cx, &eva, &path, &wish).await.err(), Some(wrong.clone()), "{which} {on}");
        }
    }
});

on_both!(colleagues_hear_of_a_change_with_the_name_of_who_made_it, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let mut news = cx.db.subscribe();
    story::click(&cx, &eva, &code, ANNA, Which::EmailSync, true).await.unwrap();
    let heard: Vec<_> = news.recv().await.unwrap().iter().map(|one| one.event.news().clone()).collect();
    let tab = story::tab(&cx, &eva, &code).await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    let account = News::Account {
        account: tab.id.parse().unwrap(),
        act: "email_sync_on".to_owned(),
        about: row.id.parse::<SettingId>().ok().map(|id| id.0),
        by: "Eva Weber".to_owned(),
    };
    assert_eq!(
        heard,
        [account, News::Lists],
        "viewers of the account hear it all, lists only that it happened"
    );
});

on_both!(the_whole_tab_takes_one_statement, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::contact(&cx, &eva, &code, "Jo", JO).await;
    // How mail fares is remembered for a moment, whoever asked for it.
    access::mail_state::trouble(&cx).await.unwrap();
    let before = cx.db.statements();
    story::tab(&cx, &eva, &code).await;
    assert_eq!(cx.db.statements() - before, 1);
});

on_both!(an_account_without_contacts_has_a_tab_too, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    let tab = story::tab(&cx, &eva, &code).await;
    assert!(tab.contacts.is_empty());
    assert_eq!(tab.name, "Meier");
});

on_both!(a_refused_mail_shows_in_its_row, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    t.mail.refuse(ANNA, 550);
    story::invite(&cx, &eva, &code, ANNA).await;
    assert!(matches!(story::row(&cx, &eva, &code, ANNA).await.chip, Chip::Invited(_)));
    t.drain_mail().await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    assert_eq!(row.chip, Chip::MailFailed);
    assert!(row.refused.unwrap().contains("550"));
});

on_both!(a_mail_that_waits_for_the_mail_server_shows_in_its_row, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    t.mail.be_unreachable(ANNA);
    story::invite(&cx, &eva, &code, ANNA).await;
    assert_eq!(story::row(&cx, &eva, &code, ANNA).await.waiting, None, "nobody tried to send it yet");
    t.drain_mail().await;
    let row = story::row(&cx, &eva, &code, ANNA).await;
    let said = "The mail server has not responded since 09:00.";
    assert_eq!((row.waiting.as_deref(), row.refused), (Some(said), None));
    t.mail.accept(ANNA);
    t.clock.advance(Ts::MINUTE);
    t.drain_mail().await;
    assert_eq!(story::row(&cx, &eva, &code, ANNA).await.waiting, None);
});

on_both!(a_disabled_login_is_not_an_active_one, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    let user = testing::user(&cx, ANNA, "Anna").await;
    let now = cx.now();
    cx.write(move |tx| {
        Box::pin(async move {
            sql!("UPDATE portal_user SET disabled_at = $2 WHERE id = $1", user, now).run(tx).await?;
            Ok(())
        })
    })
    .await
    .unwrap();
    assert!(!story::row(&cx, &eva, &code, ANNA).await.active);
});
