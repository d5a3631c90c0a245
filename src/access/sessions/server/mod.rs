//! The server's half of sessions.

mod actions;
mod afterwards;
mod events;
#[cfg(test)]
pub(crate) mod fixtures;
mod list;
mod store;
#[cfg(test)]
mod store_tests;
mod upkeep;

pub(crate) use actions::stand_in_line_to_enter;
pub use actions::{
    Started, end, end_all_of_user, end_others, promote, renew, renew_proven, start_full, start_pending,
    start_unproven,
};
pub use afterwards::afterwards;
pub(crate) use list::held;
pub use list::{devices, left};
pub(crate) use store::{answered, close_banner, count_try, end_pending, wait_on};
pub(crate) use upkeep::purge;
pub use upkeep::touch;
