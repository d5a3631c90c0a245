//! The server's half of changes of address.

mod due_store;
mod line_store;
mod sign_in_store;
mod store;

pub use due_store::{begin_to_ask, due, due_to_go};
pub use line_store::{stand_in_line, stand_in_line_at, stand_in_line_of_login};
pub use sign_in_store::{OldLogin, Settled, accept, close, hold, old_login};
pub use store::{
    ChangeRecord, NewChange, insert, keep, of_id, open_of, open_of_contact, rename, retarget, settle,
};
