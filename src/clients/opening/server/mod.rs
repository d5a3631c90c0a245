//! The server's half of opening an account.

pub(super) mod actions;
