//! The server's half: making and comparing codes, their rows, and their end.

mod attempts;
mod bound;
#[cfg(test)]
mod code_tests;
mod mailing;
mod purge;
mod store;

pub(crate) use attempts::void_all;
pub use attempts::{Attempt, attempt, read, wrong};
pub use bound::Bound;
pub use mailing::{Standing, send, standing};
pub use purge::purge;
