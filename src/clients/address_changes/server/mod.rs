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
#[cfg(test)]
mod race_tests;
pub(crate) mod reading;
pub(crate) mod removal;
pub(super) mod removing;
#[cfg(test)]
mod removing_tests;
#[cfg(test)]
mod stop_tests;
pub(super) mod stopping;
