//! The list of items, and the matrix as both sides use it.

use super::*;
use kernel::notify::Category;
use proptest::prelude::*;
use std::collections::BTreeSet;

const STAFF: Side = Side::Staff { wanted_by_client: false };
const ASKED: Side = Side::Staff { wanted_by_client: true };

fn all_on() -> Matrix {
    Matrix { notify: true, off: BTreeMap::new() }
}

#[test]
fn the_list_is_complete_and_its_keys_are_unique() {
    let keys: BTreeSet<&str> = Item::ALL.iter().map(|item| item.key()).collect();
    assert_eq!(keys.len(), Item::ALL.len());
    for item in Item::ALL {
        assert_eq!(Item::from_key(item.key()), Some(item));
    }
    for category in Category::ALL {
        assert!(Item::ALL.iter().any(|item| item.category() == category));
    }
}

#[test]
fn what_is_offered_is_in_the_order_of_the_list_and_only_that_is_counted() {
    assert!(Item::AVAILABLE.is_sorted(), "{:?}", Item::AVAILABLE);
    let some = [Item::ChatMessage, Item::InvoiceNew];
    for (stored, off) in
        [("", 0), ("chat_message", 1), ("invoice_new task_new chat_message", 2), ("task_new x", 0)]
    {
        assert_eq!(count_off(stored, &some), off, "{stored}");
        assert_eq!(count_off(stored, &[]), 0, "{stored}: nothing is offered");
    }
}

#[test]
fn switching_off_the_last_item_is_notify_off() {
    let mut matrix = all_on();
    for item in Item::ALL {
        assert!(matrix.notify);
        matrix = matrix.turned(Some(item), false, STAFF).unwrap();
    }
    assert!(!matrix.notify);
    let again = matrix.turned(None, true, STAFF).unwrap();
    assert_eq!(again, all_on(), "NOTIFY on brings all back when none was left");
}

#[test]
fn notify_off_by_staff_forgets_no_single_choice() {
    let some = all_on().turned(Some(Item::ChatMessage), false, STAFF).unwrap();
    let off = some.turned(None, false, STAFF).unwrap();
    assert!(Item::ALL.iter().all(|item| !off.is_on(*item)));
    assert_eq!(off.turned(None, true, STAFF).unwrap(), some);
}

#[test]
fn one_item_on_while_all_are_off_brings_only_that_one() {
    let off = all_on().turned(None, false, STAFF).unwrap();
    let one = off.turned(Some(Item::InvoiceNew), true, STAFF).unwrap();
    let on: Vec<Item> = Item::ALL.into_iter().filter(|item| one.is_on(*item)).collect();
    assert_eq!(on, [Item::InvoiceNew]);
}

#[test]
fn what_the_client_switched_off_does_not_come_back_silently() {
    let off = all_on().turned(Some(Item::TaskReminder), false, Side::Client).unwrap();
    assert_eq!(off.turned(Some(Item::TaskReminder), true, STAFF), Err(ClientChoseOff));
    assert!(off.turned(Some(Item::TaskReminder), true, ASKED).unwrap().is_on(Item::TaskReminder));
    assert!(off.turned(Some(Item::TaskReminder), true, Side::Client).unwrap().is_on(Item::TaskReminder));
    let around = off.turned(None, false, STAFF).unwrap().turned(None, true, STAFF).unwrap();
    assert!(!around.is_on(Item::TaskReminder), "nor by way of NOTIFY");
    let nothing = all_on().turned(None, false, Side::Client).unwrap();
    assert_eq!(nothing.turned(None, true, STAFF), Err(ClientChoseOff));
    assert_eq!(nothing.turned(None, true, ASKED).unwrap(), all_on());
}

proptest! {
    #[test]
    fn all_items_off_and_notify_off_are_the_same_after_every_click(
        clicks in proptest::collection::vec((0usize..17, any::<bool>(), 0u8..3), 0..60)
    ) {
        let mut matrix = all_on();
        for (place, on, who) in clicks {
            let side = [STAFF, ASKED, Side::Client][usize::from(who)];
            let what = Item::ALL.get(place).copied();
            let Ok(next) = matrix.turned(what, on, side) else { continue };
            let any = Item::ALL.iter().any(|item| next.is_on(*item));
            prop_assert_eq!(any, next.notify);
            if let Some(item) = what {
                prop_assert_eq!(next.is_on(item), on);
                if matrix.notify && next.notify {
                    let others = Item::ALL.into_iter().filter(|other| *other != item);
                    for other in others {
                        prop_assert_eq!(next.is_on(other), matrix.is_on(other));
                    }
                }
            }
            matrix = next;
        }
    }
}
