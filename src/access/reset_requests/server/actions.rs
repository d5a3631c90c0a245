//! Asking the worker to look an address up.

use super::store;
use kernel::AppError;
use kernel::email::Lookup;
use platform::Cx;
use platform::db::Tx;

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
