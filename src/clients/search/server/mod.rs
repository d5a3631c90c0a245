//! The server's half, which is all of it.

pub(crate) mod actions;
#[cfg(test)]
mod line_tests;
#[cfg(test)]
mod search_tests;
mod store;
