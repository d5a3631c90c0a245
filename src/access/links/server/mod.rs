//! The server's half: kinds, making links, the cookie that holds one, the guard that one makes, and their rows.

mod by_link;
mod held;
mod kind;
#[cfg(test)]
mod link_tests;
mod making;
mod names;
mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use by_link::{ByLink, opened, use_once};
pub use kind::{Kind, Link, LinkKind, Printed, Replaces};
pub use making::{New, Whose, draw, make, revoke_all, supersede};
pub(crate) use making::{claim_expired, expired, mailed, newest_open};
