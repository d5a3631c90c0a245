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

#[cfg(not(target_arch = "wasm32"))]
use crate::links::{Kind, LinkKind};
pub use model::{Beginning, InvitationView, TakeOver};
pub use pages::InvitationPage;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use rules::MOST_NAMED;
pub use rules::{DAYS, DAYS_AT_FIRST, LONGEST_MESSAGE};
#[cfg(all(not(target_arch = "wasm32"), any(test, feature = "testing")))]
pub use server::links_for_testing;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{ACTIVATED, Activated, Addressee, EXPIRED, Expired};
#[cfg(not(target_arch = "wasm32"))]
pub use server::{Invitee, invite, move_to, note, revoke_if_unneeded};
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) use server::{testing, work_expired};
pub use server_fns::*;

/// The link that a client is invited by.
#[cfg(not(target_arch = "wasm32"))]
pub const LINK: LinkKind =
    LinkKind::new("invitation", "invitation_link", kernel::paths::INVITATION, "/invite/{token}").of_address();

/// Its holder was invited.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub enum Invited {}

#[cfg(not(target_arch = "wasm32"))]
impl Kind for Invited {
    const LINK: LinkKind = LINK;
}
