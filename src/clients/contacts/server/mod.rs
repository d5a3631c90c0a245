//! The server's half of contacts.

#[cfg(test)]
mod access_tests;
pub(crate) mod actions;
#[cfg(test)]
mod address_tests;
pub(crate) mod addresses;
mod card_store;
#[cfg(test)]
mod card_tests;
mod events;
mod known;
#[cfg(test)]
mod list_found_tests;
mod list_store;
#[cfg(test)]
mod list_store_tests;
pub(crate) mod listing;
pub(crate) mod reading;
#[cfg(test)]
mod store_tests;
