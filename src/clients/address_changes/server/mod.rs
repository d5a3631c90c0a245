//! The server's half of replaced addresses.

pub(crate) mod actions;
#[cfg(test)]
mod change_tests;
mod events;
pub(super) mod expiry;
mod following;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
pub(super) mod old_address;
#[cfg(test)]
mod old_address_tests;
#[cfg(test)]
mod race_tests;
pub(crate) mod reading;
#[cfg(test)]
mod stop_tests;
pub(super) mod stopping;
pub(crate) mod sweep;
