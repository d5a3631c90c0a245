//! The items as both sides change them, and who may.

use super::{choose_for, choose_own, of_client, of_row};
use crate::contacts::server::actions as contacts;
use crate::info::Which;
use crate::notifications::NotifyPrefs;
use crate::notifications::rules::Side;
use crate::testing as story;
use access::gate::{ClientOf, testing};
use kernel::AppError;
use kernel::notify::Item;
use platform::{Cx, on_both};

const ANNA: &str = "anna@meier.example";
const SILENT: Side = Side::Staff { wanted_by_client: false };
const ASKED: Side = Side::Staff { wanted_by_client: true };

async fn scene(cx: &Cx) -> (story::Manager, String, ClientOf) {
    let eva = story::eva(cx).await;
    let code = story::account(cx, &eva, "Meier").await;
    story::contact(cx, &eva, &code, "Anna", ANNA).await;
    let anna = testing::client(cx, ANNA, "Anna").await;
    story::click(cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    let anna = testing::client_of(cx, &anna, &code).await.unwrap();
    (eva, code, anna)
}

async fn prefs(cx: &Cx, eva: &story::Manager, code: &str) -> NotifyPrefs {
    let row = story::row(cx, eva, code, ANNA).await;
    of_row(cx, eva, code, &row.id).await.unwrap()
}

fn is_on(prefs: &NotifyPrefs, item: Item) -> bool {
    prefs.items.iter().any(|it| it.item == item && it.on)
}

/// How many of all items are on, whether a page lists them or not.
fn count_on(prefs: &NotifyPrefs) -> usize {
    prefs.items.iter().filter(|it| it.on).count()
}

on_both!(everything_is_on_until_it_is_switched_off, |t| {
    let cx = t.cx();
    let (eva, code, _) = scene(&cx).await;
    assert_eq!(count_on(&prefs(&cx, &eva, &code).await), Item::ALL.len());
});

on_both!(each_item_is_switched_alone_by_staff_and_seen_by_the_client, |t| {
    let cx = t.cx();
    let (eva, code, anna) = scene(&cx).await;
    for item in Item::ALL {
        let id = prefs(&cx, &eva, &code).await.setting;
        choose_for(&cx, &eva, &code, &id, &[item.key()], false, SILENT).await.unwrap();
        let mine = of_client(&cx, &anna).await.unwrap().remove(0);
        let off: Vec<Item> = Item::ALL.into_iter().filter(|one| !is_on(&mine, *one)).collect();
        assert_eq!(off, [item]);
        let by = mine.items.iter().find_map(|it| it.off_by.clone()).expect("it says who");
        assert_eq!((by.client, by.name.as_str()), (false, "Eva Weber"));
        let listed = usize::from(Item::AVAILABLE.contains(&item));
        assert_eq!(
            story::row(&cx, &eva, &code, ANNA).await.items_off,
            listed,
            "a row counts what is on offer"
        );
        choose_for(&cx, &eva, &code, &id, &[item.key()], true, SILENT).await.unwrap();
    }
    assert_eq!(story::audited(&cx, "notifications_changed").await, 32);
});

on_both!(what_the_client_switched_off_staff_bring_back_only_when_asked, |t| {
    let cx = t.cx();
    let (eva, code, anna) = scene(&cx).await;
    let id = prefs(&cx, &eva, &code).await.setting;
    let key = Item::InvoiceReminder.key();
    choose_own(&cx, &anna, &id, key, false).await.unwrap();
    let seen = prefs(&cx, &eva, &code).await;
    let by = seen.items.iter().find_map(|it| it.off_by.clone()).expect("staff see it");
    assert!(by.client);
    let answer = choose_for(&cx, &eva, &code, &id, &[key], true, SILENT).await;
    assert!(matches!(answer, Err(AppError::Refused(_))));
    choose_for(&cx, &eva, &code, &id, &[key], false, SILENT).await.unwrap();
    let answer = choose_for(&cx, &eva, &code, &id, &[key], true, SILENT).await;
    assert!(matches!(answer, Err(AppError::Refused(_))), "nor after switching it off once more");
    choose_for(&cx, &eva, &code, &id, &[key], true, ASKED).await.unwrap();
    assert_eq!(count_on(&prefs(&cx, &eva, &code).await), Item::ALL.len());
});

on_both!(all_off_is_notify_off_and_the_other_way_round, |t| {
    let cx = t.cx();
    let (eva, code, anna) = scene(&cx).await;
    let id = prefs(&cx, &eva, &code).await.setting;
    choose_own(&cx, &anna, &id, "", false).await.unwrap();
    assert!(!story::row(&cx, &eva, &code, ANNA).await.notify);
    let answer = story::click(&cx, &eva, &code, ANNA, Which::Notify, true).await;
    assert!(matches!(answer, Err(AppError::Refused(_))), "the client's choice");
    assert!(!story::row(&cx, &eva, &code, ANNA).await.notify, "and nothing was stored");
    choose_own(&cx, &anna, &id, "", true).await.unwrap();
    assert!(story::row(&cx, &eva, &code, ANNA).await.notify);
    story::click(&cx, &eva, &code, ANNA, Which::Notify, false).await.unwrap();
    assert_eq!(count_on(&of_client(&cx, &anna).await.unwrap()[0]), 0);
    choose_own(&cx, &anna, &id, Item::TaskNew.key(), true).await.unwrap();
    assert!(story::row(&cx, &eva, &code, ANNA).await.notify);
    assert_eq!(count_on(&prefs(&cx, &eva, &code).await), 1);
});

on_both!(a_client_changes_only_rows_of_the_own_address_in_this_account, |t| {
    let cx = t.cx();
    let (eva, code, anna) = scene(&cx).await;
    story::contact(&cx, &eva, &code, "Jo", "jo@meier.example").await;
    let other = story::account(&cx, &eva, "Meier KG").await;
    story::link(&cx, &eva, &code, ANNA, &other).await;
    let strange = story::row(&cx, &eva, &code, "jo@meier.example").await.id;
    let elsewhere = story::row(&cx, &eva, &other, ANNA).await.id;
    for id in [strange.as_str(), elsewhere.as_str(), "nonsense"] {
        assert_eq!(choose_own(&cx, &anna, id, "", false).await, Err(AppError::NotFound));
    }
    let own = of_client(&cx, &anna).await.unwrap();
    assert_eq!(own.len(), 1);
    let bad = choose_own(&cx, &anna, &own[0].setting, "security", false).await;
    assert_eq!(bad, Err(AppError::BadRequest), "security mails are no item");
});

on_both!(unlinking_and_linking_again_brings_nothing_back_that_the_client_switched_off, |t| {
    let cx = t.cx();
    let (eva, code, anna) = scene(&cx).await;
    let id = prefs(&cx, &eva, &code).await.setting;
    let item = Item::InvoiceReminder;
    choose_own(&cx, &anna, &id, item.key(), false).await.unwrap();
    choose_for(&cx, &eva, &code, &id, &[Item::TaskNew.key()], false, SILENT).await.unwrap();
    // Twice, for the wish is kept as often as it takes.
    for _ in 0..2 {
        let other = story::account(&cx, &eva, "Elsewhere").await;
        story::link(&cx, &eva, &code, ANNA, &other).await;
        let contact = story::group_of(&cx, &eva, &code, ANNA).await.parse().unwrap();
        contacts::unlink(&cx, &eva, contact, &code, true).await.unwrap();
        contacts::link(&cx, &eva, &code, contact, "").await.unwrap();
        let now = prefs(&cx, &eva, &code).await;
        assert_ne!(now.setting, id, "a new row");
        assert!(!is_on(&now, item), "the client's word");
        assert!(is_on(&now, Item::TaskNew), "the firm's own choices begin anew");
        let by = now.items.iter().find_map(|it| it.off_by.clone()).expect("it says who");
        assert!(by.client && by.name == "Anna");
        let answer = choose_for(&cx, &eva, &code, &now.setting, &[item.key()], true, SILENT).await;
        assert!(matches!(answer, Err(AppError::Refused(_))));
        let row = story::row(&cx, &eva, &other, ANNA).await.id;
        let elsewhere = of_row(&cx, &eva, &other, &row).await.unwrap();
        assert_eq!(count_on(&elsewhere), Item::ALL.len(), "another account is another matter");
    }
    // Everything off: NOTIFY comes back off.
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    let own = of_client(&cx, &anna).await.unwrap().remove(0).setting;
    choose_own(&cx, &anna, &own, "", false).await.unwrap();
    let contact = story::group_of(&cx, &eva, &code, ANNA).await.parse().unwrap();
    contacts::unlink(&cx, &eva, contact, &code, true).await.unwrap();
    contacts::link(&cx, &eva, &code, contact, "").await.unwrap();
    assert!(!story::row(&cx, &eva, &code, ANNA).await.notify);
});

on_both!(spouses_with_one_address_have_a_set_each, |t| {
    let cx = t.cx();
    let (eva, code, anna) = scene(&cx).await;
    story::contact(&cx, &eva, &code, "Jo", ANNA).await;
    let sets = of_client(&cx, &anna).await.unwrap();
    assert_eq!(sets.iter().map(|set| set.contact.as_str()).collect::<Vec<_>>(), ["Anna", "Jo"]);
});

on_both!(staff_without_right_or_sight_change_nothing, |t| {
    let cx = t.cx();
    let (eva, code, _) = scene(&cx).await;
    let id = prefs(&cx, &eva, &code).await.setting;
    let ina = story::ina(&cx).await;
    let tom = story::tom(&cx).await;
    let chooses = "/app/accounts/{code}/info/emails/{setting}/notifications";
    assert_eq!(story::posted(&cx, &ina, chooses).await.err(), Some(AppError::NotAllowed));
    assert_eq!(choose_for(&cx, &tom, &code, &id, &[""], false, SILENT).await, Err(AppError::NotFound));
    assert_eq!(of_row(&cx, &tom, &code, &id).await.err(), Some(AppError::NotFound));
    assert_eq!(count_on(&prefs(&cx, &eva, &code).await), Item::ALL.len());
});
