//! Asking the worker to look an address up, and forgetting who asked.

use super::store;
use kernel::email::Lookup;
use kernel::{AppError, Ts};
use platform::chores::sweep;
use platform::db::Tx;
use platform::{Cx, Platform};

/// Kinds of requests.
const RESET: &str = "reset";
pub(crate) const DISABLED: &str = "disabled";

/// Asks for a link to a new password for whoever has the address in this spelling. `counted_for` is the network that it was
/// counted for, if for one.
///
/// # Errors
/// What the database says.
pub(crate) async fn ask(
    tx: &mut Tx,
    cx: &Cx,
    spelling: &str,
    counted_for: Option<String>,
) -> Result<(), AppError> {
    Ok(store::insert(tx, cx, cx.ids.next(), spelling, RESET, counted_for).await?)
}

/// Has the owner of this address told that their password was disabled, if there is one (SEC-11). Here, too, the worker
/// looks the address up.
///
/// # Errors
/// What the database says.
pub(crate) async fn ask_to_tell_disabled(tx: &mut Tx, cx: &Cx, address: &str) -> Result<(), AppError> {
    // What is no address belongs to nobody, and PostgreSQL takes no NUL in a text.
    let spelling = Lookup::of(address).spelling;
    Ok(store::insert(tx, cx, cx.ids.next(), &spelling, DISABLED, None).await?)
}

/// Deletes what was asked for before, done or not; how many.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn purge(platform: &Platform, before: Ts) -> Result<u64, AppError> {
    sweep(&platform.db, || store::old(before), || store::purge(before)).await
}
