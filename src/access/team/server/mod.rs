//! The server's half of the team.

mod assignments;
mod doors;
mod events;
mod invitation_store;
mod invites;
pub(super) mod join;
mod join_doors;
mod mails;
mod members;
pub(super) mod reading;
mod renewal;
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

use crate::gate::Door;
pub use events::Assigned;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    [doors::doors(), join_doors::doors()].concat()
}
