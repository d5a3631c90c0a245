//! The server's half: what is stored, mailed and done.

mod accept;
#[cfg(test)]
mod accept_tests;
mod actions;
mod beginning;
#[cfg(test)]
mod door_tests;
mod events;
mod expiry;
#[cfg(test)]
mod invite_tests;
#[cfg(any(test, feature = "testing"))]
pub mod links_for_testing;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
mod store;
#[cfg(test)]
pub(crate) mod testing;

pub(super) use actions::renew;
pub use actions::{Invitee, invite, move_to, note, revoke_if_unneeded, view_for};
pub(super) use beginning::{anew, go_on};
pub(crate) use events::{ACTIVATED, Activated, Addressee, EXPIRED, Expired};
#[cfg(test)]
pub(crate) use expiry::work_expired;
