//! The server's half of assignments.

mod store;

pub use store::{assign, assign_all_of, unassign};
