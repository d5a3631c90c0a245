//! The server's half of the firm's look.

pub(super) mod actions;
pub(super) mod doors;
mod events;
#[cfg(test)]
mod look_tests;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
mod store;
