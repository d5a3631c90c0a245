//! The server's half: what is stored and done.

pub(super) mod actions;
mod store;
#[cfg(test)]
mod teammate_tests;
