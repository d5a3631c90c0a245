//! Outgoing mail: written with the act that causes it, sent by the worker (REL-6, REL-7, REL-9).
//!
//! `pending → claimed → handing_off → sent | failed | unknown`. A claim carries a lease and a fence: a worker that
//! was paused finds its fence outdated and may not write. Bodies are sealed, for they hold links that open doors,
//! and are dropped once sent (SEC-13); a demo keeps them so that they can be looked at.

use crate::Platform;
use crate::db::{Conn, DbError, Tx};
use crate::firm_profile::{self, FirmProfile};
use crate::letterhead;
use crate::mail::{Mail, MailClass, Outgoing, Picture, Rendered, SendError};
use crate::sql;
use futures::StreamExt;
use kernel::live::LiveEvent;
use kernel::{AppError, FirmId, MailId, SettingId, Ts};
use serde::{Deserialize, Serialize};

/// How long a worker may take over one mail before another may try, in microseconds.
const LEASE: i64 = 2 * Ts::MINUTE;
/// Mails handed over at the same time.
const AT_ONCE: usize = 8;

/// What is sealed in a row.
#[derive(Serialize, Deserialize)]
struct Body {
    from_name: String,
    reply_to: Option<String>,
    to_name: String,
    subject: String,
    text: String,
    html: String,
}

/// Queues a mail in this transaction, on its firm's paper: sender, reply address, colour, logo and postal address are the
/// firm's settings, whoever writes. `about` names the Info-tab row that shows how it went.
///
/// # Errors
/// What the database says.
pub async fn enqueue(
    tx: &mut Tx,
    platform: &Platform,
    firm: FirmId,
    mail: &Mail,
    about: Option<SettingId>,
) -> Result<MailId, AppError> {
    let id = MailId(platform.ids.next());
    let now = platform.clock.now();
    let profile = firm_profile::by_id(tx, &platform.config, firm).await?;
    let rendered = crate::mail::render_on(mail, &letterhead::paper(&profile));
    let body = Body {
        from_name: profile.sender_name.unwrap_or_else(|| mail.from_name.clone()),
        reply_to: profile.reply_to.or_else(|| mail.reply_to.clone()),
        to_name: mail.to.0.clone(),
        subject: rendered.subject,
        text: rendered.text,
        html: rendered.html,
    };
    let plain =
        serde_json::to_vec(&body).map_err(|e| AppError::Internal(crate::incident::log("outbox", &e)))?;
    let subject = platform.keys.seal(&aad("subject", id), body.subject.as_bytes(), &*platform.rng);
    sql!(
        "INSERT INTO outbox (id, firm_id, kind, priority, to_address, subject_sealed, body_sealed, state,
            attempts, next_at, give_up_at, lease_until, fence, setting_id, last_reply, created_at, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending', 0, $8, $9, NULL, 0, $10, NULL, $11, NULL)",
        id,
        firm,
        class_key(mail.class),
        priority(mail.class),
        &mail.to.1,
        subject,
        platform.keys.seal(&aad("body", id), &plain, &*platform.rng),
        now,
        now.plus(3 * Ts::DAY),
        about,
        now
    )
    .run(tx)
    .await?;
    platform.queued.notify_one();
    Ok(id)
}

const fn class_key(class: MailClass) -> &'static str {
    match class {
        MailClass::Security => "security",
        MailClass::Transactional => "transactional",
        MailClass::Bulk => "bulk",
    }
}

const fn priority(class: MailClass) -> i64 {
    match class {
        MailClass::Security => 0,
        MailClass::Transactional => 10,
        MailClass::Bulk => 20,
    }
}

fn aad(column: &str, id: MailId) -> String {
    format!("outbox/{column}/{id}")
}

#[derive(sqlx::FromRow)]
struct Claimed {
    id: MailId,
    firm_id: FirmId,
    to_address: String,
    body_sealed: Option<Vec<u8>>,
    attempts: i64,
    give_up_at: Ts,
    fence: i64,
    setting_id: Option<SettingId>,
    created_at: Ts,
}

