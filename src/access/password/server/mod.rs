//! The server's half of passwords.

mod change;
mod choose;
mod doors;
mod mails;
mod requests;
mod resets;
#[cfg(test)]
mod reset_tests;
mod staff_sent;
mod standing;
mod store;

pub use choose::{hash, refuse_weak, set};
pub use doors::doors;
pub use requests::work_requests;
pub use resets::reset_state;
pub use staff_sent::{Target, send_reset};
