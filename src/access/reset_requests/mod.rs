//! What is asked about an address that the asker need not have: the request is queued as a job, and the worker looks up whose
//! the address is, so that no answer takes longer for one that we know (SEC-10). `password` says what the worker does. Server
//! only.

mod server;

pub(crate) use server::{Asked, ResetRequest, ask, ask_to_tell_disabled};
