//! The server's half: whom to tell, the mails, and the worker's look for what went wrong.

mod alert;
#[cfg(test)]
mod alerts_tests;
mod choices;
mod locked;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
mod store;
mod telling;
mod watching;

pub use alert::Recipient;
pub(crate) use alert::{Alert, Happened};
pub(super) use choices::{read, save};
pub(crate) use locked::codes_locked;
pub use telling::recipients;
pub(crate) use telling::tell;
#[cfg(test)]
use watching::work_failed;
