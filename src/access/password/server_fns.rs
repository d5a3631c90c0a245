//! The bridge: a reset's page, and the forms about passwords.

use crate::gate::prelude::*;
use crate::links::Opened;
use crate::password::ResetState;

crate::rule!(RESET = "/api/password/reset-state", Guest);

/// How the reset of this name stands, without a name the newest; nothing when this browser does not hold its link. `NotFound` for a token that we never
/// issued.
#[server(prefix = "/api", endpoint = "password/reset-state")]
pub async fn read_reset(#[server(default)] link: String) -> Result<Option<Opened<ResetState>>, AppError> {
    let (cx, _guest) = RESET.enter()?;
    let Some(link) = crate::links::opened::<super::Reset>(&cx, &link).await? else { return Ok(None) };
    Ok(Some(link.shows(super::server::reset_state(&cx, &link).await?)))
}

crate::command!(ForgotPassword: Guest, again |it, _cx, _error| {
    let kept: String = it.email.chars().take(kernel::EmailAddress::MAX_BYTES).collect();
    Again::on(paths::FORGOT, "forgot").with("email", kept)
});

/// Asks for a link to choose a new password by.
///
/// # Errors
/// `Invalid` for what is no address; `TooMany`, alike for every address.
#[server(protocol = ByForm, prefix = "", endpoint = "password/forgot")]
pub async fn forgot_password(email: String) -> Result<Done, AppError> {
    let (cx, _guest) = ForgotPassword::enter()?;
    let said = super::server::ask(&cx, &email).await?;
    Ok(Done::at(paths::FORGOT).notice(said))
}

crate::command!(ResetPassword: crate::links::ByLink<super::Reset>, "reset" on |it| super::LINK.page_of(&it.link));

/// Sets a new password by the link.
///
/// # Errors
/// `Invalid` for a weak password, which leaves the link good; `Refused` when it is used up.
#[server(protocol = ByForm, prefix = "", endpoint = "password/reset")]
pub async fn reset_password(link: String, password: String) -> Result<Done, AppError> {
    let (cx, held) = ResetPassword::enter()?;
    let _ = link;
    let replaced = crate::sessions::held(&crate::gate::sender());
    let landing = super::server::use_reset(&cx, &held, &password, replaced).await?;
    let done = Done::at(&landing.to).cookies(landing.cookies());
    Ok(match (&landing.started, landing.sign_in) {
        (Some(_), _) => done.notice(i18n::tl!(cx.locale, "password.reset_done")),
        (None, true) => done.notice(i18n::tl!(cx.locale, "password.reset_done_sign_in")),
        (None, false) => done,
    })
}

crate::command!(ChangeMyPassword: SignedIn, "change_password" on |it| super::server::back_to(&it.back));

/// Changes the password of whoever is signed in.
///
/// # Errors
/// `Invalid` for a wrong current password or a weak new one; `TooMany` after too many tries.
#[server(protocol = ByForm, prefix = "", endpoint = "account/password")]
pub async fn change_my_password(
    current: String,
    password: String,
    #[server(default)] back: String,
) -> Result<Done, AppError> {
    let (cx, who) = ChangeMyPassword::enter()?;
    let started = super::server::change(&cx, &who, &current, &password).await?;
    let done = Done::at(super::server::back_to(&back)).cookies(started.cookies());
    Ok(done.notice(i18n::tl!(cx.locale, "password.changed")))
}
