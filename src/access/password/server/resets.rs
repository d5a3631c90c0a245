//! The page behind a mailed link, and what its button does.

use super::events::{OfPassword, What};
use super::store::{self, Owner, ResetRow};
use super::{choose, mails};
use crate::attempts;
use crate::gate::{BY_RESET, Cookie, Visitor};
use crate::links::{self, ByLink, Meanwhile, Standing};
use crate::password::{LINK, Reset, ResetState};
use crate::sessions::{self, Started};
use crate::sign_in;
use directory::people;
use i18n::said;
use kernel::email::Lookup;
use kernel::{AppError, EmailAddress, ResetId, SessionId, UserId, paths};
use platform::Cx;
use platform::audit::Who;
use platform::db::{Conn, Tx};
use platform::secret::Secret;
use platform::unit::{By, Work};

/// Where to go after a reset, and with which cookies. No session for those who have yet to sign in, or nothing left to enter.
pub struct Landing {
    pub to: String,
    pub started: Option<Started>,
    /// By which this browser is known from now on, if it was before.
    browser: Option<Secret<String>>,
    /// The person works here, and signs in with the new password and a code like on any day.
    pub sign_in: bool,
}

impl Landing {
    /// What the browser is given.
    pub fn cookies(&self) -> Vec<Cookie> {
        match &self.started {
            Some(started) => started.cookies(),
            None => self.browser.iter().map(|secret| Cookie::browser(secret.expose())).collect(),
        }
    }
}

/// What a new password lets somebody do at once.
enum Entrance {
    SignedIn(Started),
    SignIn,
    Closed,
}

/// How this reset stands. Changes nothing (SEC-16).
pub async fn reset_state(cx: &Cx, link: &ByLink<Reset>) -> Result<ResetState, AppError> {
    Ok(match of(cx, link) {
        Standing::Open => {
            let mut conn = cx.db.read().await?;
            let owner = owner(&mut conn, cx, link).await?;
            if !is_read_by(link, &owner) {
                return Ok(ResetState::Superseded { newest: None });
            }
            let signs_in = !people::is_staff(&mut conn, cx.firm.id, owner.id).await?;
            ResetState::Open { email: owner.email, name: owner.name, signs_in }
        }
        Standing::Used => ResetState::Used,
        Standing::Expired => ResetState::Expired { at: cx.when(link.until()) },
        // Resets are never taken back: what ends them is a newer one, or another password.
        Standing::Newer | Standing::Closed => {
            let mut conn = cx.db.read().await?;
            let newest = links::newest_open(&mut conn, cx, LINK, link.of()).await?;
            ResetState::Superseded { newest: newest.map(|at| platform::when::show_time(at, cx.zone())) }
        }
    })
}

/// Sets the new password, once; ends everything that the old one had opened; tells the person, and signs in clients
/// (AUTH-22, TST-6). Whoever works here, be it as well, is not signed in: the mailbox alone must not open what is protected
/// by more, nor count as a proof. `replaced` is the session this browser held, perhaps somebody else's.
///
/// # Errors
/// `Invalid` for a weak password, which leaves the link good; `Refused` when the link is used up.
pub async fn use_reset(
    cx: &Cx,
    link: &ByLink<Reset>,
    password: &str,
    replaced: Option<(UserId, SessionId)>,
) -> Result<Landing, AppError> {
    if of(cx, link) != Standing::Open {
        return Err(gone(cx));
    }
    let owner = {
        let mut conn = cx.db.read().await?;
        owner(&mut conn, cx, link).await?
    };
    choose::refuse_weak(cx, "password", password, &owner.name, &owner.email)?;
    let hash = choose::hash(cx, password).await?;
    let (mut c, link, user, norm) = (cx.clone(), link.clone(), owner.id, owner.email_norm.clone());
    let done = cx.write(move |tx| {
        Box::pin(async move {
            sessions::stand_in_line_to_enter(tx, &c, owner.id).await?;
            let used = consume(tx, &c, &link).await?;
            let browser = choose::set(tx, &c, owner.id, &hash).await?;
            // The token that the browser came with is worth nothing any more.
            c.browser_token = browser.as_ref().map(|secret| secret.expose().clone());
            if let Some((owner, session)) = replaced {
                sessions::end(tx, &c, owner, session).await?;
            }
            let entrance = let_in(tx, &c, &owner).await?;
            Ok((entrance, browser, used))
        })
    });
    let (entrance, browser, used) = done.await?;
    ease_limits(cx, (user, &norm), &used).await;
    let (to, started, sign_in) = match entrance {
        Entrance::SignedIn(started) => {
            (landing(cx, &started, used.account_code.as_deref()).await, Some(started), false)
        }
        Entrance::SignIn => (paths::SIGN_IN.to_owned(), None, true),
        Entrance::Closed => (paths::SIGN_IN_CLOSED.to_owned(), None, false),
    };
    Ok(Landing { to, started, browser, sign_in })
}

