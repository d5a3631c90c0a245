//! Making the index anew: how far it got, and what is done before and after very many documents.

use crate::db::{Conn, DbError};
use crate::{migrate, sql};
use kernel::Ts;
use uuid::Uuid;

/// What the data migration is recorded as that makes the index.
const NAME: &str = "search_index";

/// Whether the index was made since there is one.
pub async fn is_made(conn: &mut Conn) -> Result<bool, DbError> {
    migrate::is_done(conn, NAME).await
}

/// Up to where the index was made when making it was last interrupted.
pub async fn made_up_to(conn: &mut Conn, what: &str) -> Result<Uuid, DbError> {
    let found: Option<(Uuid,)> =
        sql!("SELECT up_to FROM search_built WHERE what = $1", what).optional(conn).await?;
    Ok(found.map_or(Uuid::nil(), |(id,)| id))
}

/// Remembers for whoever goes on after an interruption.
pub async fn remember(conn: &mut Conn, what: &str, up_to: Uuid) -> Result<(), DbError> {
    sql!(
        "INSERT INTO search_built (what, up_to) VALUES ($1, $2)
         ON CONFLICT (what) DO UPDATE SET up_to = excluded.up_to",
        what,
        up_to
    )
    .run(conn)
    .await
    .map(drop)
}

/// The index is made, of this many documents.
pub async fn finish(conn: &mut Conn, at: Ts, documents: i64) -> Result<(), DbError> {
    sql!("DELETE FROM search_built").run(conn).await?;
    migrate::done(conn, NAME, at, documents).await
}

/// Pages of its index that SQLite brings together at once.
const MERGED_AT_ONCE: i64 = 1_000;

/// Brings a part of SQLite's index together, whether there is more to do. It keeps what is written in segments, and looks a
/// gram up in each; after very many documents there are more of them than ordinary work leaves. PostgreSQL keeps none.
pub async fn settle(conn: &mut Conn, begin: bool) -> Result<bool, DbError> {
    if conn.is_postgres() {
        return Ok(false);
    }
    let before = changes(conn).await?;
    // A negative number first makes one merge of all segments.
    let pages = if begin { -MERGED_AT_ONCE } else { MERGED_AT_ONCE };
    sql!(
        sqlite: "INSERT INTO search_gram (search_gram, rank) VALUES ('merge', $1)",
        postgres: "SELECT CAST($1 AS BIGINT)",
        pages
    )
    .run(conn)
    .await?;
    // As its manual says: fewer than two rows changed means that there was nothing to do.
    Ok(changes(conn).await? - before >= 2)
}

async fn changes(conn: &mut Conn) -> Result<i64, DbError> {
    let (n,): (i64,) =
        sql!(sqlite: "SELECT total_changes()", postgres: "SELECT CAST(0 AS BIGINT)").one(conn).await?;
    Ok(n)
}
