//! Remembering a browser, knowing it again, forgetting it.

use super::store;
use crate::attempts;
use crate::security_mails;
use i18n::tl;
use kernel::email::Lookup;
use kernel::token::is_token;
use kernel::{AppError, BrowserId, Ts, UserId, paths};
use platform::chores::sweep;
use platform::db::{Conn, Tx};
use platform::keys::token_hash;
use platform::mail::Block;
use platform::rng::token;
use platform::secret::Secret;
use platform::{Cx, Platform, outbox};

/// The hash of no token.
const NO_BROWSER: [u8; 32] = [0; 32];

/// Remembers this browser for this person; the token goes into the cookie. Somebody who signs in with a code from a
/// browser they never used gets a mail, unless they never used any.
pub(crate) async fn remember(
    tx: &mut Tx,
    cx: &Cx,
    user: UserId,
    factor: &str,
) -> Result<Secret<String>, AppError> {
    let (firm, now) = (cx.firm.id, cx.now());
    let held = held(cx);
    if let Some((hash, secret)) = &held
        && store::see(tx, firm, user, *hash, now).await?
    {
        return Ok(Secret::new(secret.clone()));
    }
    if factor == "code" && store::has_any(tx, firm, user).await? {
        let mail = news(tx, cx, user).await?;
        outbox::enqueue(tx, &cx.platform, firm, &mail, None).await?;
    }
    // A token that we did not make is never taken up; one that is another person's here is shared by both.
    let secret = match held {
        Some((hash, secret)) if store::is_of_firm(tx, firm, hash).await? => Secret::new(secret),
        _ => token(&*cx.rng),
    };
    store::insert(tx, BrowserId(cx.ids.next()), firm, user, token_hash(secret.expose()), now).await?;
    Ok(secret)
}

/// What names this browser when tries at this address are counted; `None` unless its owner signed in here before.
/// Asks the database in any case.
pub(crate) async fn known_for(cx: &Cx, typed: &Lookup) -> Result<Option<BrowserId>, AppError> {
    let hash = held(cx).map_or(NO_BROWSER, |(hash, _)| hash);
    let mut conn = cx.db.read().await?;
    Ok(store::id_for(&mut conn, cx.firm.id, typed, hash).await?)
}

/// The password was set anew: all browsers of this person are strangers again. Otherwise whoever once was in would still
/// be taken for the owner. The browser in which it was done stays known, if it was, under the token of the answer: a copy
/// of its cookie is a stranger's as well.
pub(crate) async fn begin_anew(
    tx: &mut Tx,
    cx: &Cx,
    user: UserId,
) -> Result<Option<Secret<String>>, AppError> {
    let firm = cx.firm.id;
    let was_known = own_browser(tx, cx, user).await?.is_some();
    attempts::forget_browsers(tx, firm, user).await?;
    store::forget(tx, firm, user).await?;
    if !was_known {
        return Ok(None);
    }
    let secret = token(&*cx.rng);
    store::insert(tx, BrowserId(cx.ids.next()), firm, user, token_hash(secret.expose()), cx.now()).await?;
    Ok(Some(secret))
}

/// The hash of this browser's token, if the person signed in with it before.
pub(crate) async fn own_browser(
    conn: &mut Conn,
    cx: &Cx,
    user: UserId,
) -> Result<Option<[u8; 32]>, AppError> {
    let Some((hash, _)) = held(cx) else { return Ok(None) };
    Ok(store::own(conn, cx.firm.id, user, hash).await?.map(|_| hash))
}

/// What names this browser when something of the person is counted, if they signed in with it before.
pub(crate) async fn own_id(conn: &mut Conn, cx: &Cx, user: UserId) -> Result<Option<BrowserId>, AppError> {
    let Some((hash, _)) = held(cx) else { return Ok(None) };
    Ok(store::own(conn, cx.firm.id, user, hash).await?)
}

/// Forgets browsers that nobody used since then; how many.
pub(crate) async fn purge(platform: &Platform, before: Ts) -> Result<u64, AppError> {
    sweep(&platform.db, || store::old(before), || store::purge(before)).await
}

fn held(cx: &Cx) -> Option<([u8; 32], String)> {
    let secret = cx.browser_token.as_deref().filter(|secret| is_token(secret))?;
    Some((token_hash(secret), secret.to_owned()))
}

/// "Somebody signed in with a browser that we do not know."
pub(super) async fn news(tx: &mut Tx, cx: &Cx, user: UserId) -> Result<platform::mail::Mail, AppError> {
    let to = security_mails::reader(tx, &cx.firm, user).await?;
    let (l, firm) = (to.locale, &cx.firm.name);
    let url = format!("{}{}", cx.firm.origin, paths::FORGOT);
    let blocks = vec![
        Block::Heading(tl!(l, "sessions.mail.new_title")),
        security_mails::hello(&to),
        Block::Text(tl!(l, "sessions.mail.new_text", firm = firm, email = to.email)),
        security_mails::facts(cx, &to, cx.now()),
        Block::Text(tl!(l, "sessions.mail.new_you")),
        Block::Text(tl!(
            l,
            "sessions.mail.new_not_you",
            url = url,
            contact = security_mails::contact(&cx.firm)
        )),
    ];
    let subject = tl!(l, "sessions.mail.new_subject", firm = firm);
    Ok(security_mails::security(&cx.firm, &to, subject, tl!(l, "sessions.mail.new_pre"), blocks))
}
