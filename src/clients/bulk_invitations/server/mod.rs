//! The server's half of invitations to many.

pub(super) mod actions;
#[cfg(test)]
mod many_tests;
mod store;
