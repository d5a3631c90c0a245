//! The two forms on the page of an invitation.

use super::accept::{Way, accept};
use super::actions::{self, Found, find};
use crate::attempts;
use crate::gate::{Call, Cookie, Door, Reply, RightPassword};
use crate::invitations::Invited;
use crate::invitations::rules::TRIES;
use crate::links::{self, ByLink, Standing};
use crate::login_moves::{self, Shown};
use crate::mail_state;
use crate::{password, sessions};
use i18n::tl;
use kernel::email::Lookup;
use kernel::{AppError, Locale, paths};
use platform::limits;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![links::door(paths::INVITATION, activate), links::door(paths::INVITATION_AGAIN, again)]
}

/// Fields: `password` and `locale`; or `how` of `go_on`, with `old_password`.
async fn activate(call: Call, link: ByLink<Invited>) -> Result<Reply, AppError> {
    let (cx, page) = (&call.cx, link.page());
    let found = {
        let mut conn = cx.db.read().await?;
        find(&mut conn, cx, &link).await?
    };
    if found.standing != Standing::Open {
        return Ok(Reply::to(page));
    }
    let goes_on = call.form.get("how") == "go_on";
    let (form, way) = if goes_on {
        ("go_on", prove(&call, &link).await)
    } else {
        ("activate", hash_of(&call, &link, &found).await)
    };
    let way = match way {
        Ok(way) => way,
        Err(error) => {
            let chosen = language(&call, &found);
            let kept: Vec<_> = chosen.map(|it| ("locale", it.tag())).into_iter().collect();
            return Ok(Reply::again(cx, page, form, error, &kept));
        }
    };
    let language = language(&call, &found).filter(|_| !goes_on);
    let leaving = call.visitor.signed_in().ok().map(|who| (who.user(), who.session()));
    let c = cx.clone();
    // A login may go on because its session is in this browser: then it must not have ended meanwhile.
    let acting = if goes_on { call.visitor.acting(cx) } else { cx.clone() };
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
    match begun.await {
        Ok(begun) => {
            // A choice made in this browser before would win over the one just made.
            let spoken = language.map(Cookie::language);
            let cookies = begun.session.cookies().into_iter().chain(spoken).collect();
            let speaks = language.unwrap_or(cx.locale);
            let notice = Some(tl!(speaks, "invitations.welcome", firm = cx.firm.name));
            Ok(Reply::With { to: begun.to, cookies, notice })
        }
        // Somebody was faster; the page says how things stand.
        Err(AppError::Conflict) => Ok(Reply::to(page)),
        // Another password was set for the login that was to go on.
        Err(error @ AppError::Invalid(_)) => Ok(Reply::again(cx, page, form, error, &[])),
        Err(error) => Err(error),
    }
}

/// The chosen password, hashed; outside any transaction, for this takes long on purpose.
async fn hash_of(call: &Call, link: &ByLink<Invited>, found: &Found) -> Result<Way, AppError> {
    let (cx, password) = (&call.cx, call.form.get("password"));
    limits::take(&cx.platform, TRIES, &format!("{}/{}", cx.firm.id, link.to())).await?;
    password::refuse_weak(cx, "password", password, &found.row.name, &found.row.email)?;
    Ok(Way::Anew(password::hash(&cx.platform, password).await?, language(call, found)))
}

/// The language that was chosen in the form, if it is one that the form has: those that the firm offers, and the one it
/// chose for this person.
fn language(call: &Call, found: &Found) -> Option<Locale> {
    let chosen = Locale::from_tag(call.form.get("locale"))?;
    let has = call.cx.firm.languages.contains(&chosen) || found.row.locale == chosen.tag();
    has.then_some(chosen)
}

/// That the login of the replaced address is this person's: its session is in this browser, or its password is right.
/// Tries count as those of a sign-in with that address.
async fn prove(call: &Call, link: &ByLink<Invited>) -> Result<Way, AppError> {
    let cx = &call.cx;
    let old = {
        let mut conn = cx.db.read().await?;
        login_moves::old_login(&mut conn, cx, link.to()).await?
    };
    let Some(old) = old else {
        return Err(AppError::Refused(tl!(cx.locale, "invitations.go_on.gone")));
    };
    if call.visitor.signed_in().is_ok_and(|who| who.user() == old.user) {
        return Ok(Way::GoingOn(Shown::BySession(old.user)));
    }
    if call.form.get("old_password").is_empty() {
        return Err(AppError::field("old_password", tl!(cx.locale, "common.required")));
    }
    let tried = attempts::password(cx, &Lookup::of(&old.email_norm), None).await?;
    let wrong = AppError::field("old_password", tl!(cx.locale, "invitations.go_on.wrong"));
    let typed = call.form.get("old_password");
    let Some(right) = RightPassword::compare(cx, Some(old.user), typed, wrong.clone()).await? else {
        let c = cx.clone();
        cx.write(move |tx| Box::pin(async move { tried.failed(tx, &c).await })).await?;
        return Err(wrong);
    };
    tried.succeeded(cx).await?;
    Ok(Way::GoingOn(Shown::ByPassword(right)))
}

async fn again(call: Call, link: ByLink<Invited>) -> Result<Reply, AppError> {
    let (c, page) = (call.cx.clone(), link.page());
    let cx = &call.cx;
    let sent = cx.write(move |tx| Box::pin(async move { actions::renew(tx, &c, &link).await })).await;
    match sent {
        Ok(Some(masked)) => {
            let text = tl!(cx.locale, "invitations.again.sent", email = masked);
            Ok(Reply::notice(page, mail_state::said_outside(cx, text).await))
        }
        Ok(None) => Ok(Reply::to(page)),
        Err(error @ AppError::TooMany(_)) => Ok(Reply::again(cx, page, "again", error, &[])),
        Err(error) => Err(error),
    }
}
