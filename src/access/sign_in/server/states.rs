//! What the pages of a sign-in are told.

use super::destination::destination;
use super::store;
use crate::codes::{self, Bound};
use crate::gate::{Pending, Visitor};
use crate::mail_state;
use crate::sign_in::{CodeMail, CodeState, SignInState};
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
pub async fn code_state(cx: &Cx, visitor: &Visitor) -> Result<CodeState, AppError> {
    match visitor {
        Visitor::SignedIn(who) => Ok(CodeState::On { to: destination(who, None) }),
        Visitor::Pending(pending) => waiting(cx, pending).await,
        Visitor::Nobody(_) => Ok(CodeState::Nobody),
    }
}

async fn waiting(cx: &Cx, pending: &Pending) -> Result<CodeState, AppError> {
    let mut conn = cx.db.read().await?;
    let Some(begun) = store::begun(&mut conn, cx.firm.id, pending.session).await? else {
        return Ok(CodeState::Nobody);
    };
    let mail = store::newest_mail(&mut conn, cx.firm.id, &pending.email, begun).await?;
    let codes = codes::standing(&mut conn, cx, Bound::to_sign_in(pending.session)).await?;
    drop(conn);
    let mail = match mail {
        Some(mail) if mail.state == "failed" => CodeMail::Refused,
        Some(mail) if mail.state != "sent" && mail_state::trouble(cx).await?.is_some() => CodeMail::Waiting,
        Some(mail) if mail.state != "sent" && mail.tried => CodeMail::NotTaken,
        _ => CodeMail::Sent,
    };
    Ok(CodeState::Waiting {
        masked: kernel::email::mask(&pending.email),
        sent: platform::when::show_time(codes.sent_at.unwrap_or(begun), cx.zone()),
        wait: codes.wait,
        works: codes.live,
        mail,
    })
}
