//! What people chose for themselves.

use kernel::{AccountId, EmailId, FirmId, Locale, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// The choices as they are stored.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ProfileRow {
    pub name: String,
    pub locale: Option<String>,
    pub time_zone: Option<String>,
    pub default_account_id: Option<AccountId>,
    pub session_minutes: Option<i64>,
}

/// What this person keeps about themselves.
pub async fn profile(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<Option<ProfileRow>, DbError> {
    sql!(
        "SELECT name, locale, time_zone, default_account_id, session_minutes FROM portal_user
         WHERE firm_id = $1 AND id = $2",
        firm,
        user
    )
    .optional(conn)
    .await
}

/// All of it anew.
pub async fn set_profile(
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

/// The language they chose, and nothing else.
pub async fn set_locale(conn: &mut Conn, firm: FirmId, user: UserId, locale: Locale) -> Result<(), DbError> {
    sql!("UPDATE portal_user SET locale = $3 WHERE firm_id = $1 AND id = $2", firm, user, locale.tag())
        .run(conn)
        .await
        .map(drop)
}

/// The account to preselect next time.
pub async fn remember_account(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    account: AccountId,
) -> Result<(), DbError> {
    sql!("UPDATE portal_user SET last_account_id = $3 WHERE firm_id = $1 AND id = $2", firm, user, account)
        .run(conn)
        .await
        .map(drop)
}

/// The language that the person chose who signs in with this address.
pub async fn spoken_at(conn: &mut Conn, firm: FirmId, email: EmailId) -> Result<Option<String>, DbError> {
    let row: Option<(Option<String>,)> = sql!(
        "SELECT u.locale FROM contact_email e
         JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm
         WHERE e.firm_id = $1 AND e.id = $2",
        firm,
        email
    )
    .optional(conn)
    .await?;
    Ok(row.and_then(|(locale,)| locale))
}
