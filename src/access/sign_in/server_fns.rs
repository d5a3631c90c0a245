//! The bridge to the pages of a sign-in, and its forms.

use crate::gate::prelude::*;
use crate::sign_in::{CodeState, DemoUser, SignInState};

crate::rule!(STATE = "/api/sign-in/state", Guest);

/// Whether the form is to be shown, or whoever asks is signed in already.
#[server(prefix = "/api", endpoint = "sign-in/state")]
pub async fn read_sign_in(next: Option<String>) -> Result<SignInState, AppError> {
    STATE.enter()?;
    Ok(super::server::sign_in_state(&crate::gate::visitor()?, next.as_deref()))
}

crate::rule!(CODE = "/api/sign-in/code-state", Guest);

/// What is known about the code that is awaited in this browser.
#[server(prefix = "/api", endpoint = "sign-in/code-state")]
pub async fn read_code() -> Result<CodeState, AppError> {
    let (cx, _guest) = CODE.enter()?;
    super::server::code_state(&cx, &crate::gate::visitor()?).await
}

crate::rule!(DEMO = "/api/sign-in/demo-users", DemoGuest);

/// Who can sign in to the demo firm.
#[server(prefix = "/api", endpoint = "sign-in/demo-users")]
pub async fn demo_users() -> Result<Vec<DemoUser>, AppError> {
    let (cx, _guest) = DEMO.enter()?;
    super::server::demo_users(&cx).await
}

crate::command!(SignIn: Guest, again |it, cx, error| {
    let again = Again::on(super::server::page(&it.next), "sign_in")
        .keeping(&["email"])
        .cut_to(kernel::EmailAddress::MAX_BYTES);
    match super::server::said_of_password(cx, error) {
        Some(text) => again.saying(text),
        None => again,
    }
});

/// The first step: address and password. A code by mail follows, unless their owner trusts this browser.
#[server(protocol = ByForm, prefix = "", endpoint = "login")]
pub async fn sign_in(
    email: String,
    password: String,
    #[server(default)] next: String,
) -> Result<Done, AppError> {
    let (cx, _guest) = SignIn::enter()?;
    let (to, started) = super::server::first_step(&cx, &email, &password, &next).await?;
    Ok(Done::at(to).cookies(started.cookies()))
}

crate::command!(EnterCode: Pending, again |it, cx, error| {
    let again = Again::on(paths::SIGN_IN_CODE, "code");
    // The box stays ticked until the code is right.
    let again = if it.trust { again.with("trust", "true") } else { again };
    match error {
        AppError::TooMany(_) => again.saying(super::server::problem(cx, error)),
        _ => again,
    }
});

/// The second step: the code, and whether this browser is trusted from now on.
#[server(protocol = ByForm, prefix = "", endpoint = "login/code")]
pub async fn enter_code(code: String, #[server(default)] trust: bool) -> Result<Done, AppError> {
    let (cx, pending) = EnterCode::enter()?;
    let (to, started) = super::server::second_step(&cx, &pending, &code, trust).await?;
    Ok(Done::at(to).cookies(started.cookies()))
}

crate::command!(ResendCode: Pending, again |_it, cx, error| {
    let again = Again::on(paths::SIGN_IN_CODE, "resend");
    match error {
        AppError::TooMany(seconds) => again.saying(super::server::wait_for_code(cx, *seconds)),
        _ => again,
    }
});

/// Mails another code.
#[server(protocol = ByForm, prefix = "", endpoint = "login/code/resend")]
pub async fn resend_code() -> Result<Done, AppError> {
    let (cx, pending) = ResendCode::enter()?;
    super::server::resend(&cx, &pending).await?;
    let said = i18n::tl!(cx.locale, "sign_in.resent", email = kernel::email::mask(&pending.email));
    Ok(Done::at(paths::SIGN_IN_CODE).notice(crate::mail_state::said_outside(&cx, said).await))
}

crate::command!(SignOut: Guest, "*" on |_it| paths::SIGN_IN);

/// Ends the session, whatever stage it is at. Works without one, too: whoever signs out wants to be out.
#[server(protocol = ByForm, prefix = "", endpoint = "logout")]
pub async fn sign_out() -> Result<Done, AppError> {
    let (cx, _guest) = SignOut::enter()?;
    super::server::end(&cx, &crate::gate::sender()).await?;
    let out = Done::at(paths::SIGN_IN).notice(i18n::tl!(cx.locale, "sign_in.signed_out"));
    Ok(out.cookies(vec![crate::gate::Cookie::gone(crate::gate::Cookie::SESSION)]))
}
