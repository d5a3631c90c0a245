//! The server's half of logins.

mod store;

pub(crate) use store::{Person, is_staff, may_enter, person, stand_in_line};
