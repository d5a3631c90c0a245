//! The server's half of contacts.

pub(crate) mod actions;
mod address_store;
#[cfg(test)]
mod address_tests;
pub(crate) mod addresses;
pub(crate) mod doors;
pub(crate) mod reading;
pub(crate) mod store;
#[cfg(test)]
mod store_tests;
