//! What is done about the team, as the audit trail keeps it (ROLE-8).

use kernel::AppError;
use platform::Cx;
use platform::audit::{self, Act, Who};
use platform::db::Tx;
use sqlx::types::Uuid;

/// Who did what; about whom, or about which invitation, by id and address.
pub(super) async fn record(
    tx: &mut Tx,
    cx: &Cx,
    (event, who): (&'static str, Who),
    (id, email): (Uuid, &str),
    detail: &str,
) -> Result<(), AppError> {
    let act = Act {
        event,
        who,
        account: None,
        subject_id: Some(id),
        subject: email.to_owned(),
        detail: detail.to_owned(),
    };
    Ok(audit::record(tx, cx, act).await?)
}
