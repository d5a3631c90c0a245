//! Browsers in which their owner is not asked for a mailed code for thirty days (AUTH-4, SEC-27).
//!
//! Trust is given with a right code, and its mark is a cookie of its own. It takes the place of the code alone, never of the
//! password; using it neither renews nor extends it. It counts only in a browser in which its owner signed in before, so
//! that whatever makes strangers of browsers ends it, too; and whatever ends a person's sessions ends it for good.

mod rules;
mod server;
mod server_fns;

pub(crate) use server::{forget_all, forget_at, held, is_here, opens, purge, trust};
