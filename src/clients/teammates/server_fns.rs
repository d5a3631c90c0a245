//! The bridge: the people of one account.

use super::model::AccountTeam;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(TEAM = "/api/clients/teammates", May<AssignTeammates>);

/// Who works for this account, and who could.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "clients/teammates")]
pub async fn read_teammates(code: String) -> Result<AccountTeam, AppError> {
    let (cx, staff) = TEAM.enter()?;
    super::server::actions::team(&cx, &staff, &code).await
}
