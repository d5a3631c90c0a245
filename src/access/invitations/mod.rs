//! An invitation: one mailed link with which a person activates their login and chooses a password (INV-1 to INV-8).
//!
//! Access and invitation are separate: a switch LOGIN grants access, the invitation only lets its owner begin.
//! Opening a link changes nothing; a post to its page does, once. A link that lost its use says so and offers a way
//! on, except where LOGIN is off or the address was changed: then only the firm can help. An address that replaces
//! another may go on with that one's login (ECHG-5).
//!
//! [`model`] crosses the wire, `rules` decides, `pages` show, `server` acts.

pub mod model;
mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{InvitationView, TakeOver};
pub use pages::InvitationPage;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use rules::MOST_NAMED;
pub use rules::{DAYS, DAYS_AT_FIRST, LONGEST_MESSAGE};
#[cfg(all(not(target_arch = "wasm32"), any(test, feature = "testing")))]
pub use server::links_for_testing;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{ACTIVATED, Activated, EXPIRED, Expired, Invited};
#[cfg(not(target_arch = "wasm32"))]
pub use server::{Invitee, doors, invite, move_to, note, revoke_if_unneeded};
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) use server::{testing, work_expired};
pub use server_fns::*;

/// The link that a client is invited by.
#[cfg(not(target_arch = "wasm32"))]
pub const LINK: crate::mailed_links::MailedLink = crate::mailed_links::MailedLink {
    cookie: "invitation_link",
    page: kernel::paths::INVITATION,
    opens: "/invite/{token}",
};
