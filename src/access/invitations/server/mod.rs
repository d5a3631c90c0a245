//! The server's half: what is stored, mailed and done.

mod accept;
#[cfg(test)]
mod accept_tests;
mod actions;
#[cfg(test)]
mod door_tests;
mod doors;
mod events;
mod expiry;
mod expiry_store;
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

pub use actions::{Invitee, invite, move_to, note, revoke_if_unneeded, view_for};
pub use doors::doors;
pub(crate) use events::{ACTIVATED, Activated, EXPIRED, Expired, Invited};
#[cfg(test)]
pub(crate) use expiry::work_expired;
