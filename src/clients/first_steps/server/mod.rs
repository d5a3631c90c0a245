//! The server's half of the first steps.

pub(super) mod actions;
#[cfg(test)]
mod first_steps_tests;
mod store;
