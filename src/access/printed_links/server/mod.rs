//! The server's half: the rows, and what ends them.

mod actions;
mod store;

pub(crate) use actions::void;
pub(crate) use store::{find, insert, staff_of, take};
