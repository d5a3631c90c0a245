//! The server's half.

mod actions;
mod store;
#[cfg(test)]
mod unsent_tests;

pub(super) use actions::keep_for;
pub use actions::{Typed, Unsent, find, keep, purge};
