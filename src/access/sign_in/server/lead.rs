//! Where a sign-in leads.

use crate::gate::{SignedIn, Visitor};
use crate::sign_in::rules::{home, wanted};
use kernel::paths;
use platform::Cx;
use platform::net::safe_path;

/// The path to go to: the one that was wanted, if this person has business there; else staff to their accounts,
/// clients into their account or to the choice of one, and whoever is both to the choice of sides.
///
/// When the database does not answer, to a page that asks it again.
pub async fn destination(cx: &Cx, who: &SignedIn, next: Option<&str>) -> String {
    let card = match Visitor::SignedIn(who.clone()).card(cx).await {
        Ok(card) => card,
        Err(error) => {
            tracing::warn!(%error, "the accounts of somebody who signed in could not be read");
            return if who.is_staff() { paths::ACCOUNTS } else { paths::CHOOSE }.to_owned();
        }
    };
    let accounts = card.accounts();
    let next = next.and_then(safe_path).filter(|path| wanted(path, who.is_staff(), accounts.len()));
    next.unwrap_or_else(|| {
        home(who.is_staff(), accounts.len(), accounts.first().map(|one| one.code.as_str()))
    })
}
