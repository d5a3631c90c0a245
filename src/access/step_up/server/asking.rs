//! Asking for the password before a door opens, and what follows from the right one.

use super::events::ProofGiven;
use crate::gate::{
    Admitted, CONFIRM, Call, Confirm, Enters, Form, MaybeProven, PROOF_LIFE, Proven, Proves, Reply, SignedIn,
    Then, Visitor, in_words,
};
use crate::step_up::rules::split;
use crate::step_up::{BACK, PASSWORD, PROOF};
use crate::{password, sessions};
use futures::future::BoxFuture;
use kernel::permission::Allowed;
use kernel::{AppError, Outcome};
use platform::Cx;
use platform::net::safe_path;
use sessions::Started;
use std::ops::Deref;

/// Whoever gave their password within the last ten minutes (SEC-29). Anybody else sees a page that asks for it and keeps the
/// form; nothing of the command happens before the password is right. Who may come at all is asked first. The second of two who
/// prove themselves in one session at once is `NotSignedIn`.
impl<W: Admitted + Proves> Enters for Proven<W> {
    const ALLOWED: Allowed = <W as Admitted>::ALLOWED;

    fn enter(call: Call, then: Then<Self>) -> BoxFuture<'static, Result<Reply, AppError>> {
        Box::pin(async move {
            let who = W::admit(&call.cx, &call.visitor)?;
            asked_first(call, who, then, |who| who).await
        })
    }
}

/// The password is asked for where the act demands it: it is tried, and where it answers `ProofNeeded`, having done nothing,
/// the form is kept and sent once more with the password.
impl<W: Admitted + Proves> Enters for MaybeProven<W> {
    const ALLOWED: Allowed = <W as Admitted>::ALLOWED;

    fn enter(call: Call, then: Then<Self>) -> BoxFuture<'static, Result<Reply, AppError>> {
        Box::pin(async move {
            let who = W::admit(&call.cx, &call.visitor)?;
            on_demand(call, who, then).await
        })
    }
}

/// Whoever gave their password in this very form, in its field `password`: for what cannot be taken back alone, the password is
/// asked for at all times.
#[derive(Clone, Debug)]
pub struct JustProven<W>(Proven<W>);

impl<W> Deref for JustProven<W> {
    type Target = Proven<W>;

    fn deref(&self) -> &Proven<W> {
        &self.0
    }
}

impl<W: Admitted + Proves> Enters for JustProven<W> {
    const ALLOWED: Allowed = <W as Admitted>::ALLOWED;

    fn enter(mut call: Call, then: Then<Self>) -> BoxFuture<'static, Result<Reply, AppError>> {
        Box::pin(async move {
            let who = W::admit(&call.cx, &call.visitor)?;
            // Before the session goes on under another token: what names nothing does nothing.
            then.check(&call).map_err(|_| AppError::NotFound)?;
            let started = match give(&call.cx, who.person(), PASSWORD, call.form.get(PASSWORD)).await {
                Ok(started) => started,
                Err(error) => return then.refuse(&call, error),
            };
            let who = go_on::<W>(&mut call, &started).await;
            let visitor = call.visitor.clone();
            let done = match who {
                Ok(who) => then.run(call, Self(who)).await,
                Err(error) => Err(error),
            };
            Ok(Reply::As { visitor, cookies: started.cookies(), then: Box::new(done) })
        })
    }
}

/// The request goes on under the session that this one goes on as. The new cookie is given whatever this answers: the old
/// session has ended.
async fn go_on<W: Admitted + Proves>(call: &mut Call, started: &Started) -> Result<Proven<W>, AppError> {
    let visitor = Visitor::of_token(&call.cx, Some(started.token.expose())).await?;
    call.cx = visitor.acting(&call.cx);
    call.visitor = visitor;
    Proven::of(W::admit(&call.cx, &call.visitor)?, call.cx.now()).ok_or(AppError::NotSignedIn)
}

async fn on_demand<W: Admitted + Proves>(
    call: Call,
    who: W,
    then: Then<MaybeProven<W>>,
) -> Result<Reply, AppError> {
    let now = call.cx.now();
    if call.form.has(PROOF) || now.since(who.person().proved) < PROOF_LIFE {
        return asked_first(call, who, then, MaybeProven::from).await;
    }
    let (signed_in, kept) = (who.person().clone(), call.clone());
    match then.run(call, MaybeProven::of(who, now)).await {
        Err(AppError::ProofNeeded) => ask(kept, &signed_in, None, None),
        answered => answered,
    }
}

async fn asked_first<W: Admitted + Proves, P: Enters>(
    mut call: Call,
    who: W,
    then: Then<P>,
    proven: fn(Proven<W>) -> P,
) -> Result<Reply, AppError> {
    let back = safe_path(call.form.get(BACK));
    let (fields, typed) = split(call.form.0);
    call.form = Form(fields);
    let signed_in = who.person().clone();
    if let Some(who) = Proven::of(who, call.cx.now()) {
        return then.run(call, proven(who)).await;
    }
    let given = match typed {
        None => return ask(call, &signed_in, back, None),
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
        ) => return ask(call, &signed_in, back, Some(error)),
        Err(error) => return Err(error),
    };
    let who = go_on::<W>(&mut call, &started).await;
    let visitor = call.visitor.clone();
    let done = match who {
        Ok(who) => then.run(call, proven(who)).await,
        Err(error) => Err(error),
    };
    Ok(Reply::As { visitor, cookies: started.cookies(), then: Box::new(done) })
}

/// Takes a password as the proof; the session goes on under another token, and counts as proven.
///
/// # Errors
/// `Invalid` on this field; `TooMany` and `Refused` as at a sign-in; `NotSignedIn` when the session has ended meanwhile.
pub(crate) async fn give(cx: &Cx, who: &SignedIn, field: &str, typed: &str) -> Result<Started, AppError> {
    let right = password::prove(cx, who, field, typed).await?;
    cx.work(who, async move |w, who| {
        let cx = w.cx();
        let started = sessions::renew_proven(w, cx, &who, &right).await?;
        w.happened(ProofGiven { user: who.user(), email: who.email().to_owned() }).await?;
        Ok(started)
    })
    .await
}

/// A control that is awake sends its plain form instead.
fn ask(call: Call, who: &SignedIn, back: Option<String>, error: Option<AppError>) -> Result<Reply, AppError> {
    if call.awake {
        return Err(AppError::ProofNeeded);
    }
    let outcome = match &error {
        Some(error) => Outcome::from_error(CONFIRM, error, |e| in_words(call.cx.locale, e)),
        None => Outcome { form: CONFIRM.to_owned(), ..Outcome::none() },
    };
    let page = Confirm { back, email: who.email().to_owned(), fields: call.form.0, ..Confirm::default() };
    Ok(Reply::Confirm { page, outcome, error })
}
