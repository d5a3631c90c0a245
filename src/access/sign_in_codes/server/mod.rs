//! The server's half: rows, and their end.

mod store;
mod upkeep;

pub(crate) use store::{insert, live, void_all, void_but_newest};
pub(crate) use upkeep::purge;
