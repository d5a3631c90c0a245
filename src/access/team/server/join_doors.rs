//! The two forms on the page of an invitation to the team.

use super::invites::fault;
use super::join::{self, Found};
use super::renewal::{self, Renewed};
use crate::gate::{Call, Door, Reply};
use crate::links::{self, ByLink, Standing};
use crate::mail_state;
use crate::team::Joins;
use crate::team::rules::TRIES;
use crate::{password, sessions};
use i18n::tl;
use kernel::names::parse_name;
use kernel::{AppError, paths};
use platform::limits;
use platform::names::name_fault;

/// More of a name is not worth keeping, in characters.
const LONGEST_KEPT: usize = 300;

/// The doors of this slice that are open to everybody.
pub(super) fn doors() -> Vec<Door> {
    vec![links::door(paths::JOIN, accept), links::door(paths::JOIN_AGAIN, again)]
}

/// Fields: `name` and `password`; neither for somebody who has a login already.
async fn accept(call: Call, link: ByLink<Joins>) -> Result<Reply, AppError> {
    let (cx, page) = (&call.cx, link.page());
    let found = {
        let mut conn = cx.db.read().await?;
        join::find(&mut conn, cx, &link).await?
    };
    if found.standing != Standing::Open {
        return Ok(Reply::to(page));
    }
    let done =
        if found.login.is_some() { with_login(&call, link).await } else { anew(&call, link, &found).await };
    match done {
        Ok(reply) => Ok(reply),
        // Somebody was faster; the page says how things stand.
        Err(AppError::Conflict) => Ok(Reply::to(page)),
        Err(error @ (AppError::Invalid(_) | AppError::TooMany(_) | AppError::Busy | AppError::Away)) => {
            let name: String = call.form.get("name").chars().take(LONGEST_KEPT).collect();
            Ok(Reply::again(cx, page, "join", error, &[("name", &name)]))
        }
        Err(error) => Err(error),
    }
}

/// A new login: name and password, and the person is in.
async fn anew(call: &Call, link: ByLink<Joins>, found: &Found) -> Result<Reply, AppError> {
    let cx = &call.cx;
    let (name, hash) = typed(call, &link, found).await?;
    let leaving = call.visitor.signed_in().ok().map(|who| (who.user(), who.session()));
    let c = cx.clone();
    let begun = cx.write(move |tx| {
        Box::pin(async move {
            let begun = join::begin(tx, &c, &link, &name, &hash).await?;
            // Whoever was signed in in this browser is no longer: the cookie is the new person's (LINK-9).
            if let Some((user, session)) = leaving {
                sessions::end(tx, &c, user, session).await?;
            }
            Ok(begun)
        })
    });
    let cookies = begun.await?.cookies();
    let notice = Some(tl!(cx.locale, "team.join.welcome", firm = cx.firm.name));
    Ok(Reply::With { to: paths::ACCOUNTS.to_owned(), cookies, notice })
}

/// What was typed, checked, with everything that is wrong said at once; the password hashed outside any transaction,
/// for this takes long on purpose.
async fn typed(call: &Call, link: &ByLink<Joins>, found: &Found) -> Result<(String, String), AppError> {
    let (cx, password) = (&call.cx, call.form.get("password"));
    limits::take(&cx.platform, TRIES, &format!("{}/{}", cx.firm.id, link.to())).await?;
    let mut faults = Vec::new();
    let name = parse_name(call.form.get("name"))
        .map_err(|problem| faults.push(fault("name", name_fault(cx.locale, problem))));
    let known = name.as_deref().unwrap_or(&found.row.name);
    if let Err(AppError::Invalid(weak)) =
        password::refuse_weak(cx, "password", password, known, &found.row.email)
    {
        faults.extend(weak);
    }
    match name {
        Ok(name) if faults.is_empty() => Ok((name, password::hash(&cx.platform, password).await?)),
        _ => Err(AppError::Invalid(faults)),
    }
}

/// A login that is there stays as it is; its owner signs in with it.
async fn with_login(call: &Call, link: ByLink<Joins>) -> Result<Reply, AppError> {
    let c = call.cx.clone();
    call.cx.write(move |tx| Box::pin(async move { join::add_to_login(tx, &c, &link).await })).await?;
    let notice = tl!(call.cx.locale, "team.join.sign_in_now", firm = call.cx.firm.name);
    Ok(Reply::notice(paths::sign_in_then(paths::ACCOUNTS), notice))
}

async fn again(call: Call, link: ByLink<Joins>) -> Result<Reply, AppError> {
    let (cx, page) = (&call.cx, link.page());
    match renewal::renew(cx, &link).await {
        Ok(Some(Renewed::Sent(masked))) => {
            let text = tl!(cx.locale, "invitations.again.sent", email = masked);
            Ok(Reply::notice(page, mail_state::said_outside(cx, text).await))
        }
        Ok(Some(Renewed::PassedOn)) => {
            Ok(Reply::notice(page, tl!(cx.locale, "team.join.passed_on", firm = cx.firm.name)))
        }
        Ok(None) => Ok(Reply::to(page)),
        Err(error @ AppError::TooMany(_)) => Ok(Reply::again(cx, page, "again", error, &[])),
        Err(error) => Err(error),
    }
}
