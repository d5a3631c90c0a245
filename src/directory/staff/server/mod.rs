//! The server's half of the staff.

mod store;

pub use store::{hand_over, insert, insert_owner, set_deactivated, set_rights};
