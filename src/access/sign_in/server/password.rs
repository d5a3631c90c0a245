//! The first step: address and password.

use super::events::SignInFailed;
use super::{codes, limits, store};
use crate::attempts::{self, Try};
use crate::gate::RightPassword;
use crate::known_browsers;
use crate::security_mails;
use crate::sessions::{self, Started};
use crate::sign_in::rules::MANY;
use crate::trusted_devices;
use directory::people;
use i18n::tl;
use kernel::email::Lookup;
use kernel::{AppError, EmailAddress, SessionId, UserId};
use platform::Cx;
use platform::unit::By;

/// What came of an address and a password. None of the refusals before a right password tells them apart.
pub enum Answer {
    /// A code is on its way; the token goes into the cookie.
    Pending(Started),
    /// No code is asked for in this browser (SEC-27); the token goes into the cookie.
    In(Started),
    /// Not right, whatever the reason (MSG-1).
    Wrong,
    /// Right, but there is nothing left to enter (CRM-14).
    Closed,
}

/// Tries an address and a password. Where they are right a code is mailed, unless their owner trusts this browser.
/// `replaced` is a session that it holds already: it ends when another begins.
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
    // What is no address belongs to nobody; it is looked for all the same.
    let whose = Lookup::of(typed);
    let known = known_browsers::known_for(cx, &whose).await?;
    let tried = attempts::password(cx, &whose, known).await?;
    let user = {
        let mut conn = cx.db.read().await?;
        store::user(&mut conn, cx.firm.id, &whose).await?
    };
    let wrong = AppError::Invalid(Vec::new());
    let Some(right) = RightPassword::compare(cx, user, password, wrong).await? else {
        // Also for whom it was tried, so that they can see it (AUD-5).
        refused(cx, address.as_ref(), user, "password", Some(tried)).await?;
        return Ok(Answer::Wrong);
    };
    tried.succeeded(cx).await?;
    let open = {
        let mut conn = cx.db.read().await?;
        people::may_enter(&mut conn, cx.firm.id, right.user()).await?
    };
    if !open {
        refused(cx, address.as_ref(), user, "no open account", None).await?;
        return Ok(Answer::Closed);
    }
    let begun = match enter(cx, &right, replaced, tried.strangers).await {
        Ok(Some(started)) => Ok(Answer::In(started)),
        Ok(None) => {
            limits::code_send(cx, right.user()).await?;
            begin(cx, right, next, replaced, tried.strangers).await.map(Answer::Pending)
        }
        Err(error) => Err(error),
    };
    if let Err(AppError::Invalid(_)) = begun {
        refused(cx, address.as_ref(), user, "password", None).await?;
        return Ok(Answer::Wrong);
    }
    begun
}

/// Lets whoever trusts this browser in without a code (SEC-27). Not after many wrong passwords of strangers: then the mail
/// with the code also tells of those (SEC-11).
///
/// # Errors
/// `Invalid` when another password was set meanwhile.
async fn enter(
    cx: &Cx,
    right: &RightPassword,
    replaced: Option<(UserId, SessionId)>,
    wrong: i64,
) -> Result<Option<Started>, AppError> {
    if wrong >= MANY || !trusted_devices::held(cx) {
        return Ok(None);
    }
    let (c, right) = (cx.clone(), right.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            sessions::stand_in_line_to_enter(tx, &c, right.user()).await?;
            right.demand(tx, &c).await?;
            if !trusted_devices::opens(tx, &c, right.user()).await? {
                return Ok(None);
            }
            let started = sessions::start_full(tx, &c, right.user(), "device").await?;
            if let Some((owner, session)) = replaced {
                sessions::end(tx, &c, owner, session).await?;
            }
            Ok(Some(started))
        })
    })
    .await
}

/// Keeps a failed sign-in in the audit trail; the same work whether or not there is such a user.
async fn refused(
    cx: &Cx,
    address: Option<&EmailAddress>,
    user: Option<UserId>,
    why: &'static str,
    wrong: Option<Try>,
) -> Result<(), AppError> {
    let address = address.map(|a| a.shown().to_owned()).unwrap_or_default();
    let failed = SignInFailed { user, address, why };
    cx.work(&By::guest(), async move |w, _| {
        let cx = w.cx();
        if let Some(wrong) = wrong {
            wrong.failed(w, cx).await?;
        }
        w.attempted(failed).await
    })
    .await
}

/// # Errors
/// `Invalid` when another password was set meanwhile.
async fn begin(
    cx: &Cx,
    right: RightPassword,
    next: Option<String>,
    replaced: Option<(UserId, SessionId)>,
    wrong: i64,
) -> Result<Started, AppError> {
    let c = cx.clone();
    cx.write(move |tx| {
        Box::pin(async move {
            let (started, user) =
                (sessions::start_pending(tx, &c, &right, next.as_deref()).await?, right.user());
            if let Some((owner, session)) = replaced {
                sessions::end(tx, &c, owner, session).await?;
            }
            codes::send(tx, &c, started.id, user, wrong).await?;
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
    tl!(cx.locale, "sign_in.closed", contact = security_mails::contact(&cx.firm))
}
