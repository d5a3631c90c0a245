//! Trusting a browser, using that, and forgetting it.

use super::events::{OfDevices, What};
use super::{mails, store};
use crate::gate::{DEVICE_LIFE, SignedIn};
use crate::known_browsers;
use crate::trusted_devices::rules::{MOST_DEVICES, tokens, with};
use directory::people;
use kernel::{AppError, Ts, UserId};
use platform::chores::sweep;
use platform::db::Tx;
use platform::keys::token_hash;
use platform::rng::token;
use platform::secret::Secret;
use platform::unit::{By, Work};
use platform::{Cx, Platform};
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
    let new = token_hash(secret.expose());
    let acting = who.acting(cx);
    let counting = acting.work(who, async move |w, who| {
        let cx = w.cx();
        let (firm, user, until) = (cx.firm.id, who.user, cx.now().plus(DEVICE_LIFE));
        people::stand_in_line(w, firm, user).await?;
        // Whoever stood before may have ended the session, or closed all that it opened.
        who.demand(w, cx).await?;
        if !people::may_enter(w, firm, user).await? {
            return Err(AppError::NotSignedIn);
        }
        // Trust that this browser had of theirs makes way; that of others who share it goes on, if it has not ended.
        let mut counting = Vec::new();
        for hash in hashes(cx) {
            let was_theirs = store::forget_token(w, firm, user, hash).await?;
            if !was_theirs && store::counts(w, firm, hash, cx.now()).await? {
                counting.push(hash);
            }
        }
        store::insert(w, cx, user, new, until).await?;
        store::keep_newest(w, firm, user, MOST_DEVICES).await?;
        w.happened(OfDevices { user, email: &who.email, what: What::Trusted }).await?;
        let mail = mails::trusted(w, cx, user, until).await?;
        w.mail(&mail, None).await?;
        Ok(counting)
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
    cx.work(who, async move |w, who| {
        let firm = w.firm();
        people::stand_in_line(w, firm, who.user).await?;
        let Some(id) = one else { return forget_all(w, who.user, &who.email).await.map(drop) };
        if !store::forget(w, firm, who.user, id).await? {
            return Err(AppError::NotFound);
        }
        w.happened(OfDevices { user: who.user, email: &who.email, what: What::Forgotten(1) }).await
    })
    .await
}

/// Forgets all browsers that this person trusts; how many. Part of whatever ends their sessions, and in its line.
pub(crate) async fn forget_all(w: &mut Work<'_>, user: UserId, email: &str) -> Result<u64, AppError> {
    let firm = w.firm();
    let gone = store::forget_all(w, firm, user).await?;
    if gone > 0 {
        w.happened(OfDevices { user, email, what: What::Forgotten(gone) }).await?;
    }
    Ok(gone)
}

/// As [`forget_all`], for the owner of an address to which no account is open any more, who is made to wait: whoever is
/// about to trust a browser has done so by then, or will be asked what is open to them afterwards.
pub(crate) async fn forget_at(tx: &mut Tx, cx: &Cx, email_norm: &str) -> Result<(), AppError> {
    if let Some((user, email)) = store::user_at(tx, cx.firm.id, email_norm).await? {
        // Behind the invitations of the address, as whoever accepts one.
        people::stand_in_line(tx, cx.firm.id, user).await?;
        forget_all(&mut Work::on(tx, cx, &By::system()), user, &email).await?;
    }
    Ok(())
}

/// Deletes those whose time was over before; how many.
pub(crate) async fn purge(platform: &Platform, before: Ts) -> Result<u64, AppError> {
    sweep(&platform.db, || store::old(before), || store::purge(before)).await
}
