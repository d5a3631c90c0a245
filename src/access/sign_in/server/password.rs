//! The first step: address and password.

use super::limits::{self, Try};
use super::{codes, mails, store};
use crate::password;
use crate::sessions::{self, Started, letter};
use i18n::tl;
use kernel::email::Lookup;
use kernel::{AppError, EmailAddress, SessionId, UserId};
use platform::Cx;
use platform::audit::{self, Act, Who};
use platform::hashing::{HashError, Verdict};
use platform::{incident, outbox};

/// What came of an address and a password. None of the refusals before a right password tells them apart.
pub enum Answer {
    /// A code is on its way; the token goes into the cookie.
    Pending(Started),
    /// Not right, whatever the reason (MSG-1).
    Wrong,
    /// Right, but there is nothing left to enter (CRM-14).
    Closed,
}

/// Tries an address and a password, and mails a code when they are right. `replaced` is a session this browser
/// holds already: it ends when another begins.
///
/// # Errors
/// `TooMany`, alike for every address; `Busy`.
pub async fn sign_in(
    cx: &Cx,
    typed: &str,
    password: &str,
    next: Option<String>,
    replaced: Option<(UserId, SessionId)>,
) -> Result<Answer, AppError> {
    let address = EmailAddress::parse(typed).ok();
    let key =
        address.as_ref().map_or_else(|| typed.trim().chars().take(254).collect(), |a| a.norm().to_owned());
    // What is no address belongs to nobody; it is looked for all the same.
    let whose = Lookup::of(typed);
    let known = sessions::known_for(cx, &whose).await?;
    let tried = limits::password(cx, &key, known).await?;
    let user = match verified(cx, &whose, password).await? {
        Verified::Right(user) => user,
        Verified::Wrong(whose) => {
            refused(cx, address.as_ref(), whose, "password", Some(tried)).await?;
            return Ok(Answer::Wrong);
        }
    };
    tried.succeeded(cx).await?;
    let open = {
        let mut conn = cx.db.read().await?;
        sessions::may_enter(&mut conn, cx.firm.id, user).await?
    };
    if !open {
        refused(cx, address.as_ref(), Some(user), "no open account", None).await?;
        return Ok(Answer::Closed);
    }
    limits::code_send(cx, user).await?;
    begin(cx, user, next, replaced, tried.strangers).await.map(Answer::Pending)
}

/// Whose password it is; or whose it was tried for, when there is such a user, so that they can see it (AUD-5).
enum Verified {
    Right(UserId),
    Wrong(Option<UserId>),
}

/// Whether the password is this user's. Takes as long without one: a hash nobody has is compared (SEC-10).
async fn verified(cx: &Cx, typed: &Lookup, password: &str) -> Result<Verified, AppError> {
    let user = {
        let mut conn = cx.db.read().await?;
        store::user(&mut conn, cx.firm.id, typed).await?
    };
    let stored = user.as_ref().filter(|u| u.activated_at.is_some()).and_then(|u| u.password_hash.clone());
    let verdict = match cx.hasher.verify(password, stored.as_deref()).await {
        Ok(verdict) => verdict,
        Err(HashError::Busy) => return Err(AppError::Busy),
        Err(HashError::TooLong) => Verdict::Wrong,
        Err(error @ HashError::Unreadable) => {
            // The person cannot help it and the reset does; the log knows.
            incident::log("sign-in", &error);
            Verdict::Wrong
        }
    };
    let whose = user.as_ref().map(|user| user.id);
    let (Some(user), Some(stored)) = (user, stored) else { return Ok(Verified::Wrong(whose)) };
    if verdict == Verdict::RightButOld {
        let (firm, new) = (cx.firm.id, password::hash(cx, password).await?);
        cx.write(move |tx| {
            Box::pin(async move { Ok(store::rehash(tx, firm, user.id, &stored, &new).await?) })
        })
        .await?;
    }
    Ok(if verdict == Verdict::Wrong { Verified::Wrong(whose) } else { Verified::Right(user.id) })
}

/// Keeps a failed sign-in in the audit trail; the same work whether or not there is such a user.
async fn refused(
    cx: &Cx,
    address: Option<&EmailAddress>,
    user: Option<UserId>,
    why: &'static str,
    wrong: Option<Try>,
) -> Result<(), AppError> {
    let act = Act {
        event: "sign_in_failed",
        who: Who::guest(),
        account: None,
        subject_id: user.map(|id| id.0),
        subject: address.map(|a| a.shown().to_owned()).unwrap_or_default(),
        detail: why.to_owned(),
    };
    let c = cx.clone();
    cx.write(move |tx| {
        Box::pin(async move {
            if let Some(wrong) = wrong {
                wrong.failed(tx, &c).await?;
            }
            Ok(audit::record_attempt(tx, &c, act).await?)
        })
    })
    .await
}

async fn begin(
    cx: &Cx,
    user: UserId,
    next: Option<String>,
    replaced: Option<(UserId, SessionId)>,
    wrong: i64,
) -> Result<Started, AppError> {
    let c = cx.clone();
    cx.write(move |tx| {
        Box::pin(async move {
            if let Some((owner, session)) = replaced {
                sessions::end(tx, &c, owner, session).await?;
            }
            let started = sessions::start_pending(tx, &c, user, next.as_deref()).await?;
            let code = codes::issue(tx, &c, started.id).await?;
            let to = letter::reader(tx, &c.firm, user).await?;
            let mail = mails::code(&c, &to, &code, wrong);
            outbox::enqueue(tx, &c.platform, c.firm.id, &mail, None).await?;
            codes::record(tx, &c, "code_sent", user, &to.email).await?;
            Ok(started)
        })
    })
    .await
}

/// The sentence for a wrong address or password (MSG-1).
pub fn wrong_in_words(cx: &Cx) -> String {
    tl!(cx.locale, "sign_in.wrong")
}

/// The sentence for somebody who has nothing left to enter (CRM-14).
pub fn closed_in_words(cx: &Cx) -> String {
    tl!(cx.locale, "sign_in.closed", contact = letter::contact(&cx.firm))
}
