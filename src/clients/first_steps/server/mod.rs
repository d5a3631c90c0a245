//! The server's half of the first steps.

pub(super) mod actions;
mod events;
#[cfg(test)]
mod first_steps_tests;
mod store;
