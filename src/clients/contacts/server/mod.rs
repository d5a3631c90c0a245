//! The server's half of contacts.

pub(crate) mod actions;
#[cfg(test)]
mod address_tests;
pub(crate) mod addresses;
pub(super) mod doors;
pub(super) mod reading;
pub(crate) mod store;
#[cfg(test)]
mod store_tests;
