//! The server's half of the firm's look.

pub(super) mod actions;
mod events;
#[cfg(test)]
mod look_tests;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
mod store;
