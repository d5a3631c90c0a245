//! The server's half of passwords.

#[cfg(test)]
mod asking_tests;
mod change;
#[cfg(test)]
mod change_tests;
mod choose;
mod events;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
mod requests;
#[cfg(test)]
mod reset_tests;
mod resets;
mod staff_sent;
#[cfg(test)]
mod staff_sent_tests;
mod store;
#[cfg(test)]
mod testing;

pub use change::prove;
pub(super) use change::{back_to, change};
pub use choose::{hash, refuse_weak, set, void_resets};
pub(super) use requests::ask;
pub(super) use resets::{reset_state, use_reset};
pub use staff_sent::{Target, send_reset};
