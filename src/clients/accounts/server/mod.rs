//! The server's half of accounts.

pub(crate) mod actions;
mod events;
mod filter_store;
#[cfg(test)]
mod filter_tests;
#[cfg(test)]
mod list_fixtures_tests;
mod list_store;
#[cfg(test)]
mod list_store_tests;
pub(crate) mod reading;
#[cfg(test)]
mod store_tests;
mod why;
mod why_store;
#[cfg(test)]
mod why_tests;
