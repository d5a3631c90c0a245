//! The server's half of sessions.

mod actions;
#[cfg(test)]
pub(crate) mod cast;
mod doors;
mod known;
mod known_store;
pub(crate) mod letter;
mod list;
mod store;
#[cfg(test)]
mod store_tests;
mod upkeep;

pub use actions::{
    Started, end, end_all_of_user, end_others, promote, renew, renew_proven, start_full, start_pending,
    start_unproven,
};
pub(crate) use actions::{stand_in_line, stand_in_line_to_enter};
pub use doors::doors;
pub(crate) use known::{begin_anew, known_for, own_browser};
pub(crate) use list::held;
pub(crate) use list::is_staff;
pub use list::{devices, left, may_enter};
pub use upkeep::{purge, touch};
