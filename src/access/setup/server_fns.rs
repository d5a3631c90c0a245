//! The bridge: the set-up page and its form.

use super::{FoundingForm, Pressed, SetupState};
use crate::gate::prelude::*;

crate::rule!(SETUP = "/api/setup/state", Guest);

/// How this link stands; `NotFound` for a token that we never printed.
#[server(prefix = "/api", endpoint = "setup/state")]
pub async fn read_setup(token: String) -> Result<SetupState, AppError> {
    let (cx, _guest) = SETUP.enter()?;
    super::server::setup_state(&cx, &token).await
}

crate::command!(SetUp: Guest, again |it, _cx, _error| {
    let again = Again::on(paths::setup(&it.token), super::FORM);
    super::server::kept(&it.form).into_iter().fold(again, |again, (field, typed)| again.with(field, typed))
});

/// Makes the firm and its owner, who is signed in; the second button mails the owner to be, before anything is made.
///
/// # Errors
/// `Invalid` with every fault; `Refused` when the link is used up or there is an owner; `NotFound` for a token that we never
/// printed.
#[server(protocol = ByForm, prefix = "", endpoint = "setup/{token}")]
pub async fn set_up(
    token: String,
    #[server(default)] test: Pressed,
    #[server(flatten)] form: FoundingForm,
) -> Result<Done, AppError> {
    let (cx, _guest) = SetUp::enter()?;
    if test == Pressed::Mail {
        let (sent, done) =
            (super::server::test_mail(&cx, &token, &form).await?, Done::at(paths::setup(&token)));
        return Ok(match sent {
            Some(outcome) => done.shown(outcome),
            None => done,
        });
    }
    let started = super::server::found(&cx, &token, &form).await?;
    // In the language that the firm and its owner speak from here on.
    let speaks = kernel::Locale::from_tag(&form.locale).unwrap_or(cx.locale);
    Ok(Done::at(paths::ACCOUNTS).cookies(started.cookies()).notice(i18n::tl!(speaks, "setup.done")))
}
