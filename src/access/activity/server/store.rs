//! Rows of `audit_event` that are about one person's sign-in.

use crate::gate::SignedIn;
use kernel::Ts;
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

/// One act.
#[derive(sqlx::FromRow)]
pub(super) struct ActivityRow {
    pub id: Uuid,
    pub at: Ts,
    pub event: String,
    pub actor_kind: String,
    pub actor_name: String,
    /// The person did it themselves.
    pub own: bool,
    pub detail: String,
    pub ip: String,
    pub place: String,
    pub os: String,
    pub browser: String,
}

/// Newest first, before this one. A reset that staff sent hangs on a row of the Info tab and counts for the address it
/// went to, so that a row's earlier or later owner learns nothing.
pub(super) async fn activity(
    conn: &mut Conn,
    who: &SignedIn,
    before: Option<Uuid>,
    limit: i64,
) -> Result<Vec<ActivityRow>, DbError> {
    sql!(
        "SELECT a.id, a.at, a.event, a.actor_kind, a.actor_name, a.detail, a.ip, a.place, a.os, a.browser,
            COALESCE(a.actor_id = $2, FALSE) AS own
         FROM audit_event a
         WHERE a.firm_id = $1
           AND a.subject_id IN (SELECT u.id FROM portal_user u WHERE u.firm_id = $1 AND u.id = $2
                UNION ALL
                SELECT s.id FROM contact_setting s JOIN contact_email e ON e.id = s.email_id AND e.firm_id = s.firm_id
                WHERE s.firm_id = $1 AND e.email_norm = $3)
           AND (a.subject_id = $2 OR (a.event = 'reset_sent' AND a.subject = $4))
           AND a.event IN ('signed_in', 'sign_in_failed', 'code_sent', 'code_failed', 'session_ended', 'sessions_ended',
                'password_changed', 'password_disabled', 'proof_failed', 'reset_sent', 'reset_used', 'profile_changed',
                'sign_in_address_changed', 'address_let_in', 'more_attempts')
           AND (CAST($5 AS UUID) IS NULL OR a.id < $5)
         ORDER BY a.id DESC LIMIT $6",
        who.firm(),
        who.user(),
        who.email_norm(),
        who.email(),
        before,
        limit
    )
    .all(conn)
    .await
}
