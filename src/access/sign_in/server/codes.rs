//! The second step: a code from the mailbox, bound to the sign-in it was sent for (SEC-24).

use super::events::Code;
use super::locked::codes_locked;
use super::{limits, mails};
use crate::codes::{self, Attempt, Bound, SIGN_IN};
use crate::gate::Pending;
use crate::security_mails;
use crate::sessions::{self, Started};
use i18n::said;
use kernel::{AppError, SessionId, UserId};
use platform::Cx;
use platform::audit::Who;
use platform::db::Tx;
use platform::unit::{By, Work};

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

/// Mails a code for this sign-in, with how many passwords were `wrong` before.
pub(super) async fn send(
    tx: &mut Tx,
    cx: &Cx,
    session: SessionId,
    user: UserId,
    wrong: i64,
) -> Result<(), AppError> {
    let to = security_mails::reader(tx, &cx.firm, user).await?;
    codes::send(tx, cx, Bound::to_sign_in(session), |code| mails::code(cx, &to, code, wrong)).await?;
    let sent = Code::Sent { user, email: &to.email };
    Work::on(tx, cx, &about_to_be(user, &to.email)).happened(sent).await
}

/// Signs in with a code.
///
/// # Errors
/// `Invalid` at the field `code`; `NotSignedIn` when the sign-in has ended meanwhile; `TooMany`.
pub async fn verify(cx: &Cx, pending: &Pending, typed: &str) -> Result<Started, AppError> {
    let code = codes::read(cx.locale, typed)?;
    limits::code_verify(cx, pending.user).await?;
    let (c, p) = (cx.clone(), pending.clone());
    let tried = cx.write(move |tx| Box::pin(async move { attempt(tx, &c, &p, &code).await }));
    match tried.await? {
        Tried::Right(started) => {
            let forgetting = limits::forget_codes(cx, pending.user);
            sessions::afterwards("limits count codes that were used", forgetting).await;
            Ok(started)
        }
        Tried::Wrong(left) => Err(codes::wrong(cx.locale, SIGN_IN, left)),
        Tried::Locked => {
            codes_locked(cx, pending.user).await?;
            Err(AppError::field("code", said!(cx.locale, "sign_in.code_void")))
        }
        Tried::Void => Err(AppError::field("code", said!(cx.locale, "sign_in.code_void"))),
    }
}

/// A wrong try is counted for good, so it is no error here: an error would undo the count.
async fn attempt(tx: &mut Tx, cx: &Cx, pending: &Pending, code: &str) -> Result<Tried, AppError> {
    let (firm, session, most) = (cx.firm.id, pending.session, SIGN_IN.max_attempts);
    sessions::stand_in_line_to_enter(tx, cx, pending.user).await?;
    let Some(nth) = sessions::count_try(tx, firm, session, most, cx.now()).await? else {
        return Ok(Tried::Void);
    };
    let tried = match codes::attempt(tx, cx, Bound::to_sign_in(session), code, nth).await? {
        Attempt::Right => return sessions::promote(tx, cx, pending).await.map(Tried::Right),
        Attempt::Wrong(left) => Tried::Wrong(left),
        Attempt::Last => Tried::Locked,
    };
    let failed = Code::Failed { user: pending.user, email: &pending.email };
    Work::on(tx, cx, pending).attempted(failed).await?;
    limits::code_failed(tx, cx, pending.user).await?;
    Ok(tried)
}

/// Mails another code; the earlier ones go on counting (AUTH-9).
///
/// # Errors
/// `TooMany` before a minute has passed or after many codes; `NotSignedIn` when the sign-in has ended.
pub async fn resend(cx: &Cx, pending: &Pending) -> Result<(), AppError> {
    let bound = Bound::to_sign_in(pending.session);
    let wait = codes::standing(&mut cx.db.read().await?, cx, bound).await?.wait;
    if wait > 0 {
        return Err(AppError::TooMany(wait.max(limits::code_send_wait(cx, pending.user).await?)));
    }
    limits::code_send(cx, pending.user).await?;
    let (c, p) = (cx.clone(), pending.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let (now, until) = (c.now(), c.now().plus(SIGN_IN.life));
            if !sessions::wait_on(tx, c.firm.id, p.session, SIGN_IN.max_attempts, now, until).await? {
                return Err(AppError::NotSignedIn);
            }
            send(tx, &c, p.session, p.user, 0).await
        })
    })
    .await
}

/// Whoever it will be who signs in.
fn about_to_be(user: UserId, email: &str) -> By {
    By::unnamed(Who { kind: "guest", id: Some(user), name: email.to_owned() })
}
