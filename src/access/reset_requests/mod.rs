//! What is asked about an address that the asker need not have: the request is written down, and the worker looks up whose the
//! address is, so that no answer takes longer for one that we know (SEC-10). Server only.

mod server;

pub(crate) use server::{DISABLED, Request, ask, ask_to_tell_disabled, due, find, finish, postpone, purge};
