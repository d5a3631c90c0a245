//! The server's half: whom to tell, the mails, and the worker's look for what went wrong.

mod alert;
#[cfg(test)]
mod alerts_tests;
mod choices;
mod events;
mod following;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
mod store;
mod telling;
mod watching;

pub use alert::Recipient;
pub(super) use choices::{read, save};
pub use telling::recipients;
#[cfg(test)]
use watching::work_failed;
