//! The server's half of the first steps.

pub(super) mod actions;
pub(super) mod doors;
#[cfg(test)]
mod first_steps_tests;
mod store;
