//! The server's half of lists.

mod fragments;
mod places;
mod reading;

pub use places::Places;
pub use reading::{Behind, Fetched, Rows, read};
