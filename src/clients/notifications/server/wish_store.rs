//! What a client switched off outlives the row it belonged to: unlinking a contact and linking it again is no way to
//! switch mails on silently (NOTIFY-6).

use crate::notifications::rules::Item;
use kernel::{AccountId, ContactId, EmailId, FirmId, SettingId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Keeps the client's choices of the rows that are about to go; as for `remove` of the rows.
pub(crate) async fn keep_wishes(
    conn: &mut Conn,
    firm: FirmId,
    contact: ContactId,
    account: Option<AccountId>,
    email: Option<EmailId>,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO notify_wish (firm_id, account_id, email_norm, item, set_by, set_at)
         SELECT s.firm_id, s.account_id, e.email_norm, n.item, n.set_by, n.set_at
         FROM notify_choice n
         JOIN contact_setting s ON s.id = n.setting_id AND s.firm_id = n.firm_id
         JOIN contact_email e ON e.id = s.email_id AND e.firm_id = s.firm_id
         WHERE n.firm_id = $1 AND NOT n.enabled AND n.set_by LIKE 'client:%' AND s.contact_id = $2
           AND ($3 OR s.account_id = $4) AND ($5 OR s.email_id = $6)
         ON CONFLICT (account_id, email_norm, item) DO UPDATE SET set_by = excluded.set_by, set_at = excluded.set_at",
        firm,
        contact,
        account.is_none(),
        account,
        email.is_none(),
        email
    )
    .run(conn)
    .await
    .map(drop)
}

/// Gives a new row the choices that its address made in this account before.
pub(crate) async fn restore_wishes(conn: &mut Conn, firm: FirmId, setting: SettingId) -> Result<(), DbError> {
    sql!(
        "INSERT INTO notify_choice (firm_id, setting_id, item, enabled, set_by, set_at)
         SELECT w.firm_id, s.id, w.item, FALSE, w.set_by, w.set_at FROM contact_setting s
         JOIN contact_email e ON e.id = s.email_id AND e.firm_id = s.firm_id
         JOIN notify_wish w ON w.firm_id = s.firm_id AND w.account_id = s.account_id AND w.email_norm = e.email_norm
         WHERE s.firm_id = $1 AND s.id = $2",
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
        "DELETE FROM notify_wish WHERE firm_id = $1 AND EXISTS (
            SELECT 1 FROM contact_setting s JOIN contact_email e ON e.id = s.email_id AND e.firm_id = s.firm_id
            WHERE s.firm_id = $1 AND s.id = $2 AND s.account_id = notify_wish.account_id
              AND e.email_norm = notify_wish.email_norm)",
        firm,
        setting
    )
    .run(conn)
    .await
    .map(drop)
}
