//! The server's half: the cookie that holds a link, and what a door makes of it.

mod kind;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod throttle;

pub use kind::{MailedLink, known};
pub(crate) use throttle::{mailed_in_time, sent_meanwhile};
