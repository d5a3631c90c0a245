//! What `portal_user` holds of a person's own choices.

use kernel::{AccountId, FirmId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// The choices as they are stored.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct ProfileRow {
    pub name: String,
    pub locale: Option<String>,
    pub time_zone: Option<String>,
    pub default_account_id: Option<AccountId>,
    pub session_minutes: Option<i64>,
}

pub(super) async fn read(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<Option<ProfileRow>, DbError> {
    sql!(
        "SELECT name, locale, time_zone, default_account_id, session_minutes FROM portal_user
         WHERE firm_id = $1 AND id = $2",
        firm,
        user
    )
    .optional(conn)
    .await
}

pub(super) async fn write(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    row: &ProfileRow,
) -> Result<(), DbError> {
    sql!(
        "UPDATE portal_user SET name = $3, locale = $4, time_zone = $5, default_account_id = $6, session_minutes = $7
         WHERE firm_id = $1 AND id = $2",
        firm,
        user,
        &row.name,
        row.locale.clone(),
        row.time_zone.clone(),
        row.default_account_id,
        row.session_minutes
    )
    .run(conn)
    .await
    .map(drop)
}
