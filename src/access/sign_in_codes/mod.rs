//! Codes that were mailed for a sign-in under way, as they are stored: below the sessions, which void them when the sign-in
//! is over. What a code is and who may try one is the matter of `sign_in`. Server only.

mod server;

pub(crate) use server::{insert, live, purge, void_all, void_but_newest};
