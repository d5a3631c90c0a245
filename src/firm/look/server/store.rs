//! All SQL about a firm's look.

use kernel::{FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

#[derive(sqlx::FromRow)]
pub(super) struct LookRow {
    pub accent: Option<String>,
    pub sidebar: Option<String>,
    pub logo: Option<String>,
    /// Of the logo; 0 without one.
    pub bytes: i64,
}

pub(super) async fn look(conn: &mut Conn, firm: FirmId) -> Result<LookRow, DbError> {
    sql!(
        "SELECT f.accent, f.sidebar, f.logo, CAST(COALESCE(LENGTH(l.bytes), 0) AS BIGINT) AS bytes
         FROM firm f LEFT JOIN firm_logo l ON l.firm_id = f.id AND l.name = f.logo WHERE f.id = $1",
        firm
    )
    .one(conn)
    .await
}

pub(super) async fn set_colours(
    conn: &mut Conn,
    firm: FirmId,
    accent: Option<String>,
    sidebar: Option<String>,
) -> Result<(), DbError> {
    sql!("UPDATE firm SET accent = $2, sidebar = $3 WHERE id = $1", firm, accent, sidebar)
        .run(conn)
        .await
        .map(drop)
}

/// Puts this logo in the place of any other.
pub(super) async fn set_logo(
    conn: &mut Conn,
    firm: FirmId,
    name: &str,
    bytes: Vec<u8>,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO firm_logo (firm_id, name, bytes, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (firm_id, name) DO NOTHING",
        firm,
        name,
        bytes,
        now
    )
    .run(conn)
    .await?;
    sql!("UPDATE firm SET logo = $2 WHERE id = $1", firm, name).run(conn).await?;
    sql!("DELETE FROM firm_logo WHERE firm_id = $1 AND name <> $2", firm, name).run(conn).await.map(drop)
}

pub(super) async fn remove_logo(conn: &mut Conn, firm: FirmId) -> Result<(), DbError> {
    sql!("UPDATE firm SET logo = NULL WHERE id = $1", firm).run(conn).await?;
    sql!("DELETE FROM firm_logo WHERE firm_id = $1", firm).run(conn).await.map(drop)
}
