//! The second step: a code from the mailbox, bound to the sign-in it was sent for (SEC-24).

use super::{limits, mails, store};
use crate::alerts;
use crate::gate::Pending;
use crate::security_mails;
use crate::sessions::{self, Started};
use crate::sign_in::rules::{CODE_DIGITS, CODE_LIFE, MOST_LIVE, MOST_TRIES, RESEND_AFTER, typed_code};
use crate::sign_in_codes;
use i18n::{tl, tln};
use kernel::{AppError, Locale, SessionId, Ts, UserId};
use platform::Cx;
use platform::audit::{self, Act, Who};
use platform::db::Tx;
use platform::keys::Purpose;
use platform::outbox;
use platform::rng::digits6;

/// What came of a try.
enum Tried {
    Right(Started),
    /// So many tries are left.
    Wrong(i64),
    /// That was one too many.
    Locked,
    /// There were none left.
    Void,
}

/// Makes a code for this sign-in; at most three count at the same time (AUTH-9).
///
/// # Errors
/// What the database says.
pub async fn issue(tx: &mut Tx, cx: &Cx, session: SessionId) -> Result<String, AppError> {
    let code = digits6(&*cx.rng);
    let now = cx.now();
    sign_in_codes::void_but_newest(tx, cx.firm.id, session, MOST_LIVE - 1, now).await?;
    let hmac = hmac(cx, session, &code);
    sign_in_codes::insert(tx, cx.ids.next(), cx.firm.id, session, hmac, now, now.plus(CODE_LIFE)).await?;
    Ok(code)
}

/// Signs in with a code.
///
/// # Errors
/// `Invalid` at the field `code`; `NotSignedIn` when the sign-in has ended meanwhile; `TooMany`.
pub async fn verify(cx: &Cx, pending: &Pending, typed: &str) -> Result<Started, AppError> {
    let Some(code) = typed_code(typed) else {
        return Err(AppError::field("code", tl!(cx.locale, "sign_in.code_malformed", digits = CODE_DIGITS)));
    };
    limits::code_verify(cx, pending.user).await?;
    let (c, p) = (cx.clone(), pending.clone());
    let tried = cx.write(move |tx| Box::pin(async move { attempt(tx, &c, &p, &code).await }));
    match tried.await? {
        Tried::Right(started) => {
            limits::forget_codes(cx, pending.user).await?;
            Ok(started)
        }
        Tried::Wrong(left) => Err(AppError::field("code", wrong_code(cx.locale, left))),
        Tried::Locked => {
            alerts::codes_locked(cx, pending.user).await?;
            Err(AppError::field("code", tl!(cx.locale, "sign_in.code_void")))
        }
        Tried::Void => Err(AppError::field("code", tl!(cx.locale, "sign_in.code_void"))),
    }
}

/// A wrong try is counted for good, so it is no error here: an error would undo the count.
async fn attempt(tx: &mut Tx, cx: &Cx, pending: &Pending, code: &str) -> Result<Tried, AppError> {
    let (firm, session, now) = (cx.firm.id, pending.session, cx.now());
    sessions::stand_in_line_to_enter(tx, cx, pending.user).await?;
    let Some(tries) = sessions::count_try(tx, firm, session, MOST_TRIES, now).await? else {
        return Ok(Tried::Void);
    };
    let wanted = hmacs(cx, session, code);
    let live = sign_in_codes::live(tx, firm, session, now).await?;
    if live.iter().any(|known| wanted.iter().any(|wanted| same(&known.code_hmac, wanted))) {
        return sessions::promote(tx, cx, pending).await.map(Tried::Right);
    }
    audit::record_attempt(tx, cx, act("code_failed", pending.user, &pending.email)).await?;
    limits::code_failed(tx, cx, pending.user).await?;
    if tries < MOST_TRIES {
        return Ok(Tried::Wrong(MOST_TRIES - tries));
    }
    sign_in_codes::void_but_newest(tx, firm, session, 0, now).await?;
    Ok(Tried::Locked)
}