/// Sends what is due; how many mails were tried.
///
/// # Errors
/// What the database says. A mail that cannot be sent is not an error here: its row says so.
pub async fn send_due(platform: &Platform) -> Result<usize, AppError> {
    if platform.mail.is_none() {
        return Ok(0);
    }
    let claimed = claim(platform).await?;
    let count = claimed.len();
    futures::stream::iter(claimed)
        .for_each_concurrent(AT_ONCE, |mail| async move {
            let id = mail.id;
            if let Err(error) = hand_off(platform, mail).await {
                tracing::error!(mail = %id, %error, "a mail could not be settled; its lease will end");
            }
        })
        .await;
    Ok(count)
}

/// Rows whose hand-off a crash interrupted are claimed again, except bulk mail, which waits for staff (REL-7).
async fn claim(platform: &Platform) -> Result<Vec<Claimed>, AppError> {
    let now = platform.clock.now();
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                sql!(
                    "UPDATE outbox SET state = 'unknown', lease_until = NULL
                     WHERE state = 'handing_off' AND kind = 'bulk' AND lease_until < $1",
                    now
                )
                .run(tx)
                .await?;
                let rows: Vec<Claimed> = sql!(
                    "UPDATE outbox SET state = 'claimed', lease_until = $2, fence = fence + 1, attempts = attempts + 1
                     WHERE id IN (
                        SELECT id FROM outbox
                        WHERE (state = 'pending' AND next_at <= $1)
                           OR (state IN ('claimed', 'handing_off') AND lease_until < $1)
                        ORDER BY priority, next_at, id LIMIT 32)
                       AND (state = 'pending' OR lease_until < $1)
                     RETURNING id, firm_id, to_address, body_sealed, attempts, give_up_at, fence, setting_id,
                        created_at",
                    now,
                    now.plus(LEASE)
                )
                .all(tx)
                .await?;
                Ok(rows)
            })
        })
        .await
}

async fn hand_off(platform: &Platform, mail: Claimed) -> Result<(), AppError> {
    let Some(transport) = platform.mail.clone() else { return Ok(()) };
    let (firm, logo) = {
        let mut conn = platform.db.read().await?;
        let firm = firm_profile::by_id(&mut conn, &platform.config, mail.firm_id).await?;
        let logo = letterhead::logo(&mut conn, &firm).await?;
        (firm, logo)
    };
    let Some(outgoing) = outgoing(platform, &firm, &mail, logo) else {
        return settle(platform, &mail, "failed", platform.clock.now(), "the stored mail cannot be opened")
            .await;
    };
    if !begin_hand_off(platform, &mail).await? {
        return Ok(());
    }
    let result = transport.send(outgoing).await;
    let now = platform.clock.now();
    match result {
        Ok(_) => settle(platform, &mail, "sent", now, "").await,
        Err(SendError::Permanent { code, text }) => {
            settle(platform, &mail, "failed", now, &format!("{code} {text}")).await
        }
        Err(SendError::Temporary { code, text }) => {
            try_later(platform, &mail, &format!("{code} {text}")).await
        }
        Err(SendError::Trouble { text, .. } | SendError::Silent(text)) => try_later(platform, &mail, &text).await,
    }
}

fn outgoing(
    platform: &Platform,
    firm: &FirmProfile,
    mail: &Claimed,
    logo: Option<Picture>,
) -> Option<Outgoing> {
    let sealed = mail.body_sealed.as_ref()?;
    let plain = platform.keys.open(&aad("body", mail.id), sealed).ok()?;
    let body: Body = serde_json::from_slice(&plain).ok()?;
    let html = if logo.is_some() { body.html } else { crate::mail::without_logo(&body.html) };
    Some(Outgoing {
        message_id: message_id(mail.id, firm),
        date: mail.created_at,
        from: (body.from_name, platform.config.mail_from.clone()),
        reply_to: body.reply_to,
        to: (body.to_name, mail.to_address.clone()),
        rendered: Rendered { subject: body.subject, text: body.text, html },
        logo,
        extra_headers: Vec::new(),
    })
}

