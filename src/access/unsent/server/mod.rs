//! The server's half.

mod actions;
mod doors;
mod store;
#[cfg(test)]
mod unsent_tests;

pub use actions::{Unsent, find, keep, purge};
pub use doors::doors;
