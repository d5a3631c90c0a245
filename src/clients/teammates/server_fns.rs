//! The bridge: the people of one account, read and changed.

use super::model::AccountTeam;
use access::gate::prelude::*;

access::rule!(TEAM = "/api/clients/teammates", May<AssignTeammates>);

/// Who works for this account, and who could.
#[server(prefix = "/api", endpoint = "clients/teammates")]
pub async fn read_teammates(code: String) -> Result<AccountTeam, AppError> {
    let (cx, staff) = TEAM.enter()?;
    super::server::actions::team(&cx, &staff, &code).await
}

access::command!(AssignTeammate: Proven<May<AssignTeammates>>, "team" on |it| paths::account_team(&it.code));

/// Says that somebody works for the account, or no longer.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/team")]
pub async fn assign_teammate(code: String, member: String, on: bool) -> Result<Done, AppError> {
    let (cx, staff) = AssignTeammate::enter()?;
    let name = super::server::actions::set(&cx, &staff, &code, &member, on).await?;
    // Whoever took themselves away does not see the account any more.
    if !on && !staff.sees_all() && member == staff.user().to_string() {
        return Ok(Done::at(paths::ACCOUNTS).notice(i18n::tl!(cx.locale, "teammates.left", code = code)));
    }
    let said = if on {
        i18n::tl!(cx.locale, "teammates.added", name = name)
    } else {
        i18n::tl!(cx.locale, "teammates.removed", name = name)
    };
    Ok(Done::at(paths::account_team(&code)).notice(said))
}
