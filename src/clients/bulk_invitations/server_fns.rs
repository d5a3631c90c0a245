//! The bridge: who would be written to, and the form that sends.

use super::model::Plan;
use crate::accounts::Accounts;
use access::gate::prelude::*;
use kernel::form::Fields;
use lists::Selected;

access::rule!(PLAN = "/api/clients/invitation-plan", May<ManageAccounts>);

/// Everybody behind these accounts; and who of them was `sent` an invitation since then.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "clients/invitation-plan")]
pub async fn invitation_plan(
    #[server(default)] accounts: Selected<Accounts>,
    sent: Option<i64>,
) -> Result<Plan, AppError> {
    let (cx, staff) = PLAN.enter()?;
    super::server::actions::plan(&cx, &staff, &super::Chosen { accounts, sent, stopped: false }).await
}

access::command!(SendInvitations: May<ManageAccounts>, again |it, _cx, _error| {
    let choice = super::server::actions::chosen_in(&it.accounts, &it.list);
    Again::on(choice.href(), "invite").keeping(&["message"])
});

/// Invites everybody who waits behind these `accounts`, or behind all that the rest of the form narrows the list to. Where a run
/// broke off, `sent` in it says when that began: whoever was written to since is not written to again.
///
/// # Errors
/// `Refused` for nobody, or for more than can be sent at once; what went wrong, if nobody was written to.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/invite")]
pub async fn send_invitations(
    #[server(default)] accounts: String,
    #[server(default)] message: String,
    #[server(flatten)] list: Fields,
) -> Result<Done, AppError> {
    let (cx, staff) = SendInvitations::enter()?;
    let choice = super::server::actions::chosen_in(&accounts, &list);
    let begun = choice.sent.unwrap_or(cx.now().0);
    let sent = super::server::actions::send(&cx, &staff, &choice, &message).await?;
    let result = super::model::Chosen { sent: Some(begun), stopped: sent.rest > 0, ..choice };
    Ok(Done::at(result.href()).notice(super::server::actions::said(cx.locale, sent)))
}
