//! The bridge: who would be written to, and the form that sends.

use super::model::Plan;
use access::gate::prelude::*;

access::rule!(PLAN = "/api/clients/invitation-plan", May<ManageAccounts>);

/// Everybody behind these accounts, or behind all that match the search; and who of them was `sent` an invitation since then.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "clients/invitation-plan")]
pub async fn invitation_plan(
    accounts: String,
    all: bool,
    search: String,
    sent: Option<i64>,
) -> Result<Plan, AppError> {
    let (cx, staff) = PLAN.enter()?;
    let codes = crate::lists::Choice::parse_codes(&accounts);
    let choice = crate::lists::Choice { codes, all, search, sent };
    super::server::actions::plan(&cx, &staff, &choice).await
}

access::command!(SendInvitations: May<ManageAccounts>, again |it, _cx, _error| {
    let choice = super::server::actions::chosen(&it.accounts, &it.all, &it.q);
    Again::on(choice.href(), "invite").keeping(&["message"])
});

/// Invites everybody who waits behind these `accounts`, or behind `all` that match what was searched for. `all` is empty
/// where it is not meant.
///
/// # Errors
/// `Refused` for nobody, or for more than can be sent at once.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/invite")]
pub async fn send_invitations(
    accounts: String,
    #[server(default)] all: String,
    #[server(default)] q: String,
    #[server(default)] message: String,
) -> Result<Done, AppError> {
    let (cx, staff) = SendInvitations::enter()?;
    let choice = super::server::actions::chosen(&accounts, &all, &q);
    let begun = cx.now();
    let sent = super::server::actions::send(&cx, &staff, &choice, &message).await?;
    let result = crate::lists::Choice { sent: Some(begun.0), ..choice };
    Ok(Done::at(result.href()).notice(super::server::actions::said(cx.locale, sent)))
}
