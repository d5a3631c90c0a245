//! The server's half of the team.

mod assignments;
mod doors;
mod invitation_store;
mod invites;
pub(super) mod join;
pub(super) mod joining;
mod mails;
mod members;
pub(super) mod reading;
pub(super) mod renewal;
mod store;
mod trail;

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

use crate::gate::Door;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    doors::doors()
}
