//! Assigning colleagues to an account, by whoever sees the account and has the right.

use super::store;
use crate::teammates::model::{AccountTeam, Teammate};
use access::gate::{May, Proven, right::AssignTeammates};
use directory::accounts::account;
use directory::assignments::{assign, unassign};
use kernel::live::{News, UserAct};
use kernel::permission::may;
use kernel::{AppError, Right, Rights, Role, UserId};
use platform::audit::{self, Act};
use platform::{Cx, events};

/// Who works for this account, and who could.
///
/// # Errors
/// `NotFound`, also for accounts one is not assigned to.
pub(in crate::teammates) async fn team(
    cx: &Cx,
    staff: &May<AssignTeammates>,
    code: &str,
) -> Result<AccountTeam, AppError> {
    let mut conn = cx.db.read().await?;
    let account = account(&mut conn, &staff.sight(), code).await?;
    let people = store::people(&mut conn, cx.firm.id, account.id).await?;
    let people = people.into_iter().map(|row| Teammate {
        id: row.id.to_string(),
        sees_all: Role::from_key(&row.role)
            .is_some_and(|role| may(role, Rights::parse(&row.rights), Right::ViewAllAccounts)),
        assigned: row.assigned > 0,
        name: row.name,
    });
    Ok(AccountTeam {
        id: account.id.to_string(),
        people: people.collect(),
        code: account.code,
        name: account.name,
    })
}

/// Assigns somebody (`on`), or no longer. Done already is done. Answers the person's name.
///
/// # Errors
/// `NotFound` without such an account; `Invalid` on `member` for nobody who works here.
pub(in crate::teammates) async fn set(
    cx: &Cx,
    staff: &Proven<May<AssignTeammates>>,
    code: &str,
    member: &str,
    on: bool,
) -> Result<String, AppError> {
    let wanted: Option<UserId> = member.parse().ok();
    let (c, staff, code) = (cx.clone(), staff.clone(), code.to_owned());
    cx.write(move |tx| {
        Box::pin(async move {
            let firm = c.firm.id;
            let account = account(tx, &staff.sight(), &code).await?;
            let people = store::people(tx, firm, account.id).await?;
            let found = people.into_iter().find(|row| Some(row.id) == wanted);
            let nobody = || AppError::field("member", i18n::tl!(c.locale, "teammates.nobody"));
            let person = found.ok_or_else(nobody)?;
            if (person.assigned > 0) == on {
                return Ok(person.name);
            }
            if on {
                assign(tx, firm, person.id, account.id).await?;
            } else {
                unassign(tx, firm, person.id, account.id).await?;
            }
            let act = Act {
                event: if on { "account_assigned" } else { "account_unassigned" },
                who: staff.audit(),
                account: Some(account.id),
                subject_id: Some(person.id.0),
                subject: person.email,
                detail: account.code,
            };
            audit::record(tx, &c, act).await?;
            let (user, by) = (person.id, staff.name().to_owned());
            let team = News::Team { member: Some(user), by: by.clone() };
            let theirs = News::User { user, act: UserAct::AccountsAssigned, by };
            events::publish_all(tx, &c, [team, theirs, News::Lists]).await?;
            Ok(person.name)
        })
    })
    .await
}
