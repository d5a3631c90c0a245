//! The login behind the old address goes on under the new one.

use super::events::LoginMoved;
use super::void_mailed;
use crate::gate::RightPassword;
use crate::trusted_devices;
use directory::address_changes::{self as records, OldLogin};
use directory::{people, switches};
use kernel::{AppError, EmailAddress, UserId};
use platform::Cx;
use platform::audit::Who;
use platform::db::{Conn, Tx};
use platform::unit::{By, Change, Work};

/// How somebody has shown that the login of the old address is theirs.
#[derive(Clone, Debug)]
pub(crate) enum Shown {
    /// Its session is in this browser, which each write of the request demands.
    BySession(UserId),
    ByPassword(RightPassword),
}

/// The login that the owner of this new address may take over with its password.
pub(crate) async fn old_login(
    conn: &mut Conn,
    cx: &Cx,
    new_norm: &str,
) -> Result<Option<OldLogin>, AppError> {
    Ok(records::old_login(conn, cx.firm.id, new_norm, cx.now()).await?)
}

/// Gives the login the new address: sessions, history and password stay, the old address opens nothing any more, and
/// what was mailed to it neither. Browsers that were trusted with its codes are asked for one again.
///
/// # Errors
/// `Conflict` when the change was stopped meanwhile, or the login is not what it was; that of a wrong password, if another
/// was set meanwhile.
pub(crate) async fn take_over(
    tx: &mut Tx,
    cx: &Cx,
    email: &str,
    name: &str,
    shown: &Shown,
) -> Result<UserId, AppError> {
    let firm = cx.firm.id;
    let proven = match shown {
        Shown::BySession(user) => *user,
        Shown::ByPassword(right) => right.user(),
    };
    let email = EmailAddress::stored(email);
    let old = records::old_login(tx, firm, email.norm(), cx.now()).await?;
    let old = old.filter(|old| old.user == proven).ok_or(AppError::Conflict)?;
    if !records::hold(tx, firm, old.change, cx.now()).await? {
        return Err(AppError::Conflict);
    }
    // After the change, for logins come last in the order of locks.
    if let Shown::ByPassword(right) = shown {
        right.demand(tx, cx).await?;
    }
    let moved = people::rekey(tx, firm, old.user, &old.email_norm, &email).await;
    if !moved.map_err(|error| if error.is_duplicate() { AppError::Conflict } else { error.into() })? {
        return Err(AppError::Conflict);
    }
    void_mailed(tx, cx, old.user).await?;
    let name_then = format!("{name} <{}>", email.shown());
    let by = By::unnamed(Who { kind: "client", id: Some(old.user), name: name_then });
    let w = &mut Work::on(tx, cx, &by);
    trusted_devices::forget_all(w, old.user, email.shown()).await?;
    switches::retire(w, firm, old.old_email_id, true, (cx.now(), name)).await?;
    let address = Change::of(old.email, email.shown().to_owned());
    w.happened(LoginMoved { user: old.user, address }).await?;
    Ok(old.user)
}
