//! The server's half of trusted browsers.

mod events;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
mod store;
mod trust;
#[cfg(test)]
mod trust_tests;

pub(super) use trust::forget;
pub(crate) use trust::{forget_all, forget_at, held, is_here, opens, purge, trust};
