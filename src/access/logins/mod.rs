//! The person behind a session: who they are, whether they may enter at all, and the line in which everybody stands who
//! begins or ends something of theirs. Server only.

mod server;

pub(crate) use server::{Person, is_staff, may_enter, person, stand_in_line};
