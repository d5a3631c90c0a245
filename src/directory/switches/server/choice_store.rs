//! All SQL that writes which notification items of a row are off, and NOTIFY with them.

use kernel::{FirmId, SettingId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// Takes hold of a row for a change: from here on nobody else changes it. Answers NOTIFY as it is.
pub async fn take_hold(
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
pub async fn items_off(
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

pub async fn set_notify(conn: &mut Conn, firm: FirmId, setting: SettingId, on: bool) -> Result<(), DbError> {
    sql!("UPDATE contact_setting SET notify = $3 WHERE firm_id = $1 AND id = $2", firm, setting, on)
        .run(conn)
        .await
        .map(drop)
}

pub async fn item_off(
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

pub async fn item_on(conn: &mut Conn, firm: FirmId, setting: SettingId, item: &str) -> Result<(), DbError> {
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
