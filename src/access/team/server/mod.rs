//! The server's half of the team.

pub(super) mod assignments;
mod events;
mod invitation_store;
pub(super) mod invites;
pub(super) mod join;
pub(super) mod joining;
mod mails;
pub(super) mod members;
pub(super) mod reading;
pub(super) mod renewal;
mod store;

#[cfg(test)]
mod invite_tests;
#[cfg(test)]
mod join_tests;
#[cfg(test)]
mod mail_snapshot_tests;
#[cfg(test)]
mod member_tests;
#[cfg(test)]
mod renewal_tests;
#[cfg(test)]
mod testing;

pub use events::Assigned;
