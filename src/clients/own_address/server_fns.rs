//! The bridge: the form of somebody who changes their own address.

use access::gate::prelude::*;
use serde::{Deserialize, Serialize};

/// The form's name on the page.
pub(super) const FORM: &str = "own_address";

/// Which of the page's buttons was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// With the password in `current`, and `email`.
    Ask,
    /// Another code.
    Again,
    Cancel,
    /// With `code`.
    Code,
}

access::command!(
    MoveOwnAddress: SignedIn,
    again |_it, _cx, _error| Again::on(paths::MY_ADDRESS, FORM).keeping(&["email"])
);

/// One step of a change: asking, another code, giving it up, and the code itself.
///
/// # Errors
/// `Refused` when the firm has to do it, or nothing waits; `TooMany`.
#[server(protocol = ByForm, prefix = "", endpoint = "account/address")]
pub async fn move_own_address(
    step: Step,
    #[server(default)] current: String,
    #[server(default)] email: String,
    #[server(default)] code: String,
) -> Result<Done, AppError> {
    let (cx, who) = MoveOwnAddress::enter()?;
    let done = Done::at(paths::MY_ADDRESS);
    match step {
        Step::Ask => super::server::actions::ask(&cx, &who, &current, &email).await.map(|()| done),
        Step::Cancel => super::server::actions::cancel(&cx, &who).await.map(|()| done),
        Step::Again => {
            super::server::actions::again(&cx, &who).await?;
            Ok(done.notice(i18n::tl!(cx.locale, "own_address.again")))
        }
        Step::Code => {
            let started = super::server::actions::confirm(&cx, &who, &code).await?;
            Ok(done.cookies(started.cookies()).notice(i18n::tl!(cx.locale, "own_address.done")))
        }
    }
}

// It was stopped before, or is too late: the page says which.
access::command!(UndoAddressChange: access::links::ByLink<super::UndoesChange>, again |it, _cx, _error| {
    Again::leading_to(super::LINK.page_of(&it.link))
});

/// Takes the old address back, by the link in its mailbox.
///
/// # Errors
/// `Conflict` when it was stopped before, or is too late.
#[server(protocol = ByForm, prefix = "", endpoint = "address-undo")]
pub async fn undo_address_change(link: String) -> Result<Done, AppError> {
    let (cx, held) = UndoAddressChange::enter()?;
    super::server::undoing::undo(&cx, &held).await?;
    let _ = link;
    Ok(Done::at(held.page()))
}
