//! The team as its pages show it.

use super::invitation_store::{self, InvitationRow};
use super::store::{self, AccountRecord, MemberRecord};
use crate::gate::Staff;
use crate::team::model::{AccountLine, Colleague, InvitedRow, MemberCard, MemberRow, TeamList};
use crate::team::rules::may_decide;
use kernel::names::pattern;
use kernel::{AppError, Role, UserId};
use platform::Cx;

/// Most accounts on the page of a member; the search finds the others.
const MOST_ACCOUNTS: i64 = 100;

/// Everybody, and the open invitations.
///
/// # Errors
/// What the database says.
pub(in crate::team) async fn list(cx: &Cx, staff: &Staff) -> Result<TeamList, AppError> {
    let mut conn = cx.db.read().await?;
    let members = store::members(&mut conn, cx.firm.id).await?;
    let invited = invitation_store::open(&mut conn, cx.firm.id).await?;
    Ok(TeamList {
        members: members.into_iter().map(|record| row(cx, staff, record)).collect(),
        invited: invited.into_iter().map(|record| invited_row(cx, staff, record)).collect(),
    })
}

fn row(cx: &Cx, staff: &Staff, record: MemberRecord) -> MemberRow {
    MemberRow {
        id: record.id.to_string(),
        role: record.role(),
        rights: record.rights(),
        deactivated: record.deactivated_at.map(|at| cx.when(at)),
        last_login: record.last_login_at.map(|at| cx.when(at)),
        accounts: record.accounts,
        myself: record.id == staff.user(),
        name: record.name,
        email: record.email,
    }
}

fn invited_row(cx: &Cx, staff: &Staff, record: InvitationRow) -> InvitedRow {
    InvitedRow {
        id: record.id.to_string(),
        role: record.role(),
        rights: record.rights(),
        until: cx.when(record.dates.expires_at),
        expired: cx.now() >= record.dates.expires_at,
        mine_to_change: may_decide(staff.role(), record.role()),
        name: record.name,
        email: record.email,
    }
}

/// One member, with the assigned accounts or those that match what is searched for.
///
/// # Errors
/// `NotFound`.
pub(in crate::team) async fn card(
    cx: &Cx,
    staff: &Staff,
    member: &str,
    search: &str,
) -> Result<MemberCard, AppError> {
    let user: UserId = member.parse().map_err(|()| AppError::NotFound)?;
    let (firm, mut conn) = (cx.firm.id, cx.db.read().await?);
    let record = store::member(&mut conn, firm, user).await?.ok_or(AppError::NotFound)?;
    let accounts = store::accounts(&mut conn, firm, user, pattern(search), MOST_ACCOUNTS).await?;
    let colleagues = store::colleagues(&mut conn, firm, user).await?;
    let (role, active, other) = (record.role(), record.deactivated_at.is_none(), user != staff.user());
    Ok(MemberCard {
        version: record.version,
        may_change: other && may_decide(staff.role(), role),
        may_change_role: other && staff.role() == Role::Owner && may_decide(staff.role(), role),
        may_hand_over: other && staff.role() == Role::Owner && active,
        member: row(cx, staff, record),
        accounts: accounts.into_iter().map(line).collect(),
        colleagues: colleagues.into_iter().map(|(id, name)| Colleague { id: id.to_string(), name }).collect(),
    })
}

fn line(record: AccountRecord) -> AccountLine {
    AccountLine {
        code: record.code,
        name: record.name,
        archived: record.archived_at.is_some(),
        assigned: record.assigned > 0,
    }
}
