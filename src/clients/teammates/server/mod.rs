//! The server's half: what is stored and done.

pub(super) mod actions;
pub(super) mod doors;
mod store;
#[cfg(test)]
mod teammate_tests;
