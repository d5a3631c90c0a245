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
    /// No row of the trail yet: attempts that are counted until the hour is over.
    pub counted: bool,
}

/// Newest first, before this one. A reset that staff sent hangs on a row of the Info tab and counts for the address it
/// went to, so that a row's earlier or later owner learns nothing.
///
/// What is about the person is one walk backwards; what hangs on the switches of their address is another, and both end
/// after a part. The other is by time, for in the order of ids PostgreSQL would walk the whole trail. The first part has what
/// is being counted before everything else.
pub(super) async fn activity(
    conn: &mut Conn,
    who: &SignedIn,
    before: Option<Uuid>,
    limit: i64,
) -> Result<Vec<ActivityRow>, DbError> {
    sql!(
        "SELECT p.id, p.at, p.event, p.actor_kind, p.actor_name, p.detail, p.ip, p.place, p.os, p.browser, p.own,
            p.counted
         FROM (SELECT o.id, o.at, o.event, o.actor_kind, o.actor_name, o.detail, o.ip, o.place, o.os, o.browser, o.own,
                FALSE AS counted FROM (
                SELECT a.id, a.at, a.event, a.actor_kind, a.actor_name, a.detail, a.ip, a.place, a.os, a.browser,
                    COALESCE(a.actor_id = $2, FALSE) AS own
                FROM audit_event a
                WHERE a.firm_id = $1 AND a.subject_id = $2 AND a.id < $5
                  AND a.event IN ('signed_in', 'sign_in_failed', 'code_sent', 'code_failed', 'session_ended',
                    'sessions_ended', 'password_changed', 'password_disabled', 'proof_failed', 'reset_sent', 'reset_used',
                    'profile_changed', 'sign_in_address_changed', 'address_let_in', 'more_attempts',
                    'device_trusted', 'devices_forgotten')
                ORDER BY a.id DESC LIMIT $6) o
            UNION ALL
            SELECT r.id, r.at, r.event, r.actor_kind, r.actor_name, r.detail, r.ip, r.place, r.os, r.browser, r.own,
                FALSE AS counted FROM (
                SELECT a.id, a.at, a.event, a.actor_kind, a.actor_name, a.detail, a.ip, a.place, a.os, a.browser,
                    COALESCE(a.actor_id = $2, FALSE) AS own
                FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN audit_event a
                WHERE e.firm_id = $1 AND e.email_norm = $3
                  AND s.email_id = e.id AND s.firm_id = e.firm_id
                  AND a.subject_id = s.id AND a.firm_id = s.firm_id AND a.id < $5
                  AND a.event = 'reset_sent' AND a.subject = $4
                ORDER BY a.at DESC, a.id DESC LIMIT $6) r
            UNION ALL
            SELECT $5 AS id, t.last_at, 'more_attempts', 'guest', '', t.event || ' ' || t.unlisted, t.ip, t.place, t.os,
                t.browser, FALSE AS own, TRUE AS counted
            FROM audit_attempt t WHERE t.subject_id = $2 AND t.unlisted > 0 AND $7) p
         ORDER BY p.id DESC LIMIT $6 + 20",
        who.firm(),
        who.user(),
        who.email_norm(),
        who.email(),
        before.unwrap_or(Uuid::max()),
        limit,
        before.is_none()
    )
    .all(conn)
    .await
}
