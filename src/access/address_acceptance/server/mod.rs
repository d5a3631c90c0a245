//! The server's half, which is all of it.

mod events;
mod settling;

pub(crate) use events::{ACCEPTED, ChangeAccepted};
pub(crate) use settling::settle;
