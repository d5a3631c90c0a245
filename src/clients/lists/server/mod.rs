//! The server's half of lists.

mod found;

pub(crate) use found::{Found, InOrder, PART, ids_text};
