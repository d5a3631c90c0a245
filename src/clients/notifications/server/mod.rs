//! The server's half of notifications.

mod actions;
#[cfg(test)]
mod choice_tests;
pub(super) mod doors;
mod events;
mod store;

pub(crate) use actions::{choose_for, choose_own, of_client, of_row, switched_on_by_staff};
