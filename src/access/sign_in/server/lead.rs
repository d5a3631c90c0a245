//! Where a sign-in leads.

use crate::gate::{SignedIn, Visitor, VisitorCard};
use crate::sign_in::rules::{home, wanted};
use kernel::AppError;
use platform::Cx;
use platform::net::safe_path;

/// The path to go to: the one that was wanted, if this person has business there; else staff to their accounts,
/// clients into their account or to the choice of one, and whoever is both to the choice of sides.
///
/// # Errors
/// When the database does not answer.
pub async fn destination(cx: &Cx, who: &SignedIn, next: Option<&str>) -> Result<String, AppError> {
    let card = Visitor::SignedIn(who.clone()).card(cx).await?;
    let accounts = card.accounts();
    let next = next.and_then(safe_path).filter(|path| wanted(path, who.is_staff(), accounts.len()));
    Ok(next.unwrap_or_else(|| lead(who, &card)))
}

fn lead(who: &SignedIn, card: &VisitorCard) -> String {
    let accounts = card.accounts();
    home(who.is_staff(), accounts.len(), accounts.first().map(|account| account.code.as_str()))
}
