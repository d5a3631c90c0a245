//! The server's half of notifications.

mod actions;
mod bringing_back;
#[cfg(test)]
mod choice_tests;
mod events;
mod store;

pub(crate) use actions::{choose_for, choose_own, of_client, of_row, switched_on_by_staff};
pub(super) use bringing_back::bring_back;
