//! The server's half, which is all of it.

mod store;

pub use store::{put_in_sight, take_out_of_sight};
