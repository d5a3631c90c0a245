//! Sign-in links that were printed for a member of staff, as they are stored: below the sessions, whose end makes them
//! worthless. What they open is the matter of `sign_in_link`. Server only.

mod server;

pub(crate) use server::{find, insert, staff_of, take, void};
