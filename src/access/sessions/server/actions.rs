//! Beginning and ending. Each beginning makes a new token; only its hash is stored.

use super::events::{OfSessions, What};
use super::store::{self, NewSession};
use crate::codes::{self, Bound};
use crate::gate::{CLIENT_LIFE, Cookie, PENDING_LIFE, Pending, RightPassword, STAFF_LIFE, SignedIn, Staff};
use crate::known_browsers;
use crate::links::{self, Kind, Printed, Whose};
use crate::sessions::rules::life;
use crate::trusted_devices;
use directory::address_changes as records;
use directory::people::{self, Person};
use kernel::{AppError, SessionId, Ts, UserId};
use platform::Cx;
use platform::audit::Who;
use platform::db::Tx;
use platform::keys::token_hash;
use platform::rng::token;
use platform::secret::Secret;
use platform::unit::{Author, By, Work};

/// A session that has just begun; the token goes into the cookie and nowhere else.
#[derive(Debug)]
pub struct Started {
    pub id: SessionId,
    pub token: Secret<String>,
    /// For the browser's own cookie, once somebody is signed in.
    pub browser: Option<Secret<String>>,
    /// For the cookie of a browser that is trusted from now on.
    pub device: Option<Secret<String>>,
}

impl Started {
    /// What the browser is given.
    #[must_use]
    pub fn cookies(&self) -> Vec<Cookie> {
        let browser = self.browser.iter().map(|secret| Cookie::browser(secret.expose()));
        let device = self.device.iter().map(|tokens| Cookie::device(tokens.expose()));
        std::iter::once(Cookie::session(self.token.expose())).chain(browser).chain(device).collect()
    }
}

/// As [`people::stand_in_line`], for whoever may be about to sign in: that accepts the changes to their address, which come
/// before the person for everybody.
pub(crate) async fn stand_in_line_to_enter(tx: &mut Tx, cx: &Cx, user: UserId) -> Result<(), AppError> {
    records::stand_in_line_of_login(tx, cx.firm.id, user).await?;
    Ok(people::stand_in_line(tx, cx.firm.id, user).await?)
}

/// After the password, before the code. `next` is a path that was checked.
///
/// # Errors
/// That of a wrong password, if another was set meanwhile.
pub async fn start_pending(
    tx: &mut Tx,
    cx: &Cx,
    right: &RightPassword,
    next: Option<&str>,
) -> Result<Started, AppError> {
    right.demand(tx, cx).await?;
    let (started, mut row) = fresh(cx, right.user(), "pending", "password");
    row.next_path = next.map(str::to_owned);
    row.expires_at = cx.now().plus(PENDING_LIFE);
    store::insert(tx, cx, row).await?;
    Ok(started)
}

/// From pending to signed in, once; the pending token is dead from here on, and so are its codes.
///
/// # Errors
/// `NotSignedIn` when the pending session has ended meanwhile.
pub async fn promote(tx: &mut Tx, cx: &Cx, pending: &Pending) -> Result<Started, AppError> {
    stand_in_line_to_enter(tx, cx, pending.user).await?;
    if !store::take_pending(tx, cx.firm.id, pending.session, cx.now()).await? {
        return Err(AppError::NotSignedIn);
    }
    codes::void_all(tx, cx, Bound::to_sign_in(pending.session)).await?;
    start_full(tx, cx, pending.user, "code").await
}

/// Signs somebody in who has proved enough: by code, a mailed link, or being the first owner. `factor` says which.
/// Keeps it as their last sign-in (AUTH-6) and in the audit trail; a change to their address is accepted by it.
///
/// # Errors
/// `NotFound` when there is no such user in this firm.
pub async fn start_full(
    tx: &mut Tx,
    cx: &Cx,
    user: UserId,
    factor: &'static str,
) -> Result<Started, AppError> {
    let person = people::person(tx, cx.firm.id, user).await?.ok_or(AppError::NotFound)?;
    let (mut started, mut row) = fresh(cx, user, "full", factor);
    let longest = if person.is_staff { STAFF_LIFE } else { CLIENT_LIFE };
    row.expires_at = cx.now().plus(life(longest, person.session_minutes));
    store::insert(tx, cx, row).await?;
    people::record_login(tx, cx, user).await?;
    let by = by(&person, user);
    let signed_in = OfSessions { user, email: &person.email, what: What::SignedIn(factor) };
    Work::on(tx, cx, &by).happened(signed_in).await?;
    started.browser = Some(known_browsers::remember(tx, cx, user, factor).await?);
    crate::address_acceptance::settle(&mut Work::on(tx, cx, &by), user).await?;
    Ok(started)
}

/// As [`start_full`], for somebody who did not give their password: whatever asks for a recent one asks for it (SEC-29).
///
/// # Errors
/// As [`start_full`].
pub async fn start_unproven(
    tx: &mut Tx,
    cx: &Cx,
    user: UserId,
    factor: &'static str,
) -> Result<Started, AppError> {
    let started = start_full(tx, cx, user, factor).await?;
    store::unprove(tx, cx.firm.id, started.id).await?;
    Ok(started)
}

