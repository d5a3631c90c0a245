//! What a replaced address means to signing in: the first sign-in with the new address settles the change (ECHG-3). How the
//! login itself goes on under the new address is the matter of `login_moves`. Server only.
//!
//! The change itself belongs to `clients::address_changes`. Here is what only this area knows: who somebody is. So this
//! is the place of this area that writes a row of `clients`: the state of the change, and the switches of the old
//! address that end with it.

mod settling;
mod store;

pub use settling::REMOVE_AFTER;
pub(crate) use settling::{settle, stand_in_line, stand_in_line_of_login};
pub(crate) use store::retire;
