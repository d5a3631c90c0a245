//! Rows of `reset_request`.

use platform::Cx;
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

pub(super) async fn insert(
    conn: &mut Conn,
    cx: &Cx,
    id: Uuid,
    email_norm: &str,
    kind: &'static str,
    counted_for: Option<String>,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO reset_request (id, firm_id, email_norm, locale, created_at, ip, place, os, browser, kind, counted_for)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id,
        cx.firm.id,
        email_norm,
        cx.locale.tag(),
        cx.now(),
        cx.source.ip.to_string(),
        cx.place(),
        cx.source.os(),
        cx.source.browser(),
        kind,
        counted_for
    )
    .run(conn)
    .await
    .map(drop)
}
