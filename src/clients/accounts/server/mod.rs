//! The server's half of accounts.

pub(crate) mod actions;
pub(super) mod doors;
pub(crate) mod store;
#[cfg(test)]
mod store_tests;
