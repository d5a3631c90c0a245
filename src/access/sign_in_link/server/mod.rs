//! The server's half of printed links.

mod actions;
mod events;
#[cfg(test)]
mod link_tests;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
mod store;

pub(super) use actions::enter;
pub use actions::{issue, state};
