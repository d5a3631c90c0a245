//! What a replaced address means to signing in (ECHG-5): whoever accepts with the old password, or from a session of the
//! old address, takes the login along with its devices; the first sign-in with the new address settles the change. And
//! what it takes for somebody to move their own login (ECHG-7), and for the old mailbox to fetch it back. Server only.
//!
//! The change itself belongs to `clients::address_changes`. Here is what only this area knows: who somebody is. So this
//! is the one place of this area that writes a row of `clients`: the state of the change, and the switches of the old
//! address that end with it.

mod moving;
mod settling;
mod store;
mod taking_over;

pub use moving::{is_taken, move_back, move_own};
pub use settling::REMOVE_AFTER;
pub(crate) use settling::{settle, stand_in_line, stand_in_line_of_login};
pub(crate) use taking_over::{Shown, old_login, take_over};
