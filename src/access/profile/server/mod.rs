//! The server's half of the profile.

mod actions;
mod doors;
mod events;
#[cfg(test)]
mod profile_tests;

pub use actions::read;
pub use doors::doors;
