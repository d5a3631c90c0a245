//! SQL of `sight`.

use access::gate::Staff;
use kernel::{AccountId, SettingId};
use platform::db::{Conn, DbError};
use platform::sql;

pub(crate) async fn account_in_sight(
    conn: &mut Conn,
    staff: &Staff,
    account: AccountId,
) -> Result<bool, DbError> {
    let row: Option<(i64,)> = sql!(
        "SELECT CAST(1 AS BIGINT) FROM account_assignment WHERE firm_id = $1 AND user_id = $2 AND account_id = $3",
        staff.firm(),
        staff.user(),
        account
    )
    .optional(conn)
    .await?;
    Ok(row.is_some())
}

pub(crate) async fn setting_in_sight(
    conn: &mut Conn,
    staff: &Staff,
    setting: SettingId,
) -> Result<bool, DbError> {
    let row: Option<(i64,)> = sql!(
        "SELECT CAST(1 AS BIGINT) FROM contact_setting s
         JOIN account_assignment g ON g.account_id = s.account_id AND g.firm_id = s.firm_id AND g.user_id = $2
         WHERE s.firm_id = $1 AND s.id = $3",
        staff.firm(),
        staff.user(),
        setting
    )
    .optional(conn)
    .await?;
    Ok(row.is_some())
}
