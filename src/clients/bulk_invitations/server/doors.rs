//! The plain form that sends.

use super::actions::{self, Sent};
use crate::bulk_invitations::model::Chosen;
use access::gate::{Call, Door, May, Reply, back, right::ManageAccounts};
use i18n::tln;
use kernel::{AppError, Locale, paths};
use lists::Selected;

/// The plain forms of this slice.
pub(in crate::bulk_invitations) fn doors() -> Vec<Door> {
    vec![Door::new(paths::ACCOUNTS_INVITE, send)]
}

/// Fields: `accounts`, the short ids; or `all` and what the list is narrowed to; `message`.
async fn send(call: Call, staff: May<ManageAccounts>) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    let accounts = Selected::read(|name| Some(form.get(name).to_owned()), form.get("accounts"));
    let choice = Chosen { accounts, sent: None };
    let begun = cx.now();
    let message = form.get("message");
    match actions::send(cx, &staff, &choice, message).await {
        Ok(sent) => {
            let text = said(cx.locale, sent);
            Ok(Reply::notice(Chosen { sent: Some(begun.0), ..choice }.href(), text))
        }
        Err(error) => back(&call, choice.href(), "invite", error, &[("message", message)]),
    }
}

/// How many were written to, and how many were not, as far as there are any.
pub(super) fn said(l: Locale, Sent { sent, left_out }: Sent) -> String {
    let written = tln!(l, "bulk_invitations.done", sent);
    let not = tln!(l, "bulk_invitations.done_left_out", left_out);
    match (sent, left_out) {
        (_, 0) => written,
        (0, _) => not,
        _ if l == Locale::Ja => written + &not,
        _ => format!("{written} {not}"),
    }
}
