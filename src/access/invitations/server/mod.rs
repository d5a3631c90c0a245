//! The server's half: what is stored, mailed and done.

mod accept;
mod actions;
mod doors;
mod mails;
mod store;

pub use actions::{Invitee, banner_for, invite, move_to, revoke_if_unneeded, view};
pub use doors::doors;
