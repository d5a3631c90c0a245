//! Asking for the password before a door opens, and what follows from the right one.

use super::events::ProofGiven;
use crate::gate::{
    Admitted, CONFIRM, Call, Confirm, Door, Form, MaybeProven, PROOF_LIFE, Proven, Proves, Reply, SignedIn,
    Visitor, in_words,
};
use crate::step_up::rules::split;
use crate::step_up::{BACK, PROOF};
use crate::{password, sessions};
use kernel::{AppError, Outcome};
use platform::Cx;
use platform::net::safe_path;
use sessions::Started;

/// A door that opens to somebody whose password was given within the last ten minutes (SEC-29). To anybody else it shows a
/// page that asks for it and keeps the form; nothing of the act happens before the password is right. Who may come at all
/// is asked first. The second of two who prove themselves in one session at once is `NotSignedIn`.
#[must_use]
pub fn door<W, F>(path: &'static str, act: fn(Call, Proven<W>) -> F) -> Door
where
    W: Admitted + Proves,
    F: Future<Output = Result<Reply, AppError>> + Send + 'static,
{
    Door::new(path, move |call, who: W| asked_first(call, who, act))
}

/// As [`door`], for an act that takes a recent password in some cases only: it is tried, and where it answers `ProofNeeded`,
/// having done nothing, the password is asked for and the act tried again.
#[must_use]
pub fn door_on_demand<W, F>(path: &'static str, act: fn(Call, MaybeProven<W>) -> F) -> Door
where
    W: Admitted + Proves,
    F: Future<Output = Result<Reply, AppError>> + Send + 'static,
{
    Door::new(path, move |call, who: W| on_demand(call, who, act))
}

async fn on_demand<W: Admitted + Proves, F>(
    call: Call,
    who: W,
    act: fn(Call, MaybeProven<W>) -> F,
) -> Result<Reply, AppError>
where
    F: Future<Output = Result<Reply, AppError>> + Send,
{
    let now = call.cx.now();
    if call.form.has(PROOF) || now.since(who.person().proved) < PROOF_LIFE {
        return asked_first(call, who, |call, who| act(call, who.into())).await;
    }
    let signed_in = who.person().clone();
    let kept = Call {
        cx: call.cx.clone(),
        visitor: call.visitor.clone(),
        params: call.params.clone(),
        form: call.form.clone(),
    };
    match act(call, MaybeProven::of(who, now)).await {
        Err(AppError::ProofNeeded) => Ok(ask(kept, &signed_in, None, None)),
        answered => answered,
    }
}

async fn asked_first<W: Admitted + Proves, F>(
    mut call: Call,
    who: W,
    act: impl FnOnce(Call, Proven<W>) -> F,
) -> Result<Reply, AppError>
where
    F: Future<Output = Result<Reply, AppError>>,
{
    let back = safe_path(call.form.get(BACK));
    let (fields, typed) = split(call.form.0);
    call.form = Form(fields);
    let signed_in = who.person().clone();
    if let Some(who) = Proven::of(who, call.cx.now()) {
        return Box::pin(act(call, who)).await;
    }
    let given = match typed {
        None => return Ok(ask(call, &signed_in, back, None)),
        Some(typed) => give(&call.cx, &signed_in, PROOF, &typed).await,
    };
    let started = match given {
        Ok(started) => started,
        Err(
            error @ (AppError::Invalid(_)
            | AppError::TooMany(_)
            | AppError::Refused(_)
            | AppError::Busy
            | AppError::Away),
        ) => {
            return Ok(ask(call, &signed_in, back, Some(error)));
        }
        Err(error) => return Err(error),
    };
    let visitor = Visitor::of_token(&call.cx, Some(started.token.expose())).await?;
    // From here on under the session that this one goes on as.
    call.cx = visitor.acting(&call.cx);
    call.visitor = visitor.clone();
    let then = match Proven::of(W::admit(&call.cx, &visitor)?, call.cx.now()) {
        Some(who) => Box::pin(act(call, who)).await,
        None => Err(AppError::NotSignedIn),
    };
    Ok(Reply::As { visitor, cookies: started.cookies(), then: Box::new(then) })
}

/// Takes a password as the proof; the session goes on under another token, and counts as proven.
///
/// # Errors
/// `Invalid` on this field; `TooMany` and `Refused` as at a sign-in; `NotSignedIn` when the session has ended meanwhile.
pub async fn give(cx: &Cx, who: &SignedIn, field: &str, typed: &str) -> Result<Started, AppError> {
    let right = password::prove(cx, who, field, typed).await?;
    cx.work(who, async move |w, who| {
        let cx = w.cx();
        let started = sessions::renew_proven(w, cx, &who, &right).await?;
        w.happened(ProofGiven { user: who.user(), email: who.email().to_owned() }).await?;
        Ok(started)
    })
    .await
}

fn ask(call: Call, who: &SignedIn, back: Option<String>, error: Option<AppError>) -> Reply {
    let outcome = match &error {
        Some(error) => Outcome::from_error(CONFIRM, error, |e| in_words(call.cx.locale, e)),
        None => Outcome { form: CONFIRM.to_owned(), ..Outcome::none() },
    };
    let page = Confirm { back, email: who.email().to_owned(), fields: call.form.0, ..Confirm::default() };
    Reply::Confirm { page, outcome, error }
}
