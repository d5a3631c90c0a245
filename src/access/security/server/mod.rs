//! The server's half: the acts of the page.

mod actions;

pub(super) use actions::{end_one, end_others};
