//! Who works for the firm, or did: role, rights, and since when they do not any more (`staff_member`). Server only.
//!
//! Who may decide about whom is asked in `access::team`; here is only what a row can never be: a second owner, or none.

mod server;

pub use server::{hand_over, insert, insert_owner, set_deactivated, set_rights};
