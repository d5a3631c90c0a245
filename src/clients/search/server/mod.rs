//! The server's half, which is all of it.

pub(crate) mod actions;
#[cfg(test)]
mod search_tests;
mod store;
