//! A client changes the address they sign in with, without asking the firm (ECHG-7): the current password, the new
//! address, a code from its mailbox; the old mailbox is told at once and can take it back for a week.
//!
//! Server only: its pages are plain forms that are never woken up, so they weigh nothing in the browser. The address moves
//! where it stands on its contact, so LOGIN, NOTIFY and EMAIL SYNC of every account go along, and so does what was
//! switched off. Invariants: whoever does not read the new mailbox gets nothing; an address that somebody else signs in
//! with is answered like any other (SEC-9), only its mail says more; a login that means more than one person's portal is
//! not moved here, but by the firm.

mod pages;
pub mod rules;
mod server;
mod server_fns;

use access::links::{Kind, LinkKind};
pub use pages::{OwnAddressPage, UndoAddressPage};
pub(crate) use rules::SHOWN;

/// The link in the old mailbox; about the change.
pub const LINK: LinkKind =
    LinkKind::new("undo_change", "undo_link", kernel::paths::UNDO_ADDRESS, "/address-undo/{token}");

/// Its holder reads the old address.
#[derive(Clone, Copy, Debug)]
pub enum UndoesChange {}

impl Kind for UndoesChange {
    const LINK: LinkKind = LINK;
}
