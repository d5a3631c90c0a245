//! How often an address is mailed a link (INV-6).

use crate::mailed_links::rules::{self, MAIL_INTERVAL};
use kernel::{AppError, Ts};
use platform::db::DbError;

/// Whether an address may be mailed again; `sent` are the mails of the last day, newest first.
///
/// # Errors
/// `TooMany` within a minute, or for the sixth mail of a day.
pub(crate) fn mailed_in_time(sent: &[Ts], now: Ts) -> Result<(), AppError> {
    rules::wait(sent, now).map_or(Ok(()), |seconds| Err(AppError::TooMany(seconds)))
}

/// The index lets one open link of an address through; whoever pressed Send at the same instant as a colleague learns that it
/// was sent.
pub(crate) fn sent_meanwhile(error: DbError) -> AppError {
    let seconds = u32::try_from(MAIL_INTERVAL / Ts::SECOND).unwrap_or(u32::MAX);
    if error.is_duplicate() { AppError::TooMany(seconds) } else { error.into() }
}
