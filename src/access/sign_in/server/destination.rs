//! Where a sign-in leads.

use crate::gate::{SignedIn, Visitor, VisitorCard};
use crate::sessions::{self, Started};
use crate::sign_in::rules::{home, wanted};
use kernel::{AppError, paths};
use platform::Cx;
use platform::net::safe_path;

/// The path to go to: the one that was wanted, if this person has business there; else staff to their accounts,
/// clients into their account, the one they set, or to the choice of one, and whoever is both to the choice of sides.
#[must_use]
pub fn destination(who: &SignedIn, next: Option<&str>) -> String {
    let card = Visitor::SignedIn(who.clone()).card();
    let accounts = card.accounts();
    let next = next.and_then(safe_path).filter(|path| wanted(path, who.is_staff(), accounts.len()));
    let open = standing(who, &card).filter(|_| !who.is_staff()).map(paths::portal_home);
    next.or(open).unwrap_or_else(|| {
        home(who.is_staff(), accounts.len(), accounts.first().map(|one| one.code.as_str()))
    })
}

/// Where somebody goes whose session has just begun. When nobody can say that now, the page of the form leads them on as soon
/// as somebody can.
pub(crate) async fn way_on(cx: &Cx, started: &Started, next: Option<&str>) -> String {
    let leading = async {
        let visitor = Visitor::of_token(cx, Some(started.token.expose())).await?;
        Ok::<_, AppError>(destination(visitor.signed_in()?, next))
    };
    let known = sessions::afterwards("where a sign-in leads is not known", leading).await;
    known.unwrap_or_else(|| page(next.unwrap_or_default()))
}

/// The page of the form, which keeps where to go, and leads on whoever is signed in.
pub(in crate::sign_in) fn page(next: &str) -> String {
    safe_path(next).map_or_else(|| paths::SIGN_IN.to_owned(), |next| paths::sign_in_then(&next))
}

/// The account of whoever wants no question (SW-10), or the one they went to since.
fn standing<'a>(who: &SignedIn, card: &'a VisitorCard) -> Option<&'a str> {
    match card {
        VisitorCard::SignedIn { account_chosen: true, last_account, .. } if who.default_account.is_some() => {
            last_account.as_deref()
        }
        _ => None,
    }
}
