//! Replacing an address that somebody signs in with (ECHG): one act of the firm, finished by the person.
//!
//! The new address takes the old one's place on the contact, gets its switches and is invited. The old one stays what
//! it was, unlinked, until LOGIN is switched off for it; whoever reads it is told and can stop the change. It is
//! accepted by the first sign-in with the new address (`access::address_acceptance`), and kept in
//! `directory::address_changes`. Invariants: an address is replaced by one other at a time; a change that was accepted
//! cannot be cancelled any more; a stopped one leaves nothing behind.

mod model;
mod pages;
pub mod rules;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod server;
mod server_fns;

#[cfg(not(target_arch = "wasm32"))]
use access::links::{Kind, LinkKind};
pub use model::{Answer, ChangeCard, Progress, Question, StopView};
pub use pages::StopChangePage;
pub(crate) use pages::{ChangeWords, RemoveQuestion, ReplaceSteps};

pub(crate) use rules::is_the_way_in;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use rules::{progress, standing};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{
    actions::{Begun, begin, follow},
    reading::{Shown, card},
    sweep::{refuse_lock_out, refuse_orphan, sweep, switched_off},
};
#[cfg(not(target_arch = "wasm32"))]
pub use server::{expiry::expire_due, old_address::remove_due};

/// The link that stops a change; about the change.
#[cfg(not(target_arch = "wasm32"))]
pub const LINK: LinkKind =
    LinkKind::new("stop_change", "stop_link", kernel::paths::STOP_ADDRESS_CHANGE, "/address-change/{token}");

/// Its holder reads the old address.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub enum StopsChange {}

#[cfg(not(target_arch = "wasm32"))]
impl Kind for StopsChange {
    const LINK: LinkKind = LINK;
}
