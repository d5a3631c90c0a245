//! The server's half of accounts.

pub(crate) mod actions;
pub(super) mod doors;
mod list_store;
#[cfg(test)]
mod list_store_tests;
pub(crate) mod reading;
pub(crate) mod store;
#[cfg(test)]
mod store_tests;
