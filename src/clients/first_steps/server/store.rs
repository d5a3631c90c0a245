//! All SQL of the first steps, which only reads.

use crate::first_steps::model::Taken;
use kernel::FirmId;
use platform::chores::Due;
use platform::db::{Conn, DbError};
use platform::sql;
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct TakenRow {
    logo: bool,
    mail: bool,
    team: bool,
    account: Option<String>,
    invited: bool,
    activated: bool,
}

/// What this firm has done; every question ends at the first row of an index that answers it. Invitations are counted while
/// they are open, and by the clients who came of them.
pub(super) async fn taken(conn: &mut Conn, firm: FirmId) -> Result<Option<Taken>, DbError> {
    let row: Option<TakenRow> = sql!(
        "SELECT (f.logo IS NOT NULL) AS logo, (f.mail_tested_at IS NOT NULL) AS mail,
            (EXISTS (SELECT 1 FROM staff_member m WHERE m.firm_id = f.id AND m.role <> 'owner')
              OR EXISTS (SELECT 1 FROM link k WHERE k.firm_id = f.id AND k.kind = 'staff_invitation'
                AND k.used_at IS NULL AND k.superseded_at IS NULL AND k.revoked_at IS NULL)) AS team,
            (SELECT a.code FROM account a WHERE a.firm_id = f.id AND (a.archived_at IS NOT NULL) = $2
             ORDER BY a.sort_key, a.id LIMIT 1) AS account,
            EXISTS (SELECT 1 FROM open_invitation v WHERE v.firm_id = f.id) AS invited,
            EXISTS (SELECT 1 FROM portal_user u WHERE u.firm_id = f.id AND u.activated_at IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM staff_member s WHERE s.user_id = u.id)) AS activated
         FROM firm f WHERE f.id = $1",
        firm,
        false
    )
    .optional(conn)
    .await?;
    Ok(row.map(|row| Taken {
        logo: row.logo,
        mail: row.mail,
        team: row.team,
        account: row.account,
        invitation: row.invited || row.activated,
    }))
}

/// Firms, behind this one, that have taken the steps that can be seen in their own row.
pub(super) async fn nearly_over(conn: &mut Conn, after: Uuid) -> Result<Vec<Due>, DbError> {
    sql!(
        "SELECT id, id AS firm_id FROM firm
         WHERE id > $1 AND first_steps_over = $2 AND logo IS NOT NULL AND mail_tested_at IS NOT NULL
         ORDER BY id LIMIT 100",
        after,
        false
    )
    .all(conn)
    .await
}
