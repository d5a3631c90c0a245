//! All SQL about notification items. Reads the row they belong to, its account and contact.

use access::gate::{ClientOf, Staff};
use kernel::{AccountId, FirmId, SettingId, Ts};
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
        "SELECT s.id AS setting_id, a.id AS account_id, a.code, a.name AS account_name, c.name AS contact_name, e.email,
            s.notify, n.item, n.set_by, n.set_at
         FROM contact_setting s CROSS JOIN account a CROSS JOIN contact c CROSS JOIN contact_email e
         LEFT JOIN notify_choice n ON n.setting_id = s.id AND NOT n.enabled
         WHERE s.firm_id = $1 AND a.code = $2 AND s.id = $3
           AND a.id = s.account_id AND c.id = s.contact_id AND e.id = s.email_id
           AND ($4 OR EXISTS (SELECT 1 FROM account_assignment x
                WHERE x.firm_id = a.firm_id AND x.account_id = a.id AND x.user_id = $5))
         ORDER BY n.item LIMIT 100",
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

/// Takes hold of a row for a change: from here on nobody else changes it. Answers NOTIFY as it is.
pub(super) async fn take(
    conn: &mut Conn,
    firm: FirmId,
    setting: SettingId,
    at: Ts,
    by: &str,
) -> Result<Option<bool>, DbError> {
    let row: Option<(bool,)> = sql!(
        "UPDATE contact_setting SET version = version + 1, changed_at = $3, changed_by = $4
         WHERE firm_id = $1 AND id = $2 RETURNING notify",
        firm,
        setting,
        at,
        by
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(notify,)| notify))
}

/// Items of a row that are off, and by whom.
pub(super) async fn off(
    conn: &mut Conn,
    firm: FirmId,
    setting: SettingId,
) -> Result<Vec<(String, String)>, DbError> {
    sql!(
        "SELECT item, set_by FROM notify_choice WHERE firm_id = $1 AND setting_id = $2 AND NOT enabled LIMIT 100",
        firm,
        setting
    )
    .all(conn)
    .await
}

pub(super) async fn set_notify(
    conn: &mut Conn,
    firm: FirmId,
    setting: SettingId,
    on: bool,
) -> Result<(), DbError> {
    sql!("UPDATE contact_setting SET notify = $3 WHERE firm_id = $1 AND id = $2", firm, setting, on)
        .run(conn)
        .await
        .map(drop)
}

pub(super) async fn item_off(
    conn: &mut Conn,
    firm: FirmId,
    setting: SettingId,
    item: &str,
    by: &str,
    at: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO notify_choice (firm_id, setting_id, item, enabled, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (setting_id, item) DO UPDATE SET enabled = excluded.enabled, set_by = excluded.set_by,
            set_at = excluded.set_at",
        firm,
        setting,
        item,
        false,
        by,
        at
    )
    .run(conn)
    .await
    .map(drop)
}

pub(super) async fn item_on(
    conn: &mut Conn,
    firm: FirmId,
    setting: SettingId,
    item: &str,
) -> Result<(), DbError> {
    sql!(
        "DELETE FROM notify_choice WHERE firm_id = $1 AND setting_id = $2 AND item = $3",
        firm,
        setting,
        item
    )
    .run(conn)
    .await
    .map(drop)
}
