//! The bridge: who would be written to.

use super::model::Plan;
use kernel::AppError;
use leptos::prelude::*;

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