/// A new token for a session that goes on; the old token is dead (SEC-32).
///
/// # Errors
/// `NotSignedIn` when the session has ended meanwhile.
pub async fn renew(tx: &mut Tx, cx: &Cx, who: &SignedIn) -> Result<Started, AppError> {
    people::stand_in_line(tx, cx.firm.id, who.user).await?;
    renewed(tx, cx, who, None).await
}

/// As [`renew`], for somebody whose password was right just now (SEC-29).
///
/// # Errors
/// As [`renew`], so of two who come with the same token, one; and that of a wrong password, if another was set meanwhile.
pub async fn renew_proven(
    tx: &mut Tx,
    cx: &Cx,
    who: &SignedIn,
    right: &RightPassword,
) -> Result<Started, AppError> {
    right.demand(tx, cx).await?;
    renewed(tx, cx, who, Some(cx.now())).await
}

async fn renewed(tx: &mut Tx, cx: &Cx, who: &SignedIn, proved: Option<Ts>) -> Result<Started, AppError> {
    let old = store::take_full(tx, cx.firm.id, who.session, cx.now()).await?.ok_or(AppError::NotSignedIn)?;
    let (started, mut row) = fresh(cx, who.user, "full", "code");
    row.factor = old.factor;
    row.banner_closed = old.banner_closed;
    row.account_chosen = old.account_chosen;
    row.expires_at = old.expires_at;
    row.proved_at = proved.unwrap_or(old.proved_at);
    store::insert(tx, cx, row).await?;
    Ok(started)
}

/// Ends one session of this user; whether there was one to end.
pub async fn end(tx: &mut Tx, cx: &Cx, user: UserId, session: SessionId) -> Result<bool, AppError> {
    if !store::revoke(tx, cx.firm.id, user, session, cx.now()).await? {
        return Ok(false);
    }
    if let Some(person) = people::person(tx, cx.firm.id, user).await? {
        let ended = OfSessions { user, email: &person.email, what: What::Ended(session) };
        Work::on(tx, cx, &by(&person, user)).happened(ended).await?;
    }
    Ok(true)
}

/// Ends all sessions of this user but one, voids sign-in links that were printed for them, and forgets the browsers that they
/// trust; how many sessions.
pub async fn end_others(tx: &mut Tx, cx: &Cx, user: UserId, keep: SessionId) -> Result<u64, AppError> {
    ended_but(tx, cx, user, Some(keep), None).await
}

/// Ends every session of this user, also those that wait for a code, voids sign-in links that were printed for them, and
/// forgets the browsers that they trust; how many sessions. `by` says who ended them, if it was not the person.
pub async fn end_all_of_user(
    tx: &mut Tx,
    cx: &Cx,
    user: UserId,
    by: Option<&Staff>,
) -> Result<u64, AppError> {
    ended_but(tx, cx, user, None, by.map(Author::by)).await
}

async fn ended_but(
    tx: &mut Tx,
    cx: &Cx,
    user: UserId,
    keep: Option<SessionId>,
    who: Option<By>,
) -> Result<u64, AppError> {
    people::stand_in_line(tx, cx.firm.id, user).await?;
    let ended = store::revoke_all_but(tx, cx.firm.id, user, keep, cx.now()).await?;
    // Printed for whoever could get in at that time.
    links::supersede(tx, cx, Printed::LINK, Whose::Of(user.0)).await?;
    if let Some(person) = people::person(tx, cx.firm.id, user).await? {
        let who = who.unwrap_or_else(|| by(&person, user));
        let w = &mut Work::on(tx, cx, &who);
        trusted_devices::forget_all(w, user, &person.email).await?;
        if ended > 0 {
            let what = What::AllEnded(ended);
            w.happened(OfSessions { user, email: &person.email, what }).await?;
        }
    }
    Ok(ended)
}

/// This person, about themselves.
fn by(person: &Person, user: UserId) -> By {
    let kind = if person.is_staff { "staff" } else { "client" };
    let name = format!("{} <{}>", person.name, person.email);
    By { who: Who { kind, id: Some(user), name }, name: person.name.clone() }
}

fn fresh(cx: &Cx, user: UserId, stage: &'static str, factor: &str) -> (Started, NewSession) {
    let started =
        Started { id: SessionId(cx.ids.next()), token: token(&*cx.rng), browser: None, device: None };
    let row = NewSession {
        id: started.id,
        user,
        token_hash: token_hash(started.token.expose()),
        stage,
        factor: factor.to_owned(),
        next_path: None,
        banner_closed: false,
        account_chosen: false,
        expires_at: cx.now(),
        proved_at: cx.now(),
    };
    (started, row)
}
