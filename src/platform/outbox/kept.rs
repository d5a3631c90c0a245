//! Mails whose body is still there, for `/dev/mail`.

use super::{Body, aad, delivery};
use crate::Platform;
use crate::db::{Conn, DbError};
use crate::firm_profile::FirmProfile;
use crate::{logos, mail, sql};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::{MailId, Ts};
use serde::Serialize;
use uuid::Uuid;

/// A mail as `/dev/mail` shows it, in demo mode only.
#[derive(Clone, Debug, Serialize)]
pub struct Kept {
    pub id: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub headers: Vec<(String, String)>,
    /// RFC 3339, UTC.
    pub at: String,
    pub state: String,
}

#[derive(sqlx::FromRow)]
struct KeptRow {
    id: MailId,
    to_address: String,
    body_sealed: Option<Vec<u8>>,
    state: String,
    created_at: Ts,
}

/// The HTML part of a mail whose body is still there, as a page may show it: the logo that travels along stands in it.
pub async fn preview(platform: &Platform, firm: &FirmProfile, id: MailId) -> Result<Option<String>, DbError> {
    let mut conn = platform.db.read().await?;
    let row: Option<KeptRow> = sql!(
        "SELECT id, to_address, body_sealed, state, created_at FROM outbox WHERE firm_id = $1 AND id = $2",
        firm.id,
        id
    )
    .optional(&mut conn)
    .await?;
    let logo = logos::for_mails(&mut conn, firm).await?;
    // An older logo may have to be drawn first.
    drop(conn);
    let Some(body) = row.as_ref().and_then(|row| opened(platform, row)) else { return Ok(None) };
    Ok(Some(match logos::drawn(platform, firm.id, logo).await.unwrap_or_default() {
        Some(logo) => {
            let picture = format!("data:{};base64,{}", logo.mime, STANDARD.encode(&logo.bytes));
            let html = mail::with_logo(&body.html, logo.width, logo.height);
            html.replace(&format!("cid:{}", mail::LOGO_ID), &picture)
        }
        None => mail::without_logo(&body.html),
    }))
}

fn opened(platform: &Platform, row: &KeptRow) -> Option<Body> {
    let plain = platform.keys.open(&aad("body", row.id), row.body_sealed.as_ref()?).ok()?;
    serde_json::from_slice(&plain).ok()
}

/// The newest mails whose body is still there, newest first; to one address, among the newest two thousand.
pub async fn kept(
    platform: &Platform,
    conn: &mut Conn,
    firm: &FirmProfile,
    to: Option<&str>,
) -> Result<Vec<Kept>, DbError> {
    let rows: Vec<KeptRow> = sql!(
        "SELECT m.id, m.to_address, m.body_sealed, m.state, m.created_at FROM (
            SELECT id, firm_id, to_address, body_sealed, state, created_at FROM outbox
            WHERE id < $3 ORDER BY id DESC LIMIT 2000) m
         WHERE m.firm_id = $1 AND m.to_address <> '' AND (CAST($2 AS TEXT) IS NULL OR LOWER(m.to_address) = LOWER($2))
         ORDER BY m.id DESC LIMIT 200",
        firm.id,
        to,
        Uuid::max()
    )
    .all(conn)
    .await?;
    let open = |row: KeptRow| {
        let body = opened(platform, &row)?;
        Some(Kept {
            id: row.id.to_string(),
            headers: vec![
                ("Message-ID".to_owned(), delivery::message_id(row.id, firm)),
                ("From".to_owned(), format!("{} <{}>", body.from_name, platform.config.mail_from)),
                ("To".to_owned(), row.to_address.clone()),
                ("Subject".to_owned(), body.subject.clone()),
            ],
            to: row.to_address,
            subject: body.subject,
            text: body.text,
            html: body.html,
            at: crate::when::show(row.created_at, kernel::Locale::En, "UTC").iso,
            state: row.state,
        })
    };
    Ok(rows.into_iter().filter_map(open).collect())
}
