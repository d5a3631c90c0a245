//! The server's half of asking again.

mod asking;
mod events;
#[cfg(test)]
mod step_up_tests;

pub use asking::JustProven;
#[cfg(test)]
pub(crate) use asking::give;
