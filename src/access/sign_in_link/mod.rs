//! A way in for a member of staff who can get no code, while mail does not go: `portico user sign-in-link` prints a link
//! that works once, for a quarter of an hour, in place of password and code.
//!
//! Who printed it has the server's database at hand, so it opens nothing that was closed to them; but it is written down
//! and mailed. It is no proof of the password: step-up asks for it. What ends a person's sessions ends it as well.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::SignInLinkState;
pub use pages::SignInLinkPage;
#[cfg(not(target_arch = "wasm32"))]
pub use rules::LIFE;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{doors, issue};

/// The link that signs in.
#[cfg(not(target_arch = "wasm32"))]
pub const LINK: crate::mailed_links::MailedLink = crate::mailed_links::MailedLink {
    cookie: "sign_in_link",
    page: kernel::paths::SIGN_IN_LINK,
    opens: "/sign-in-link/{token}",
};
