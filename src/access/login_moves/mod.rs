//! A login goes on under another address: because its own person wants so (ECHG-7), or because whoever accepts a new address
//! has shown, with the old password or from a session of the old address, that the login of the old one is theirs (ECHG-5). And
//! what it takes for the old mailbox to fetch it back. Server only.

mod server;

pub(crate) use server::{Shown, old_login, take_over};
pub use server::{is_taken, move_back, move_own};
