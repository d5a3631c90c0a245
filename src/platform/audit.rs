//! The audit trail: one row in the transaction of the act (AUD-1, AUD-3). Rows are only ever added, and of acts only by their
//! events ([`crate::unit`]).

pub mod attempts;
#[cfg(test)]
mod attempts_tests;

pub use attempts::close_attempts;
pub(crate) use attempts::record_attempt;

use crate::db::{Conn, DbError, Tx};
use crate::request::Cx;
use crate::sql;
use kernel::{AccountId, FirmId, Ts, UserId};
use uuid::Uuid;

/// Who acted.
#[derive(Clone, Debug)]
pub struct Who {
    /// `staff`, `client`, `guest` or `system`.
    pub kind: &'static str,
    pub id: Option<UserId>,
    /// Name and address as they were then.
    pub name: String,
}

impl Who {
    /// Somebody not signed in.
    #[must_use]
    pub fn guest() -> Self {
        Self { kind: "guest", id: None, name: String::new() }
    }

    /// The portal by itself.
    #[must_use]
    pub fn system() -> Self {
        Self { kind: "system", ..Self::guest() }
    }
}

/// One act.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    /// A stable name such as `login_switched_on`.
    pub event: &'static str,
    pub who: Who,
    pub account: Option<AccountId>,
    /// The row acted upon and how people know it (an address, a name). Never a secret.
    pub subject_id: Option<Uuid>,
    pub subject: String,
    /// What changed, such as `off -> on`.
    pub detail: String,
}

/// Records an act with the request's time, address and device.
pub(crate) async fn record(tx: &mut Tx, cx: &Cx, act: Act) -> Result<(), DbError> {
    sql!(
        "INSERT INTO audit_event (id, firm_id, at, event, actor_kind, actor_id, actor_name, account_id,
            subject_id, subject, detail, ip, place, os, browser)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        cx.ids.next(),
        cx.firm.id,
        cx.now(),
        act.event,
        act.who.kind,
        act.who.id,
        act.who.name,
        act.account,
        act.subject_id,
        act.subject,
        act.detail,
        cx.source.ip.to_string(),
        cx.place(),
        cx.source.os(),
        cx.source.browser()
    )
    .run(tx)
    .await
    .map(drop)
}

/// Records what the system did to a firm's data outside of any request.
pub(crate) async fn record_of_system(
    tx: &mut Tx,
    id: Uuid,
    firm: FirmId,
    now: Ts,
    event: &'static str,
    subject: &str,
    detail: &str,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO audit_event (id, firm_id, at, event, actor_kind, actor_name, subject, detail, ip, place, os, browser)
         VALUES ($1, $2, $3, $4, 'system', '', $5, $6, '', '', '', '')",
        id,
        firm,
        now,
        event,
        subject,
        detail
    )
    .run(tx)
    .await
    .map(drop)
}

/// When this last happened to a thing that was called so then.
pub async fn last(
    conn: &mut Conn,
    firm: FirmId,
    (id, name): (Uuid, &str),
    event: &'static str,
) -> Result<Option<Ts>, DbError> {
    let row: Option<(Ts,)> = sql!(
        "SELECT at FROM audit_event WHERE firm_id = $1 AND subject_id = $2 AND event = $3 AND subject = $4
         ORDER BY id DESC LIMIT 1",
        firm,
        id,
        event,
        name
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(at,)| at))
}
