//! The server's half of printed links.

mod actions;
mod doors;
mod events;
#[cfg(test)]
mod link_tests;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;

pub use actions::{issue, state};
pub use doors::doors;
