//! The team as its pages show it.

use super::invitation_store::{self, OpenRow};
use super::store::{self, AccountRecord, MemberRecord};
use crate::gate::{May, Staff, right::Administer};
use crate::team::list::AccountsOf;
use crate::team::model::{AccountLine, Colleague, InvitedRow, MemberCard, MemberRow, TeamList};
use crate::team::rules::{MOST_ACCOUNTS, may_decide};
use kernel::{AppError, FirmId, Role, UserId};
use lists::{Places, Wanted};
use platform::Cx;
use platform::db::Conn;
use platform::search::{self, Kind, Query};

/// Everybody, and the open invitations.
pub(in crate::team) async fn list(cx: &Cx, staff: &May<Administer>) -> Result<TeamList, AppError> {
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

fn invited_row(cx: &Cx, staff: &Staff, open: OpenRow) -> InvitedRow {
    let record = open.row;
    InvitedRow {
        id: record.id.to_string(),
        role: record.role(),
        rights: record.rights(),
        until: cx.when(open.expires_at),
        expired: cx.now() >= open.expires_at,
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
    staff: &May<Administer>,
    member: &str,
    wanted: &Wanted<AccountsOf>,
) -> Result<MemberCard, AppError> {
    let user: UserId = member.parse().map_err(|()| AppError::NotFound)?;
    let (firm, mut conn) = (cx.firm.id, cx.db.read().await?);
    let record = store::member(&mut conn, firm, user).await?.ok_or(AppError::NotFound)?;
    let accounts = match Query::parse(wanted.search()) {
        None => store::assigned(&mut conn, firm, user, MOST_ACCOUNTS as i64).await?,
        Some(query) => found(&mut conn, firm, user, &query).await?,
    };
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

/// The best that a search finds, those in the archive too.
async fn found(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    query: &Query,
) -> Result<Vec<AccountRecord>, AppError> {
    let mut found = Vec::new();
    for kind in [Kind::ActiveAccount, Kind::ArchivedAccount] {
        found.push(search::find(conn, firm, kind, query, MOST_ACCOUNTS).await?);
    }
    let best = Places::best_of(found, MOST_ACCOUNTS);
    let mut records = store::accounts(conn, firm, user, &best.ids_text()).await?;
    best.sort(&mut records, |record| record.id.0);
    Ok(records)
}

fn line(record: AccountRecord) -> AccountLine {
    AccountLine {
        code: record.code,
        name: record.name,
        archived: record.archived_at.is_some(),
        assigned: record.assigned > 0,
    }
}
