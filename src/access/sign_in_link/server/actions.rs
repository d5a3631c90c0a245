//! Printing a link, looking at it, and using it once.

use super::mails;
use crate::mailed_links;
use crate::printed_links;
use crate::sessions::{self, Started};
use crate::sign_in_link::SignInLinkState;
use crate::sign_in_link::rules::LIFE;
use directory::people;
use i18n::tl;
use kernel::{AppError, EmailAddress, Locale, SessionId, UserId, paths};
use platform::audit::{self, Act, Who};
use platform::db::Tx;
use platform::keys::token_hash;
use platform::request::Source;
use platform::rng::token;
use platform::{Cx, Platform, outbox};
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
    let c = cx.clone();
    cx.write(move |tx| {
        Box::pin(async move {
            let (user, email) =
                printed_links::staff_of(tx, c.firm.id, &norm).await?.ok_or(AppError::NotFound)?;
            people::stand_in_line(tx, c.firm.id, user).await?;
            printed_links::void(tx, &c, user).await?;
            printed_links::insert(tx, (id, c.firm.id, user), hash, c.now(), c.now().plus(LIFE)).await?;
            record(tx, &c, "sign_in_link_made", "system", user, email).await?;
            let mail = mails::made(tx, &c, user).await?;
            outbox::enqueue(tx, &c.platform, c.firm.id, &mail, None).await.map(drop)
        })
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
    let (c, hash) = (cx.clone(), token_hash(token));
    cx.write(move |tx| {
        Box::pin(async move {
            let whose = printed_links::find(tx, c.firm.id, hash).await?.ok_or_else(|| gone(&c))?.user_id;
            sessions::stand_in_line_to_enter(tx, &c, whose).await?;
            let taken = printed_links::take(tx, c.firm.id, hash, c.now()).await?;
            let user = taken.ok_or_else(|| gone(&c))?;
            if let Some((owner, session)) = replaced {
                sessions::end(tx, &c, owner, session).await?;
            }
            record(tx, &c, "sign_in_link_used", "guest", user, email).await?;
            sessions::start_unproven(tx, &c, user, "link").await
        })
    })
    .await
}

async fn record(
    tx: &mut Tx,
    cx: &Cx,
    event: &'static str,
    who: &'static str,
    user: UserId,
    email: String,
) -> Result<(), AppError> {
    let act = Act {
        event,
        who: Who { kind: who, id: None, name: String::new() },
        account: None,
        subject_id: Some(user.0),
        subject: email,
        detail: String::new(),
    };
    Ok(audit::record(tx, cx, act).await?)
}

fn gone(cx: &Cx) -> AppError {
    AppError::Refused(tl!(cx.locale, "sign_in_link.ended"))
}
