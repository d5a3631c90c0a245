//! The bridge: who would be written to.

use super::model::Plan;
use crate::accounts::Accounts;
use kernel::AppError;
use leptos::prelude::*;
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
    super::server::actions::plan(&cx, &staff, &super::Chosen { accounts, sent }).await
}
