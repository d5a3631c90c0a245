//! A way in for a member of staff who can get no code, while mail does not go: `portico user sign-in-link` prints a link
//! that works once, for a quarter of an hour, in place of password and code.
//!
//! Who printed it has the server's database at hand, so it opens nothing that was closed to them; but it is written down
//! and mailed. It is no proof of the password: step-up asks for it. What ends a person's sessions ends it as well.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

#[cfg(not(target_arch = "wasm32"))]
use crate::links::{Kind, LinkKind, Printed, SIGN_IN_LIFE};
pub use model::SignInLinkState;
pub use pages::SignInLinkPage;
#[cfg(not(target_arch = "wasm32"))]
pub use server::issue;

/// The link that signs in, and how long it works.
#[cfg(not(target_arch = "wasm32"))]
pub const LINK: LinkKind = Printed::LINK;
#[cfg(not(target_arch = "wasm32"))]
pub const LIFE: i64 = SIGN_IN_LIFE;
