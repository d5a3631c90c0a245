//! The bridge to the set-up page.

use crate::gate::prelude::*;
use crate::setup::{NewFirm, SetupState};

crate::rule!(SETUP = "/api/setup/state", Guest);

/// How this link stands; `NotFound` for a token that we never printed.
#[server(prefix = "/api", endpoint = "setup/state")]
pub async fn read_setup(token: String) -> Result<SetupState, AppError> {
    let (cx, _guest) = SETUP.enter()?;
    super::server::setup_state(&cx, &token).await
}

crate::command!(SetUp: Guest, again |it, _cx, _error| {
    Again::on(paths::setup(&it.token), "setup")
        .keeping(&["firm_name", "time_zone", "locale", "phone", "firm_email", "name", "email"])
        .cut_to(crate::gate::LONGEST_KEPT)
});

/// Makes the firm and its owner, who is signed in from here on; or, by the button `test`, mails the owner to be before anything
/// is made.
#[server(protocol = ByForm, prefix = "", endpoint = "setup/{token}")]
pub async fn set_up(
    token: String,
    #[server(flatten)] typed: NewFirm,
    #[server(default)] password: String,
    #[server(default)] test: String,
) -> Result<Done, AppError> {
    let (cx, _guest) = SetUp::enter()?;
    if test == "mail" {
        let page = Done::at(paths::setup(&token));
        let shown = super::server::test_mail(&cx, &token, &typed).await?;
        return Ok(if let Some(outcome) = shown { page.shown(outcome) } else { page });
    }
    let started = super::server::set_up(&cx, &token, &typed, &password).await?;
    // In the language that the firm and its owner speak from here on.
    let locale = kernel::Locale::from_tag(&typed.locale).unwrap_or(cx.locale);
    Ok(Done::at(paths::ACCOUNTS).cookies(started.cookies()).notice(i18n::tl!(locale, "setup.done")))
}