/// The same for every try, so that a mail sent twice can be told (REL-7).
fn message_id(id: MailId, firm: &FirmProfile) -> String {
    format!("<{id}@{}>", firm.host)
}

async fn begin_hand_off(platform: &Platform, mail: &Claimed) -> Result<bool, AppError> {
    let (id, fence) = (mail.id, mail.fence);
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mine = sql!(
                    "UPDATE outbox SET state = 'handing_off' WHERE id = $1 AND fence = $2 AND state = 'claimed'",
                    id,
                    fence
                )
                .run(tx)
                .await?;
                Ok(mine == 1)
            })
        })
        .await
}

/// 5 s, 10 s, 20 s … up to an hour, spread by a fifth, until the mail is given up.
async fn try_later(platform: &Platform, mail: &Claimed, reply: &str) -> Result<(), AppError> {
    let now = platform.clock.now();
    let mut byte = [0u8; 1];
    platform.rng.fill(&mut byte);
    let exponent = u32::try_from(mail.attempts.clamp(1, 12) - 1).unwrap_or(0);
    let pause = (5 * Ts::SECOND * 2_i64.pow(exponent)).min(Ts::HOUR);
    let spread = pause / 5 * i64::from(byte[0]) / 255;
    let next = now.plus(pause + spread);
    if next > mail.give_up_at {
        return settle(platform, mail, "failed", now, reply).await;
    }
    settle(platform, mail, "pending", next, reply).await
}

async fn settle(
    platform: &Platform,
    mail: &Claimed,
    state: &'static str,
    next: Ts,
    reply: &str,
) -> Result<(), AppError> {
    let (id, fence, firm, about) = (mail.id, mail.fence, mail.firm_id, mail.setting_id);
    let now = platform.clock.now();
    let keep_body = state == "pending" || platform.config.demo;
    let sent_at = (state == "sent").then_some(now);
    let reply: Option<String> = (!reply.is_empty()).then(|| reply.chars().take(500).collect());
    if state == "failed" {
        tracing::warn!(mail = %id, "a mail was refused for good");
    }
    let p = platform.clone();
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                sql!(
                    "UPDATE outbox SET state = $3, next_at = $4, lease_until = NULL, last_reply = $5, sent_at = $6,
                        body_sealed = CASE WHEN $7 THEN body_sealed ELSE NULL END
                     WHERE id = $1 AND fence = $2",
                    id,
                    fence,
                    state,
                    next,
                    reply,
                    sent_at,
                    keep_body
                )
                .run(tx)
                .await?;
                if let Some(setting) = about {
                    let news = LiveEvent {
                        scope: format!("setting:{setting}"),
                        kind: format!("mail_{state}"),
                        entity: Some(setting.to_string()),
                        by: String::new(),
                        origin: String::new(),
                    };
                    crate::events::publish_for(tx, &p, firm, news).await?;
                }
                Ok(())
            })
        })
        .await
}

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

/// The newest mails whose body is still there, newest first.
///
/// # Errors
/// What the database says.
pub async fn kept(
    platform: &Platform,
    conn: &mut Conn,
    firm: &FirmProfile,
    to: Option<&str>,
) -> Result<Vec<Kept>, DbError> {
    let rows: Vec<KeptRow> = sql!(
        "SELECT id, to_address, body_sealed, state, created_at FROM outbox
         WHERE firm_id = $1 AND (CAST($2 AS TEXT) IS NULL OR LOWER(to_address) = LOWER($2))
         ORDER BY id DESC LIMIT 200",
        firm.id,
        to
    )
    .all(conn)
    .await?;
    let open = |row: KeptRow| {
        let plain = platform.keys.open(&aad("body", row.id), row.body_sealed.as_ref()?).ok()?;
        let body: Body = serde_json::from_slice(&plain).ok()?;
        Some(Kept {
            id: row.id.to_string(),
            headers: vec![
                ("Message-ID".to_owned(), message_id(row.id, firm)),
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
