//! The server's half of a firm's hosts.

pub(super) mod actions;
pub(super) mod confirm;
mod events;
#[cfg(test)]
mod hosts_tests;
mod store;
