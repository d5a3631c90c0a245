//! The server's half: what is stored, mailed and done.

mod accept;
mod actions;
mod doors;
mod mails;
mod store;
#[cfg(test)]
mod accept_tests;
#[cfg(test)]
mod door_tests;
#[cfg(test)]
mod invite_tests;
#[cfg(test)]
pub(crate) mod testing;

pub use actions::{Invitee, banner_for, invite, move_to, revoke_if_unneeded, view};
pub use doors::doors;
