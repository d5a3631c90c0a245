//! The server's half of the firm's details.

pub(super) mod actions;
#[cfg(test)]
mod details_tests;
mod events;
mod store;
