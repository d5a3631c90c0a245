//! A login goes to another address because its own person wants so (ECHG-7), and back when whoever reads the old
//! mailbox objects.

use super::events::LoginMoved;
use super::{store, void_mailed};
use crate::gate::SignedIn;
use crate::known_browsers;
use crate::sessions::{self, Started};
use directory::people;
use kernel::{AppError, EmailAddress, UserId};
use platform::Cx;
use platform::audit::Who;
use platform::db::{DbError, Tx};
use platform::unit::{By, Change, Work};

/// Whether somebody could have a login at this address already, or is about to: then it cannot be taken.
pub async fn is_taken(conn: &mut platform::db::Conn, cx: &Cx, norm: &str) -> Result<bool, AppError> {
    Ok(store::is_taken(conn, cx.firm.id, norm).await?)
}

/// The login of whoever is signed in goes on under another address: this browser under a new token, every other one is
/// out, and what was mailed to the old mailbox opens nothing any more (SEC-6, SEC-15). Password and history stay.
///
/// # Errors
/// `Conflict` when the address was taken meanwhile, or the login is a colleague's or not what it was; `NotSignedIn`
/// when the session has ended.
pub async fn move_own(
    tx: &mut Tx,
    cx: &Cx,
    who: &SignedIn,
    email: &EmailAddress,
) -> Result<Started, AppError> {
    let moved = people::move_login(tx, who.firm, who.user, &who.email_norm, email).await;
    if !moved.map_err(taken_meanwhile)? {
        return Err(AppError::Conflict);
    }
    void_mailed(tx, cx, who.user).await?;
    let started = sessions::renew(tx, cx, who).await?;
    sessions::end_others(tx, cx, who.user, started.id).await?;
    let address = Change::of(who.email.clone(), email.shown().to_owned());
    Work::on(tx, cx, who).happened(LoginMoved { user: who.user, address }).await?;
    Ok(started)
}

/// The login goes back to the address it had. Whoever changed it knew the password, so that ends as well as every
/// session: the way in is a reset, mailed to the old address.
///
/// # Errors
/// `Conflict` when the address has another login by now, or this one is a colleague's.
pub async fn move_back(
    tx: &mut Tx,
    cx: &Cx,
    user: UserId,
    from: &str,
    email: &EmailAddress,
) -> Result<(), AppError> {
    let moved = people::move_login(tx, cx.firm.id, user, from, email).await;
    if !moved.map_err(taken_meanwhile)? {
        return Err(AppError::Conflict);
    }
    void_mailed(tx, cx, user).await?;
    people::void_password(tx, cx.firm.id, user, cx.now()).await?;
    known_browsers::forget(tx, cx.firm.id, user).await?;
    sessions::end_all_of_user(tx, cx, user, None).await?;
    let who = Who { name: email.shown().to_owned(), ..Who::guest() };
    let address = Change::of(from.to_owned(), email.shown().to_owned());
    Work::on(tx, cx, &By::unnamed(who)).happened(LoginMoved { user, address }).await
}

fn taken_meanwhile(error: DbError) -> AppError {
    if error.is_duplicate() { AppError::Conflict } else { error.into() }
}
