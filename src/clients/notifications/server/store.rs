//! What a row shows of its notification items, with its account and contact.

use access::gate::{ClientOf, Staff};
use directory::in_sight;
use kernel::{AccountId, SettingId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// One row with one of its switched-off items, or with none.
#[derive(sqlx::FromRow)]
pub(super) struct PrefsRow {
    pub setting_id: SettingId,
    pub account_id: AccountId,
    pub code: String,
    pub account_name: String,
    pub contact_name: String,
    pub email: String,
    pub notify: bool,
    pub item: Option<String>,
    pub set_by: Option<String>,
    pub set_at: Option<Ts>,
}

/// One row of the Info tab with its switched-off items.
pub(super) async fn of_row(
    conn: &mut Conn,
    staff: &Staff,
    code: &str,
    setting: SettingId,
) -> Result<Vec<PrefsRow>, DbError> {
    sql!(
        ["SELECT s.id AS setting_id, a.id AS account_id, a.code, a.name AS account_name, c.name AS contact_name, e.email,
            s.notify, n.item, n.set_by, n.set_at
         FROM contact_setting s CROSS JOIN account a CROSS JOIN contact c CROSS JOIN contact_email e
         LEFT JOIN notify_choice n ON n.setting_id = s.id AND NOT n.enabled
         WHERE s.firm_id = $1 AND a.code = $2 AND s.id = $3
           AND a.id = s.account_id AND c.id = s.contact_id AND e.id = s.email_id
           AND ", in_sight!("a.id", "$4", "$5"), "
         ORDER BY n.item LIMIT 100"],
        staff.firm(),
        code,
        setting,
        staff.sees_all(),
        staff.user()
    )
    .all(conn)
    .await
}

/// A client's own rows in one account with their switched-off items.
pub(super) async fn of_client(conn: &mut Conn, client: &ClientOf) -> Result<Vec<PrefsRow>, DbError> {
    sql!(
        "SELECT s.id AS setting_id, a.id AS account_id, a.code, a.name AS account_name, c.name AS contact_name, e.email,
            s.notify, n.item, n.set_by, n.set_at
         FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a CROSS JOIN contact c
         LEFT JOIN notify_choice n ON n.setting_id = s.id AND NOT n.enabled
         WHERE e.firm_id = $1 AND e.email_norm = $3
           AND s.account_id = $2 AND s.email_id = e.id AND a.id = s.account_id AND c.id = s.contact_id
         ORDER BY c.sort_key, s.id, n.item LIMIT 1000",
        client.who().firm(),
        client.account(),
        client.who().email_norm()
    )
    .all(conn)
    .await
}
