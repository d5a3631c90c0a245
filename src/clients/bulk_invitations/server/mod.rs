//! The server's half of invitations to many.

pub(super) mod actions;
pub(super) mod doors;
#[cfg(test)]
mod many_tests;
mod store;
