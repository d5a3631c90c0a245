//! The server's half: what is asked for.

mod actions;

pub(crate) use actions::{Asked, ResetRequest, ask, ask_to_tell_disabled};
