//! The list, on the page where staff arrive.

mod first_steps;

pub(crate) use first_steps::FirstSteps;
