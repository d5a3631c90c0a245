//! Which accounts an employee without "see all accounts" works for (ROLE-3).

use super::events::Assigned;
use super::members::may_decide;
use super::store;
use crate::gate::{May, Proven, right::Administer};
use directory::assignments;
use kernel::{AppError, Role, UserId};
use platform::Cx;

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
    let code = code.to_owned();
    cx.work(staff, async move |w, staff| {
        let (cx, firm) = (w.cx(), w.firm());
        // Assignments give an admin nothing; both chiefs may set anybody's.
        may_decide(w, cx, &staff, Role::Employee).await?;
        let member = store::member(w, firm, user).await?.ok_or(AppError::NotFound)?;
        let account = store::account(w, firm, user, &code).await?.ok_or(AppError::NotFound)?;
        let changed = if on {
            assignments::assign(w, firm, user, account.id).await?
        } else {
            assignments::unassign(w, firm, user, account.id).await?
        };
        if changed {
            let (account, code) = (account.id, account.code);
            w.happened(Assigned { on, account, code, user, email: member.email }).await?;
        }
        Ok(account.name)
    })
    .await
}
