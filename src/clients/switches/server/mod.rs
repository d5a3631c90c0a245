//! The server's half, which is all of it.

mod actions;
mod entering;
mod entering_store;
mod events;
mod grants;
mod letting_in;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;

pub(crate) use actions::{invitee, row};
pub(crate) use entering::{demand_proof, replaced, tell_people};
pub(crate) use events::{OfRow, What};
pub(crate) use grants::{ended, rows_for_address, rows_for_link};
pub(crate) use letting_in::{let_in, let_in_unseen};
