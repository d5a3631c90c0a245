//! The server's half: what is asked for, and the rows of it.

mod actions;
mod store;

pub(crate) use actions::{DISABLED, ask, ask_to_tell_disabled, purge};
pub(crate) use store::{Request, due, find, finish, postpone};
