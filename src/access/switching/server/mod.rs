//! The server's half: what a choice writes, and what the home of an account reads.

mod actions;
mod home;
mod store;
#[cfg(test)]
mod switching_tests;

pub(super) use actions::choose;
pub use actions::{dismiss, stay};
pub use home::home;
pub(crate) use store::team;
