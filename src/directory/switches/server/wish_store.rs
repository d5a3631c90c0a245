//! What a client switched off outlives the row it belonged to: unlinking a contact and linking it again is no way to
//! switch mails on silently (NOTIFY-6).

use super::rows::Rows;
use kernel::notify::Item;
use kernel::{FirmId, SettingId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Keeps the client's choices of the rows that are about to go.
pub(super) async fn keep_wishes(conn: &mut Conn, firm: FirmId, rows: Rows) -> Result<(), DbError> {
    sql!(
        "INSERT INTO notify_wish (firm_id, account_id, email_norm, item, set_by, set_at)
         SELECT s.firm_id, s.account_id, e.email_norm, n.item, n.set_by, n.set_at
         FROM contact_setting s CROSS JOIN notify_choice n CROSS JOIN contact_email e
         WHERE s.firm_id = $1 AND s.contact_id = $2 AND s.account_id BETWEEN $3 AND $4 AND s.email_id BETWEEN $5 AND $6
           AND n.setting_id = s.id AND n.firm_id = s.firm_id AND NOT n.enabled AND n.set_by LIKE 'client:%'
           AND e.id = s.email_id AND e.firm_id = s.firm_id
         ON CONFLICT (account_id, email_norm, item) DO UPDATE SET set_by = excluded.set_by, set_at = excluded.set_at",
        firm,
        rows.contact,
        rows.accounts.0,
        rows.accounts.1,
        rows.emails.0,
        rows.emails.1
    )
    .run(conn)
    .await
    .map(drop)
}

/// Gives a new row the choices that its address made in this account before.
pub async fn restore_wishes(conn: &mut Conn, firm: FirmId, setting: SettingId) -> Result<(), DbError> {
    sql!(
        "INSERT INTO notify_choice (firm_id, setting_id, item, enabled, set_by, set_at)
         SELECT w.firm_id, s.id, w.item, FALSE, w.set_by, w.set_at
         FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN notify_wish w
         WHERE s.firm_id = $1 AND s.id = $2 AND e.id = s.email_id AND e.firm_id = s.firm_id
           AND w.account_id = s.account_id AND w.email_norm = e.email_norm AND w.firm_id = s.firm_id",
        firm,
        setting
    )
    .run(conn)
    .await?;
    // All off is NOTIFY off, as wherever else.
    sql!(
        "UPDATE contact_setting SET notify = FALSE WHERE firm_id = $1 AND id = $2
           AND (SELECT COUNT(*) FROM notify_choice n WHERE n.firm_id = $1 AND n.setting_id = $2) >= $3",
        firm,
        setting,
        i64::try_from(Item::ALL.len()).unwrap_or(i64::MAX)
    )
    .run(conn)
    .await?;
    sql!(
        "DELETE FROM notify_wish WHERE firm_id = $1
           AND account_id = (SELECT s.account_id FROM contact_setting s WHERE s.firm_id = $1 AND s.id = $2)
           AND email_norm = (SELECT e.email_norm FROM contact_setting s CROSS JOIN contact_email e
                WHERE s.firm_id = $1 AND s.id = $2 AND e.id = s.email_id AND e.firm_id = s.firm_id)",
        firm,
        setting
    )
    .run(conn)
    .await
    .map(drop)
}
