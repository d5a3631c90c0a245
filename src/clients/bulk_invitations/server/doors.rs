//! The plain form that sends.

use super::actions;
use crate::bulk_invitations::rules::Choice;
use crate::contact_settings::server::doors::back;
use access::gate::{Call, Door, Reply};
use i18n::tl;
use kernel::permission::Allowed;
use kernel::{AppError, Right, paths};

/// The plain forms of this slice.
pub(in crate::bulk_invitations) fn doors() -> Vec<Door> {
    vec![Door {
        path: paths::ACCOUNTS_INVITE,
        allowed: Allowed::StaffWith(Right::ManageAccounts),
        run: |call| Box::pin(send(call)),
    }]
}

/// Fields: `accounts`, the short ids; or `all` and `q`; `message`.
async fn send(call: Call) -> Result<Reply, AppError> {
    let (cx, form) = (&call.cx, &call.form);
    let staff = call.visitor.staff_with(Right::ManageAccounts)?;
    let choice = Choice {
        codes: Choice::parse_codes(form.get("accounts")),
        all: form.get("all") == "true",
        search: form.get("q").to_owned(),
    };
    let message = form.get("message");
    match actions::send(cx, &staff, &choice, message).await {
        Ok(sent) => {
            let text = tl!(cx.locale, "bulk_invitations.done", sent = sent.sent, left_out = sent.left_out);
            Ok(Reply::notice(choice.href(), text))
        }
        Err(error) => back(&call, choice.href(), "invite", error, &[("message", message)]),
    }
}
