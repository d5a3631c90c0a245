//! What the pages of a sign-in are told.

use super::lead::destination;
use super::{codes, store};
use crate::gate::{Pending, Visitor};
use crate::mail_state;
use crate::sign_in::{CodeMail, CodeState, SignInState};
use crate::sign_in_codes;
use kernel::AppError;
use platform::Cx;
use platform::net::safe_path;

/// The form, or the way on for somebody signed in.
#[must_use]
pub fn sign_in_state(visitor: &Visitor, next: Option<&str>) -> SignInState {
    match visitor {
        Visitor::SignedIn(who) => SignInState::On { to: destination(who, next) },
        _ => SignInState::Form { next: next.and_then(safe_path) },
    }
}

/// How the code fares that is awaited in this browser.
///
/// # Errors
/// When the database does not answer.
pub async fn code_state(cx: &Cx, visitor: &Visitor) -> Result<CodeState, AppError> {
    match visitor {
        Visitor::SignedIn(who) => Ok(CodeState::On { to: destination(who, None) }),
        Visitor::Pending(pending) => waiting(cx, pending).await,
        Visitor::Nobody(_) => Ok(CodeState::Nobody),
    }
}

async fn waiting(cx: &Cx, pending: &Pending) -> Result<CodeState, AppError> {
    let mut conn = cx.db.read().await?;
    let Some(row) = store::pending(&mut conn, cx.firm.id, pending.session).await? else {
        return Ok(CodeState::Nobody);
    };
    let mail = store::newest_mail(&mut conn, cx.firm.id, &pending.email, row.created_at).await?;
    let live = sign_in_codes::live(&mut conn, cx.firm.id, pending.session, cx.now()).await?;
    drop(conn);
    let mail = match mail {
        Some(mail) if mail.state == "failed" => CodeMail::Refused,
        Some(mail) if mail.state != "sent" && mail_state::trouble(cx).await?.is_some() => CodeMail::Waiting,
        Some(mail) if mail.state != "sent" && mail.tried => CodeMail::NotTaken,
        _ => CodeMail::Sent,
    };
    Ok(CodeState::Waiting {
        masked: kernel::email::mask(&pending.email),
        sent: platform::when::show_time(row.sent_at.unwrap_or(row.created_at), cx.zone()),
        wait: codes::seconds_to_wait(row.sent_at, cx.now()),
        works: i64::try_from(live.len()).unwrap_or(0),
        mail,
    })
}
