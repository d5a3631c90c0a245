//! The server's half: what a choice writes, and what the home of an account reads.

mod actions;
mod doors;
mod home;
mod store;
#[cfg(test)]
mod switching_tests;

pub use actions::{dismiss, stay};
pub use doors::doors;
pub use home::home;
pub(crate) use store::team;
