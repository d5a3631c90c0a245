//! The server's half of lists.

mod fragments;
mod places;
mod reading;
mod reason;

pub use places::Places;
pub use reading::{Behind, Fetched, Rows, read};
pub use reason::{Reason, reasons, unsaid};
