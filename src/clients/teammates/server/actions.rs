//! Assigning colleagues to an account, by whoever sees the account and has the right.

use super::store;
use crate::teammates::model::{AccountTeam, Teammate};
use access::gate::{May, Proven, right::AssignTeammates};
use access::team::Assigned;
use directory::accounts::account;
use directory::assignments::{assign, unassign};
use kernel::permission::may;
use kernel::{AppError, Right, Rights, Role, UserId};
use platform::Cx;

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
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        let account = account(w, &staff.sight(), &code).await?;
        let people = store::people(w, firm, account.id).await?;
        let found = people.into_iter().find(|row| Some(row.id) == wanted);
        let nobody = || AppError::field("member", i18n::said!(cx.locale, "teammates.nobody"));
        let person = found.ok_or_else(nobody)?;
        if (person.assigned > 0) == on {
            return Ok(person.name);
        }
        if on {
            assign(w, firm, person.id, account.id).await?;
        } else {
            unassign(w, firm, person.id, account.id).await?;
        }
        let (account, code) = (account.id, account.code);
        w.happened(Assigned { on, account, code, user: person.id, email: person.email }).await?;
        Ok(person.name)
    })
    .await
}
