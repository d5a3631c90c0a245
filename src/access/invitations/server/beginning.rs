//! Beginning by an open invitation: what was typed is checked and hashed before the transaction that accepts.

use super::accept::{Begun, Way, accept};
use super::actions::{Found, find};
use crate::gate::{self, Cookie, RightPassword, Visitor};
use crate::invitations::Invited;
use crate::invitations::rules::ATTEMPTS;
use crate::links::{ByLink, Standing};
use crate::login_moves::{self, Shown};
use crate::{attempts, password, sessions};
use i18n::said;
use kernel::email::Lookup;
use kernel::{AppError, Locale};
use platform::{Cx, limits};

/// What the browser of somebody who has just begun is given.
pub(in crate::invitations) struct Welcomed {
    /// The account, or the choice among several.
    pub to: String,
    pub cookies: Vec<Cookie>,
    pub speaks: Locale,
}

/// With a new password, and the language with this tag, if it is one that the form has.
///
/// # Errors
/// `Conflict` when the link is not open any more; `Invalid` for a weak password, which leaves it good; `TooMany`.
pub(in crate::invitations) async fn anew(
    cx: &Cx,
    visitor: &Visitor,
    link: ByLink<Invited>,
    password: &str,
    locale: &str,
) -> Result<Welcomed, AppError> {
    let found = open(cx, &link).await?;
    let chosen = language(cx, locale, &found);
    if let Some(chosen) = chosen {
        gate::keep("locale", chosen.tag());
    }
    limits::take(&cx.platform, ATTEMPTS, &format!("{}/{}", cx.firm.id, link.to())).await?;
    password::refuse_weak(cx, "password", password, &found.row.name, &found.row.email)?;
    let way = Way::Anew(password::hash(&cx.platform, password).await?, chosen);
    let begun = begin(cx, cx, visitor, link, way).await?;
    // A choice made in this browser before would win over the one just made.
    let cookies = begun.session.cookies().into_iter().chain(chosen.map(Cookie::language)).collect();
    Ok(Welcomed { to: begun.to, cookies, speaks: chosen.unwrap_or(cx.locale) })
}

/// As the login of the address that this one replaces.
///
/// # Errors
/// `Conflict` when the link is not open any more; `Invalid` for a wrong password; `TooMany` and `Refused` as at a sign-in with
/// that address.
pub(in crate::invitations) async fn go_on(
    cx: &Cx,
    visitor: &Visitor,
    link: ByLink<Invited>,
    old_password: &str,
) -> Result<Welcomed, AppError> {
    open(cx, &link).await?;
    let shown = prove(cx, visitor, &link, old_password).await?;
    // The login may go on because its session is in this browser: then it must not have ended meanwhile.
    let begun = begin(cx, &visitor.acting(cx), visitor, link, Way::GoingOn(shown)).await?;
    Ok(Welcomed { to: begun.to, cookies: begun.session.cookies(), speaks: cx.locale })
}

async fn open(cx: &Cx, link: &ByLink<Invited>) -> Result<Found, AppError> {
    let mut conn = cx.db.read().await?;
    let found = find(&mut conn, cx, link).await?;
    if found.standing == Standing::Open { Ok(found) } else { Err(AppError::Conflict) }
}

async fn begin(
    cx: &Cx,
    acting: &Cx,
    visitor: &Visitor,
    link: ByLink<Invited>,
    way: Way,
) -> Result<Begun, AppError> {
    let leaving = visitor.signed_in().ok().map(|who| (who.user(), who.session()));
    let c = cx.clone();
    let begun = acting.write(move |tx| {
        Box::pin(async move {
            let begun = accept(tx, &c, &link, &way).await?;
            // Whoever was signed in in this browser is no longer: the cookie is the new person's (LINK-9).
            if let Some((user, session)) = leaving {
                sessions::end(tx, &c, user, session).await?;
            }
            Ok(begun)
        })
    });
    begun.await
}

/// The language that was chosen in the form, if it is one that the form has: those that the firm offers, and the one it
/// chose for this person.
fn language(cx: &Cx, chosen: &str, found: &Found) -> Option<Locale> {
    let chosen = Locale::from_tag(chosen)?;
    let has = cx.firm.languages.contains(&chosen) || found.row.locale == chosen.tag();
    has.then_some(chosen)
}

/// That the login of the replaced address is this person's: its session is in this browser, or its password is right.
/// Tries count as those of a sign-in with that address.
async fn prove(cx: &Cx, visitor: &Visitor, link: &ByLink<Invited>, typed: &str) -> Result<Shown, AppError> {
    let old = {
        let mut conn = cx.db.read().await?;
        login_moves::old_login(&mut conn, cx, link.to()).await?
    };
    let Some(old) = old else {
        return Err(AppError::Refused(said!(cx.locale, "invitations.go_on.gone")));
    };
    if visitor.signed_in().is_ok_and(|who| who.user() == old.user) {
        return Ok(Shown::BySession(old.user));
    }
    if typed.is_empty() {
        return Err(AppError::field("old_password", said!(cx.locale, "common.required")));
    }
    let tried = attempts::password(cx, &Lookup::of(&old.email_norm), None).await?;
    let wrong = AppError::field("old_password", said!(cx.locale, "invitations.go_on.wrong"));
    let Some(right) = RightPassword::compare(cx, Some(old.user), typed, wrong.clone()).await? else {
        let c = cx.clone();
        cx.write(move |tx| Box::pin(async move { tried.failed(tx, &c).await })).await?;
        return Err(wrong);
    };
    tried.succeeded(cx).await?;
    Ok(Shown::ByPassword(right))
}
