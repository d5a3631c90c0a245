//! The server's half, which is all of it.

mod settling;

pub(crate) use settling::settle;
