//! All SQL about a firm's hosts.

use kernel::{FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct HostRow {
    pub host: String,
    pub home: bool,
    pub main: bool,
}

/// All of them, the main one first, then the one the firm began with.
pub(super) async fn hosts(conn: &mut Conn, firm: FirmId) -> Result<Vec<HostRow>, DbError> {
    sql!(
        "SELECT h.host, h.home, h.host = f.host AS main FROM firm_host h JOIN firm f ON f.id = h.firm_id
         WHERE h.firm_id = $1 ORDER BY (h.host = f.host) DESC, h.home DESC, h.host LIMIT 50",
        firm
    )
    .all(conn)
    .await
}

/// A host that a firm wants to answer at, and the token it was given for it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct WantedRow {
    pub host: String,
    pub token: String,
}

/// Those the firm wants.
pub(super) async fn wanted(conn: &mut Conn, firm: FirmId) -> Result<Vec<WantedRow>, DbError> {
    sql!("SELECT host, token FROM host_wanted WHERE firm_id = $1 ORDER BY host LIMIT 50", firm)
        .all(conn)
        .await
}

/// Notes that the firm wants a host.
pub(super) async fn want(
    conn: &mut Conn,
    firm: FirmId,
    host: &str,
    token: &str,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO host_wanted (firm_id, host, token, created_at) VALUES ($1, $2, $3, $4)",
        firm,
        host,
        token,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// The firm wants this host no longer, or has it; whether it was wanted.
pub(super) async fn unwant(conn: &mut Conn, firm: FirmId, host: &str) -> Result<bool, DbError> {
    let touched =
        sql!("DELETE FROM host_wanted WHERE firm_id = $1 AND host = $2", firm, host).run(conn).await?;
    Ok(touched == 1)
}

/// A host at which another firm answers.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct OthersRow {
    pub host: String,
    /// The firm's name.
    pub firm: String,
    /// It cannot lose this one.
    pub kept: bool,
}

/// Hosts of this name, with and without `www.`, at which another firm answers.
pub(super) async fn of_others(conn: &mut Conn, firm: FirmId, bare: &str) -> Result<Vec<OthersRow>, DbError> {
    sql!(
        "SELECT h.host, f.name AS firm, (h.home OR h.host = f.host) AS kept
         FROM firm_host h JOIN firm f ON f.id = h.firm_id
         WHERE h.firm_id <> $1 AND h.host IN ($2, $3)",
        firm,
        bare,
        format!("www.{bare}")
    )
    .all(conn)
    .await
}
