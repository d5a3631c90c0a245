//! Accepting an invitation to the team: what was typed is checked and hashed before the transaction that accepts.

use super::join::{self, Found};
use crate::gate::Visitor;
use crate::links::{ByLink, Standing};
use crate::sessions::Started;
use crate::team::Joins;
use crate::team::rules::ATTEMPTS;
use crate::{password, sessions};
use kernel::names::parse_name;
use kernel::{AppError, Fault};
use platform::names::name_fault;
use platform::{Cx, limits};

/// More of a name is not worth keeping, in characters.
const LONGEST_KEPT: usize = 300;

/// As much of a name as stays typed.
pub(in crate::team) fn kept(name: &str) -> String {
    name.chars().take(LONGEST_KEPT).collect()
}

/// Begins: with this name and password; or with the login that the address has as a client, which takes neither, and nobody is
/// signed in then.
///
/// # Errors
/// `Conflict` when the link is not open any more; `Invalid` with everything that is wrong, which leaves it good; `TooMany`.
pub(in crate::team) async fn accept(
    cx: &Cx,
    visitor: &Visitor,
    link: ByLink<Joins>,
    name: &str,
    password: &str,
) -> Result<Option<Started>, AppError> {
    let found = {
        let mut conn = cx.db.read().await?;
        join::find(&mut conn, cx, &link).await?
    };
    if found.standing != Standing::Open {
        return Err(AppError::Conflict);
    }
    if found.login.is_some() {
        let c = cx.clone();
        cx.write(move |tx| Box::pin(async move { join::add_to_login(tx, &c, &link).await })).await?;
        return Ok(None);
    }
    let (name, hash) = checked(cx, &link, &found, name, password).await?;
    let leaving = visitor.signed_in().ok().map(|who| (who.user(), who.session()));
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
    begun.await.map(Some)
}

/// What was typed, with everything that is wrong said at once; the password hashed outside any transaction, for this takes long
/// on purpose.
async fn checked(
    cx: &Cx,
    link: &ByLink<Joins>,
    found: &Found,
    name: &str,
    password: &str,
) -> Result<(String, String), AppError> {
    limits::take(&cx.platform, ATTEMPTS, &format!("{}/{}", cx.firm.id, link.to())).await?;
    let mut faults = Vec::new();
    let name =
        parse_name(name).map_err(|problem| faults.push(Fault::at("name", name_fault(cx.locale, problem))));
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
