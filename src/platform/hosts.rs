//! Which firm a host belongs to. A name with and without `www.` is one name, and has one firm: visitors type either.

use crate::db::{Conn, DbError};
use crate::sql;
use kernel::{FirmId, Ts};

/// The name without any `www.` before it.
#[must_use]
pub fn bare(host: &str) -> &str {
    let mut name = host;
    while let Some(rest) = name.strip_prefix("www.") {
        name = rest;
    }
    name
}

/// The firm whose name this is, with or without `www.`.
pub async fn owner(conn: &mut Conn, host: &str) -> Result<Option<FirmId>, DbError> {
    let row: Option<(FirmId,)> =
        sql!("SELECT firm_id FROM host_claim WHERE bare = $1", bare(host)).optional(conn).await?;
    Ok(row.map(|(firm,)| firm))
}

/// Makes the name this firm's, unless it is another's already; whether it is this firm's now. The row is locked until the
/// transaction ends, so that of two firms one waits for the other.
pub async fn claim(conn: &mut Conn, host: &str, firm: FirmId) -> Result<bool, DbError> {
    let (owner,): (FirmId,) = sql!(
        "INSERT INTO host_claim (bare, firm_id) VALUES ($1, $2)
         ON CONFLICT (bare) DO UPDATE SET firm_id = host_claim.firm_id RETURNING firm_id",
        bare(host),
        firm
    )
    .one(conn)
    .await?;
    Ok(owner == firm)
}

/// Hands the name to another firm.
pub async fn hand_over(conn: &mut Conn, host: &str, to: FirmId) -> Result<(), DbError> {
    sql!("UPDATE host_claim SET firm_id = $2 WHERE bare = $1", bare(host), to).run(conn).await.map(drop)
}

/// Gives the name up, once the firm answers at it neither with nor without `www.`.
pub async fn give_up(conn: &mut Conn, host: &str, firm: FirmId) -> Result<(), DbError> {
    let name = bare(host);
    sql!(
        "DELETE FROM host_claim WHERE bare = $1 AND firm_id = $2
           AND NOT EXISTS (SELECT 1 FROM firm_host h WHERE h.firm_id = $2 AND h.host IN ($1, $3))",
        name,
        firm,
        format!("www.{name}")
    )
    .run(conn)
    .await
    .map(drop)
}

/// The firm answers at this host from now on, which must be its own.
///
/// # Errors
/// A duplicate when somebody answers there already.
pub async fn answer_at(
    conn: &mut Conn,
    host: &str,
    firm: FirmId,
    home: bool,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO firm_host (host, firm_id, home, created_at) VALUES ($1, $2, $3, $4)",
        host,
        firm,
        home,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// The name and the host that a new firm begins with.
///
/// # Errors
/// A duplicate when either is taken.
pub(crate) async fn begin(conn: &mut Conn, host: &str, firm: FirmId, now: Ts) -> Result<(), DbError> {
    // Not `claim`: a firm that begins has no name yet, so one that is there is another's.
    sql!("INSERT INTO host_claim (bare, firm_id) VALUES ($1, $2)", bare(host), firm).run(conn).await?;
    answer_at(conn, host, firm, true, now).await
}

/// Takes a host from another firm that answers there.
pub async fn take_away(conn: &mut Conn, firm: FirmId, host: &str) -> Result<(), DbError> {
    sql!("DELETE FROM firm_host WHERE firm_id <> $1 AND host = $2", firm, host).run(conn).await.map(drop)
}

/// The firm answers no longer at this host, which is neither the main one nor the one it began with; whether it did.
pub async fn remove(conn: &mut Conn, firm: FirmId, host: &str) -> Result<bool, DbError> {
    let touched = sql!(
        "DELETE FROM firm_host WHERE firm_id = $1 AND host = $2 AND NOT home
           AND NOT EXISTS (SELECT 1 FROM firm f WHERE f.id = $1 AND f.host = $2)",
        firm,
        host
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_with_and_without_www() {
        for (host, name) in [
            ("www.weber.example", "weber.example"),
            ("www.www.weber.example", "weber.example"),
            ("weber.example", "weber.example"),
            ("wwww.weber.example", "wwww.weber.example"),
            ("portal.www.example", "portal.www.example"),
        ] {
            assert_eq!(bare(host), name);
        }
    }
}
