//! The bridge: which first steps the firm has taken, and the button that puts their list away.

use super::model::Taken;
use access::gate::prelude::*;

access::rule!(READ = "/api/clients/first-steps", May<Administer>);

/// The steps, unless they are over.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "clients/first-steps")]
pub async fn first_steps() -> Result<Option<Taken>, AppError> {
    let (cx, _) = READ.enter()?;
    super::server::actions::read(&cx).await
}

// Its form has no place for what is wrong; that is said above the page.
access::command!(PutFirstStepsAway: May<Administer>, again |_it, _cx, _error| {
    Again::on(paths::ACCOUNTS, kernel::Outcome::ANY)
});

/// Puts the list away for good, for everybody.
#[server(protocol = ByForm, prefix = "", endpoint = "app/first-steps/away")]
pub async fn put_first_steps_away() -> Result<Done, AppError> {
    let (cx, staff) = PutFirstStepsAway::enter()?;
    super::server::actions::put_away(&cx, &staff).await?;
    Ok(Done::at(paths::ACCOUNTS).notice(i18n::tl!(cx.locale, "first_steps.gone")))
}
