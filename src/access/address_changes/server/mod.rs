//! The server's half, which is all of it.

mod settling;

pub use settling::REMOVE_AFTER;
pub(crate) use settling::settle;