/// What was counted against whoever could not get in counts no longer. The password is set whatever comes of it.
async fn ease_limits(cx: &Cx, (user, email_norm): (UserId, &str), used: &ResetRow) {
    let easing = async {
        attempts::begin_anew(cx, &Lookup::of(email_norm)).await?;
        sign_in::forget_codes(cx, user).await?;
        if let (Some(network), Some(at)) = (&used.counted_for, used.counted_at) {
            attempts::forgot_helped(cx, network, at).await?;
        }
        Ok::<_, AppError>(())
    };
    sessions::afterwards("limits count what a new password has settled", easing).await;
}

async fn let_in(tx: &mut Tx, cx: &Cx, owner: &Owner) -> Result<Entrance, AppError> {
    let (user, email) = (owner.id, owner.email.as_str());
    let name = format!("{} <{email}>", owner.name);
    let by = By::unnamed(Who { kind: "guest", id: Some(user), name });
    let w = &mut Work::on(tx, cx, &by);
    w.happened(OfPassword { user, email, what: What::ResetUsed }).await?;
    let mail = mails::changed(w, cx, user).await?;
    w.mail(&mail, None).await?;
    if people::is_staff(tx, cx.firm.id, user).await? {
        return Ok(Entrance::SignIn);
    }
    if people::may_enter(tx, cx.firm.id, user).await? {
        return Ok(Entrance::SignedIn(sessions::start_full(tx, cx, user, BY_RESET).await?));
    }
    Ok(Entrance::Closed)
}

/// The account the reset was started from, if it is still granted (AUTH-25); else wherever a sign-in leads. When nobody can
/// say that now, the portal will.
async fn landing(cx: &Cx, started: &Started, account_code: Option<&str>) -> String {
    let known = async {
        let visitor = Visitor::of_token(cx, Some(started.token.expose())).await?;
        if let Some(code) = account_code
            && visitor.client_of(cx, code).await.is_ok()
        {
            return Ok::<_, AppError>(paths::portal_home(code));
        }
        Ok(sign_in::destination(visitor.signed_in()?, None))
    };
    let known = sessions::afterwards("where a new password leads is not known", known).await;
    known.unwrap_or_else(|| paths::PORTAL.to_owned())
}

/// Uses the link up (SEC-15). Not for people who may not sign in any more, or sign in with another address by now.
async fn consume(tx: &mut Tx, cx: &Cx, link: &ByLink<Reset>) -> Result<ResetRow, AppError> {
    let used = links::use_once(tx, cx, link).await;
    used.map_err(|error| if error == AppError::Conflict { gone(cx) } else { error })?;
    let owner = owner(tx, cx, link).await?;
    if owner.active == 0 || !is_read_by(link, &owner) {
        return Err(gone(cx));
    }
    store::reset(tx, cx.firm.id, ResetId(link.id())).await?.ok_or_else(|| gone(cx))
}

/// Whether the mailbox that the link went to is still that of the login. Compared as mailboxes: staff send to the address of a
/// contact, which may be spelled otherwise. Links of older versions kept none; those end when a login moves.
fn is_read_by(link: &ByLink<Reset>, owner: &Owner) -> bool {
    let (then, now) = (EmailAddress::stored(link.to()), EmailAddress::stored(&owner.email));
    link.to().is_empty() || link.to() == owner.email_norm || then.norm() == now.norm()
}

async fn owner(conn: &mut Conn, cx: &Cx, link: &ByLink<Reset>) -> Result<Owner, AppError> {
    store::owner(conn, cx.firm.id, UserId(link.of())).await?.ok_or(AppError::NotFound)
}

fn of(cx: &Cx, link: &ByLink<Reset>) -> Standing {
    link.standing(Meanwhile::default(), cx.now())
}

fn gone(cx: &Cx) -> AppError {
    AppError::Refused(said!(cx.locale, "password.reset_gone"))
}