/// Mails another code; the earlier ones go on counting (AUTH-9).
///
/// # Errors
/// `TooMany` before a minute has passed or after many codes; `NotSignedIn` when the sign-in has ended.
pub async fn resend(cx: &Cx, pending: &Pending) -> Result<(), AppError> {
    let row = {
        let mut conn = cx.db.read().await?;
        store::pending(&mut conn, cx.firm.id, pending.session).await?.ok_or(AppError::NotSignedIn)?
    };
    let wait = seconds_to_wait(row.sent_at, cx.now());
    if wait > 0 {
        return Err(AppError::TooMany(wait.max(limits::code_send_wait(cx, pending.user).await?)));
    }
    limits::code_send(cx, pending.user).await?;
    let (c, p) = (cx.clone(), pending.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let (now, until) = (c.now(), c.now().plus(CODE_LIFE));
            if !sessions::wait_on(tx, c.firm.id, p.session, MOST_TRIES, now, until).await? {
                return Err(AppError::NotSignedIn);
            }
            let code = issue(tx, &c, p.session).await?;
            let to = security_mails::reader(tx, &c.firm, p.user).await?;
            outbox::enqueue(tx, &c.platform, c.firm.id, &mails::code(&c, &to, &code, 0), None).await?;
            record(tx, &c, "code_sent", p.user, &p.email).await
        })
    })
    .await
}

/// The sentence for a wrong code, with how many tries are left.
#[must_use]
pub fn wrong_code(l: Locale, left: i64) -> String {
    let left = tln!(l, "sign_in.left", left);
    format!("{} {left}", tl!(l, "sign_in.code_wrong", minutes = CODE_LIFE / Ts::MINUTE))
}

/// Seconds until another code may be asked for.
pub fn seconds_to_wait(sent_at: Option<Ts>, now: Ts) -> u32 {
    let left = sent_at.map_or(0, |sent| RESEND_AFTER - now.since(sent)).clamp(0, RESEND_AFTER);
    u32::try_from(left.div_euclid(Ts::SECOND) + i64::from(left % Ts::SECOND > 0)).unwrap_or(0)
}

/// Keeps an act about a code in the audit trail.
pub async fn record(
    tx: &mut Tx,
    cx: &Cx,
    event: &'static str,
    user: UserId,
    email: &str,
) -> Result<(), AppError> {
    Ok(audit::record(tx, cx, act(event, user, email)).await?)
}

fn act(event: &'static str, user: UserId, email: &str) -> Act {
    Act {
        event,
        who: Who { kind: "guest", id: Some(user), name: email.to_owned() },
        account: None,
        subject_id: Some(user.0),
        subject: email.to_owned(),
        detail: String::new(),
    }
}

/// A code counts for one sign-in only: the sign-in's id is part of what is stored.
fn hmac(cx: &Cx, session: SessionId, code: &str) -> [u8; 32] {
    cx.keys.hmac(Purpose::Code, &[session.0.as_bytes(), code.as_bytes()])
}

/// As it may be stored: a code that was mailed before the master key was rotated still counts.
fn hmacs(cx: &Cx, session: SessionId, code: &str) -> Vec<[u8; 32]> {
    cx.keys.hmacs(Purpose::Code, &[session.0.as_bytes(), code.as_bytes()])
}

/// Compares without telling how much of it was right.
fn same(known: &[u8], wanted: &[u8; 32]) -> bool {
    known.len() == wanted.len() && known.iter().zip(wanted).fold(0, |diff, (a, b)| diff | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_code_may_be_asked_for_after_a_minute() {
        let sent = Ts(1_000 * Ts::SECOND);
        assert_eq!(seconds_to_wait(None, sent), 0);
        assert_eq!(seconds_to_wait(Some(sent), sent), 60);
        assert_eq!(seconds_to_wait(Some(sent), sent.plus(59 * Ts::SECOND + 1)), 1);
        assert_eq!(seconds_to_wait(Some(sent), sent.plus(Ts::MINUTE)), 0);
        assert_eq!(seconds_to_wait(Some(sent), sent.plus(-Ts::HOUR)), 60);
    }
}
