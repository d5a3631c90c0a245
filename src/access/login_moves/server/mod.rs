//! The server's half: moving a login, and taking one over.

mod events;
mod mailed;
mod own_move;
mod store;
mod taking_over;

use mailed::void_mailed;
pub use own_move::{is_taken, move_back, move_own};
pub(crate) use taking_over::{Shown, old_login, take_over};
