//! The statement behind a row's history. Reads the trail, and who may see the account.

use access::gate::Staff;
use directory::in_sight;
use kernel::{SettingId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

#[derive(sqlx::FromRow)]
pub(super) struct Line {
    pub at: Ts,
    pub event: String,
    pub actor_name: String,
}

/// The last ten acts on a row of switches: those on the row itself, and invitations of its address from this account. Behind
/// them one without a name, which says that the row is there: it is as old as the row.
pub(super) async fn lines(
    conn: &mut Conn,
    staff: &Staff,
    code: &str,
    id: SettingId,
) -> Result<Vec<Line>, DbError> {
    sql!(
        ["WITH this AS (
            SELECT s.id, s.account_id, s.firm_id, e.email FROM account a CROSS JOIN contact_setting s CROSS JOIN contact_email e
            WHERE a.firm_id = $1 AND a.code = $2 AND s.id = $3 AND s.account_id = a.id AND e.id = s.email_id
              AND ", in_sight!("a.id", "$4", "$5"), ")
         SELECT h.at, h.event, h.actor_name FROM (
            SELECT x.id, x.at, x.event, x.actor_name FROM this t CROSS JOIN audit_event x
            WHERE x.subject_id = t.id AND x.firm_id = t.firm_id AND x.event IN ('login_on', 'login_off', 'notify_on',
                'notify_off', 'email_sync_on', 'email_sync_off', 'notifications_changed', 'reset_sent')
            UNION ALL
            SELECT x.id, x.at, x.event, x.actor_name FROM this t CROSS JOIN audit_event x
            WHERE x.account_id = t.account_id AND x.firm_id = t.firm_id AND x.event IN ('invitation_sent', 'activated')
              AND x.subject = t.email
            UNION ALL
            SELECT t.id, CAST(0 AS BIGINT), '', '' FROM this t) h
         ORDER BY h.id DESC LIMIT 11"],
        staff.firm(),
        code,
        id,
        staff.sees_all(),
        staff.user()
    )
    .all(conn)
    .await
}
