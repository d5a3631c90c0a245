//! Asking for the password before a door opens, and what follows from the right one.

use crate::gate::{
    CONFIRM, Call, Confirm, Form, MaybeProven, PROOF_LIFE, Proven, Proves, Reply, SignedIn, Visitor, in_words,
};
use crate::step_up::rules::split;
use crate::step_up::{BACK, PROOF};
use crate::{password, sessions};
use kernel::{AppError, Outcome};
use platform::Cx;
use platform::audit::{self, Act};
use platform::net::safe_path;
use sessions::Started;

/// Opens a door to somebody whose password was given within the last ten minutes (SEC-29). To anybody else it shows a
/// page that asks for it and keeps the form; nothing of the act happens before the password is right. `person` says who
/// may come at all, and is asked first.
///
/// # Errors
/// What `person` and the door say; `NotSignedIn` to the second of two who prove themselves in one session at once.
pub async fn proven<P: Proves, F>(
    call: Call,
    person: fn(&Visitor) -> Result<P, AppError>,
    door: fn(Call, Proven<P>) -> F,
) -> Result<Reply, AppError>
where
    F: Future<Output = Result<Reply, AppError>>,
{
    asked_first(call, person, door).await
}

/// As [`proven`], for an act that takes a recent password in some cases only: the door is tried, and where its act answers
/// `ProofNeeded`, having done nothing, the password is asked for and the door tried again.
///
/// # Errors
/// As [`proven`].
pub async fn proven_on_demand<P: Proves, F>(
    call: Call,
    person: fn(&Visitor) -> Result<P, AppError>,
    door: fn(Call, MaybeProven<P>) -> F,
) -> Result<Reply, AppError>
where
    F: Future<Output = Result<Reply, AppError>>,
{
    let who = person(&call.visitor)?;
    let now = call.cx.now();
    if call.form.has(PROOF) || now.since(who.person().proved) < PROOF_LIFE {
        return asked_first(call, person, |call, who| door(call, who.into())).await;
    }
    let signed_in = who.person().clone();
    let kept = Call {
        cx: call.cx.clone(),
        visitor: call.visitor.clone(),
        params: call.params.clone(),
        form: call.form.clone(),
    };
    match door(call, MaybeProven::of(who, now)).await {
        Err(AppError::ProofNeeded) => Ok(ask(kept, &signed_in, None, None)),
        answered => answered,
    }
}

async fn asked_first<P: Proves, F>(
    mut call: Call,
    person: fn(&Visitor) -> Result<P, AppError>,
    door: impl FnOnce(Call, Proven<P>) -> F,
) -> Result<Reply, AppError>
where
    F: Future<Output = Result<Reply, AppError>>,
{
    let who = person(&call.visitor)?;
    let back = safe_path(call.form.get(BACK));
    let (fields, typed) = split(call.form.0);
    call.form = Form(fields);
    let signed_in = who.person().clone();
    if let Some(who) = Proven::of(who, call.cx.now()) {
        return Box::pin(door(call, who)).await;
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
    let then = match Proven::of(person(&visitor)?, call.cx.now()) {
        Some(who) => Box::pin(door(call, who)).await,
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
    let (c, who) = (cx.clone(), who.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let started = sessions::renew_proven(tx, &c, &who, &right).await?;
            let act = Act {
                event: "proof_given",
                who: who.audit(),
                account: None,
                subject_id: Some(who.user().0),
                subject: who.email().to_owned(),
                detail: String::new(),
            };
            audit::record(tx, &c, act).await?;
            Ok(started)
        })
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
