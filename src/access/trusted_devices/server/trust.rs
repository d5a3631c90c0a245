//! Trusting a browser, using that, and forgetting it.

use super::{mails, store};
use crate::gate::{DEVICE_LIFE, SignedIn};
use crate::known_browsers;
use crate::trusted_devices::rules::{MOST_DEVICES, tokens, with};
use directory::people;
use kernel::live::{News, UserAct};
use kernel::{AppError, Ts, UserId};
use platform::audit::{self, Act, Who};
use platform::chores::sweep;
use platform::db::Tx;
use platform::keys::token_hash;
use platform::rng::token;
use platform::secret::Secret;
use platform::{Cx, Platform, events, outbox};
use sqlx::types::Uuid;

/// Whether this browser says that somebody trusts it; nothing of that is checked.
pub(crate) fn held(cx: &Cx) -> bool {
    !hashes(cx).is_empty()
}

fn hashes(cx: &Cx) -> Vec<[u8; 32]> {
    let cookie = cx.device_token.as_deref().unwrap_or_default();
    tokens(cookie).into_iter().map(token_hash).collect()
}

/// Whether this person trusts this browser, and signed in with it before. Whoever asks stands in the line of their sessions.
pub(crate) async fn opens(tx: &mut Tx, cx: &Cx, user: UserId) -> Result<bool, AppError> {
    if known_browsers::own_browser(tx, cx, user).await?.is_none() {
        return Ok(false);
    }
    for hash in hashes(cx) {
        if store::is_trusted(tx, cx.firm.id, user, hash, cx.now()).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Trusts this browser from now on; what its cookie then holds. For somebody who has just given a right code, in the session
/// that it opened: a mail and the audit trail tell of it (SEC-11).
///
/// # Errors
/// `NotSignedIn` when the session has ended meanwhile.
pub(crate) async fn trust(cx: &Cx, who: &SignedIn) -> Result<Secret<String>, AppError> {
    let secret = token(&*cx.rng);
    let (c, who, new) = (cx.clone(), who.clone(), token_hash(secret.expose()));
    let acting = who.acting(cx);
    let counting = acting.write(move |tx| {
        Box::pin(async move {
            let (firm, user, until) = (c.firm.id, who.user, c.now().plus(DEVICE_LIFE));
            people::stand_in_line(tx, firm, user).await?;
            // Whoever stood before may have ended the session, or closed all that it opened.
            who.demand(tx, &c).await?;
            if !people::may_enter(tx, firm, user).await? {
                return Err(AppError::NotSignedIn);
            }
            // Trust that this browser had of theirs makes way; that of others who share it goes on, if it has not ended.
            let mut counting = Vec::new();
            for hash in hashes(&c) {
                let was_theirs = store::forget_token(tx, firm, user, hash).await?;
                if !was_theirs && store::counts(tx, firm, hash, c.now()).await? {
                    counting.push(hash);
                }
            }
            store::insert(tx, &c, user, new, until).await?;
            store::keep_newest(tx, firm, user, MOST_DEVICES).await?;
            audit::record(tx, &c, act("device_trusted", who.audit(), user, &who.email, String::new()))
                .await?;
            let mail = mails::trusted(tx, &c, user, until).await?;
            outbox::enqueue(tx, &c.platform, firm, &mail, None).await?;
            told(tx, &c, user).await?;
            Ok(counting)
        })
    });
    let counting = counting.await?;
    let cookie = cx.device_token.as_deref().unwrap_or_default();
    Ok(Secret::new(with(cookie, secret.expose(), |old| counting.contains(&token_hash(old)))))
}

/// Whether this browser holds the token of this hash.
pub(crate) fn is_here(cx: &Cx, hash: &[u8]) -> bool {
    hashes(cx).iter().any(|own| own.as_slice() == hash)
}

/// Forgets one of this person's browsers, or all of them; from now on a code is asked for there.
///
/// # Errors
/// `NotFound` when it is none of theirs.
pub(in crate::trusted_devices) async fn forget(
    cx: &Cx,
    who: &SignedIn,
    one: Option<Uuid>,
) -> Result<(), AppError> {
    let (c, who) = (cx.clone(), who.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            people::stand_in_line(tx, c.firm.id, who.user).await?;
            let Some(id) = one else {
                return forget_all(tx, &c, (who.user, &who.email), who.audit()).await.map(drop);
            };
            if !store::forget(tx, c.firm.id, who.user, id).await? {
                return Err(AppError::NotFound);
            }
            forgotten(tx, &c, (who.user, &who.email), who.audit(), 1).await
        })
    })
    .await
}

/// Forgets all browsers that this person trusts; how many. Part of whatever ends their sessions, and in its line.
pub(crate) async fn forget_all(
    tx: &mut Tx,
    cx: &Cx,
    whose: (UserId, &str),
    by: Who,
) -> Result<u64, AppError> {
    let gone = store::forget_all(tx, cx.firm.id, whose.0).await?;
    if gone > 0 {
        forgotten(tx, cx, whose, by, gone).await?;
    }
    Ok(gone)
}

/// As [`forget_all`], for the owner of an address to which no account is open any more, who is made to wait: whoever is
/// about to trust a browser has done so by then, or will be asked what is open to them afterwards.
pub(crate) async fn forget_at(tx: &mut Tx, cx: &Cx, email_norm: &str) -> Result<(), AppError> {
    if let Some((user, email)) = store::user_at(tx, cx.firm.id, email_norm).await? {
        // Behind the invitations of the address, as whoever accepts one.
        people::stand_in_line(tx, cx.firm.id, user).await?;
        forget_all(tx, cx, (user, &email), Who::system()).await?;
    }
    Ok(())
}

async fn forgotten(
    tx: &mut Tx,
    cx: &Cx,
    (user, email): (UserId, &str),
    by: Who,
    many: u64,
) -> Result<(), AppError> {
    audit::record(tx, cx, act("devices_forgotten", by, user, email, many.to_string())).await?;
    told(tx, cx, user).await
}

/// Tells the person's open pages.
async fn told(tx: &mut Tx, cx: &Cx, user: UserId) -> Result<(), AppError> {
    let news = News::User { user, act: UserAct::Profile, by: String::new() };
    Ok(events::publish(tx, cx, news).await?)
}

fn act(event: &'static str, who: Who, user: UserId, email: &str, detail: String) -> Act {
    Act { event, who, account: None, subject_id: Some(user.0), subject: email.to_owned(), detail }
}

/// Deletes those whose time was over before; how many.
pub(crate) async fn purge(platform: &Platform, before: Ts) -> Result<u64, AppError> {
    sweep(&platform.db, || store::old(before), || store::purge(before)).await
}
