//! The server's half, which is all of it.

mod address_store;
mod choice_store;
mod ended_store;
mod load;
mod rows;
mod rows_store;
mod store;
mod wish_store;

pub use address_store::{
    RowOfAddress, accounts_showing, copy_row, has_another_way_in, logins_left, retire, rows_of, take_switches,
};
pub use choice_store::{item_off, item_on, items_off, set_notify, take_hold};
pub use ended_store::keep_ended;
pub use load::is_in_sight;
pub use rows::Rows;
pub use rows_store::{Loser, remove, with_login};
pub use store::{
    Change, Flags, NewRow, SettingRecord, accounts_open_to, accounts_without_row, addresses_without_row,
    insert, is_invited, outdate, set, setting, shares_login, with_login_at,
};
pub use wish_store::restore_wishes;
