//! Changes of address as they are kept: which address of a contact takes another one's place, and how far that is (ECHG-3).
//!
//! Which act leads where is decided in `clients::address_changes`; that the first sign-in with the new address settles the
//! change, in `access::address_changes`.

#[cfg(not(target_arch = "wasm32"))]
mod server;
mod state;

#[cfg(not(target_arch = "wasm32"))]
pub use server::{
    ChangeRecord, NewChange, OldLogin, Settled, accept, begin_to_ask, close, due, due_to_go, hold, insert,
    keep, of_id, old_login, open_of, open_of_contact, rename, retarget, settle, stand_in_line,
    stand_in_line_at, stand_in_line_of_login,
};
pub use state::State;
