//! Printing a link, looking at it, and using it once.

use super::events::SignInLink;
use super::mails;
use crate::mailed_links;
use crate::printed_links;
use crate::sessions::{self, Started};
use crate::sign_in_link::SignInLinkState;
use crate::sign_in_link::rules::LIFE;
use directory::people;
use i18n::tl;
use kernel::{AppError, EmailAddress, Locale, SessionId, UserId, paths};
use platform::keys::token_hash;
use platform::request::Source;
use platform::rng::token;
use platform::unit::By;
use platform::{Cx, Platform};
use std::net::Ipv4Addr;

/// A link that signs this member of staff in once; earlier ones are worthless from here on. For the command line.
///
/// # Errors
/// `NotFound` without such a firm, or without such a member of staff in it; `Refused` for what is no address.
pub async fn issue(platform: &Platform, host: &str, email: &str) -> Result<String, AppError> {
    let host = host.trim().to_ascii_lowercase();
    let firm = platform.firms.by_host(&platform.db, &platform.config, &host, platform.clock.now()).await?;
    let cx = Cx::without_browser(platform, firm.ok_or(AppError::NotFound)?, Source::at(Ipv4Addr::LOCALHOST));
    let mut cx = cx;
    cx.locale = Locale::En;
    let no_address = |_| AppError::Refused("the e-mail is no address".to_owned());
    let norm = EmailAddress::parse(email).map_err(no_address)?.norm().to_owned();
    let secret = token(&*cx.rng);
    let (hash, id) = (token_hash(secret.expose()), cx.ids.next());
    let link = format!("{}{}", cx.firm.origin, paths::sign_in_link(secret.expose()));
    cx.work(&By::system(), async move |w, _| {
        let cx = w.cx();
        let (user, email) = printed_links::staff_of(w, cx.firm.id, &norm).await?.ok_or(AppError::NotFound)?;
        people::stand_in_line(w, cx.firm.id, user).await?;
        printed_links::void(w, cx, user).await?;
        printed_links::insert(w, (id, cx.firm.id, user), hash, cx.now(), cx.now().plus(LIFE)).await?;
        w.happened(SignInLink::Made { user, email }).await?;
        let mail = mails::made(w, cx, user).await?;
        w.mail(&mail, None).await.map(drop)
    })
    .await?;
    Ok(link)
}

/// How this link stands. Changes nothing.
///
/// # Errors
/// `NotFound` for a token we never issued, and `TooMany` for whoever tries many of those.
pub async fn state(cx: &Cx, token: &str) -> Result<SignInLinkState, AppError> {
    let row = {
        let mut conn = cx.db.read().await?;
        printed_links::find(&mut conn, cx.firm.id, token_hash(token)).await?
    };
    let row = mailed_links::known(cx, row).await?;
    if row.used_at.is_some() || row.expires_at <= cx.now() {
        return Ok(SignInLinkState::Ended);
    }
    let may = {
        let mut conn = cx.db.read().await?;
        people::may_enter(&mut conn, cx.firm.id, row.user_id).await?
    };
    Ok(if may { SignInLinkState::Open { name: row.name, email: row.email } } else { SignInLinkState::Ended })
}

/// Signs in, once. `replaced` is the session this browser held, perhaps somebody else's.
///
/// # Errors
/// `Refused` when the link is used up; as [`state`] for an unknown one.
pub(super) async fn enter(
    cx: &Cx,
    token: &str,
    replaced: Option<(UserId, SessionId)>,
) -> Result<Started, AppError> {
    let SignInLinkState::Open { email, .. } = state(cx, token).await? else { return Err(gone(cx)) };
    let hash = token_hash(token);
    cx.work(&By::guest(), async move |w, _| {
        let cx = w.cx();
        let whose = printed_links::find(w, cx.firm.id, hash).await?.ok_or_else(|| gone(cx))?.user_id;
        sessions::stand_in_line_to_enter(w, cx, whose).await?;
        let taken = printed_links::take(w, cx.firm.id, hash, cx.now()).await?;
        let user = taken.ok_or_else(|| gone(cx))?;
        if let Some((owner, session)) = replaced {
            sessions::end(w, cx, owner, session).await?;
        }
        w.happened(SignInLink::Used { user, email }).await?;
        sessions::start_unproven(w, cx, user, "link").await
    })
    .await
}

fn gone(cx: &Cx) -> AppError {
    AppError::Refused(tl!(cx.locale, "sign_in_link.ended"))
}
