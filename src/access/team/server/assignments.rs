//! Which accounts an employee without "see all accounts" works for (ROLE-3).

use super::members::{announce, may_decide, sight_changed};
use super::store;
use crate::gate::{May, Proven, right::Administer};
use directory::assignments;
use kernel::{AppError, Role, UserId};
use platform::Cx;
use platform::audit::{self, Act};

/// Puts an account into somebody's sight, or takes it out again. Done already is done. Answers the account's name.
///
/// # Errors
/// `NotFound` without such a member or account; `NotAllowed`.
pub(in crate::team) async fn set(
    cx: &Cx,
    staff: &Proven<May<Administer>>,
    user: UserId,
    code: &str,
    on: bool,
) -> Result<String, AppError> {
    // No short id has control characters, and PostgreSQL takes no NUL in a text.
    if code.chars().any(char::is_control) {
        return Err(AppError::NotFound);
    }
    let (c, staff, code) = (cx.clone(), staff.clone(), code.to_owned());
    cx.write(move |tx| {
        Box::pin(async move {
            let firm = c.firm.id;
            // Assignments give an admin nothing; both chiefs may set anybody's.
            may_decide(tx, &c, &staff, Role::Employee).await?;
            let member = store::member(tx, firm, user).await?.ok_or(AppError::NotFound)?;
            let account = store::account(tx, firm, user, &code).await?.ok_or(AppError::NotFound)?;
            let changed = if on {
                assignments::assign(tx, firm, user, account.id).await?
            } else {
                assignments::unassign(tx, firm, user, account.id).await?
            };
            if !changed {
                return Ok(account.name);
            }
            let act = Act {
                event: if on { "account_assigned" } else { "account_unassigned" },
                who: staff.audit(),
                account: Some(account.id),
                subject_id: Some(user.0),
                subject: member.email,
                detail: account.code,
            };
            audit::record(tx, &c, act).await?;
            sight_changed(tx, &c, &staff, user).await?;
            announce(tx, &c, staff.name(), Some(user)).await?;
            Ok(account.name)
        })
    })
    .await
}
