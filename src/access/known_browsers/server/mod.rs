//! The server's half: what a browser's cookie is worth, and its rows.

mod known;
#[cfg(test)]
mod mail_snapshot_tests;
mod store;

pub(crate) use known::{begin_anew, known_for, own_browser, own_id, purge, remember};
pub(crate) use store::forget;
