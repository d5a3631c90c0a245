//! The server's half of the profile.

mod actions;
mod events;
#[cfg(test)]
mod profile_tests;

pub use actions::read;
pub(super) use actions::{Typed, save};
