//! The server's half, which is all of it.

pub(super) mod actions;
#[cfg(test)]
mod attack_tests;
mod events;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
mod on_contact;
#[cfg(test)]
mod own_tests;
pub(super) mod reading;
mod store;
pub(super) mod undoing;
mod upkeep;
mod upkeep_store;
