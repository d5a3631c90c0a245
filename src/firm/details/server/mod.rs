//! The server's half of the firm's details.

pub(super) mod actions;
#[cfg(test)]
mod details_tests;
pub(super) mod doors;
mod events;
mod store;
