//! All SQL about a firm's look.

use kernel::{FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::pictures::MailPicture;
use platform::sql;

#[derive(sqlx::FromRow)]
pub(super) struct LookRow {
    pub accent: Option<String>,
    pub sidebar: Option<String>,
    pub logo: Option<String>,
}

pub(super) async fn look(conn: &mut Conn, firm: FirmId) -> Result<LookRow, DbError> {
    sql!("SELECT accent, sidebar, logo FROM firm WHERE id = $1", firm).one(conn).await
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
    in_mails: MailPicture,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO firm_logo (firm_id, name, bytes, created_at, mail_png, mail_width, mail_height)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (firm_id, name) DO UPDATE SET mail_png = excluded.mail_png, mail_width = excluded.mail_width,
            mail_height = excluded.mail_height",
        firm,
        name,
        bytes,
        now,
        in_mails.png,
        i64::from(in_mails.width),
        i64::from(in_mails.height)
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
