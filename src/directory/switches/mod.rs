//! The switches LOGIN, NOTIFY and EMAIL SYNC of one (account, contact, address) as they are kept (DM-5), the notification
//! items that are off for it, and whose access ended.
//!
//! Invariants: every change raises the row's version, so that of two conflicting clicks one wins and the other sees it;
//! LOGIN on is the grant itself, there is no second copy of it, so LOGIN off ends access with the commit (ACC-4).

#[cfg(not(target_arch = "wasm32"))]
mod server;

#[cfg(not(target_arch = "wasm32"))]
pub use server::{
    Change, Flags, Loser, NewRow, RowOfAddress, Rows, SettingRecord, accounts_open_to, accounts_showing,
    accounts_without_row, addresses_without_row, copy_row, has_another_way_in, insert, is_in_sight,
    is_invited, item_off, item_on, items_off, keep_ended, logins_left, outdate, remove, restore_wishes,
    retire, rows_of, set, set_notify, setting, shares_login, take_hold, take_switches, with_login,
    with_login_at,
};
