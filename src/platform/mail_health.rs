//! Whether mail can be sent: found out by whoever delivers, kept in the database, and asked by every page that would
//! otherwise say that a mail is on its way.
//!
//! Rows: `server` for the installation, and one for a firm whose sender is refused.

use crate::Platform;
use crate::db::{Conn, DbError, Tx};
use crate::mail::{Trouble, without_addresses};
use crate::sql;
use kernel::{AppError, FirmId, Ts};
use std::collections::HashMap;
use std::sync::RwLock;

/// Deliveries without an answer, and none with one between them, that make it the server's trouble. Fewer may be a
/// recipient that is slow to look up.
const SILENT: i64 = 5;
/// How long a node may not know what another found out.
const REMEMBER: i64 = 3 * Ts::SECOND;
const SERVER: &str = "server";

/// How mail fares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MailHealth {
    #[default]
    Fine,
    /// No mail server is configured.
    Unset,
    Failing {
        since: Ts,
        trouble: Trouble,
        /// The server's own words, without addresses.
        words: String,
    },
}

/// What a delivery found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The server took the mail, or spoke about its recipient: server, sign-in and sender are fine.
    Works,
    Trouble(Trouble, String),
    /// No answer over recipient or content.
    Silent(String),
}

/// What was read last, so that a page does not ask each time.
#[derive(Default)]
pub struct Known(RwLock<HashMap<Option<FirmId>, (MailHealth, Ts)>>);

impl Known {
    /// Forgets, after something was noted here.
    pub fn forget(&self) {
        if let Ok(mut known) = self.0.write() {
            known.clear();
        }
    }

    fn get(&self, firm: Option<FirmId>, now: Ts) -> Option<MailHealth> {
        let known = self.0.read().ok()?;
        known.get(&firm).filter(|(_, at)| now.since(*at).abs() < REMEMBER).map(|(health, _)| health.clone())
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    scope: String,
    state: String,
    since: Ts,
    trouble: String,
    words: String,
    silent: i64,
}

/// How mail fares for this firm, or for the installation. In a demo mail stays in the outbox on purpose.
///
/// # Errors
/// When the database does not answer.
pub async fn read(platform: &Platform, firm: Option<FirmId>) -> Result<MailHealth, DbError> {
    if platform.config.demo {
        return Ok(MailHealth::Fine);
    }
    let now = platform.clock.now();
    if let Some(known) = platform.mail_health.get(firm, now) {
        return Ok(known);
    }
    let mut conn = platform.db.read().await?;
    let health = judge(&rows(&mut conn, firm).await?, platform.mail.is_some());
    if let Ok(mut known) = platform.mail_health.0.write() {
        known.insert(firm, (health.clone(), now));
    }
    Ok(health)
}

async fn rows(conn: &mut Conn, firm: Option<FirmId>) -> Result<Vec<Row>, DbError> {
    let own = firm.map_or_else(|| SERVER.to_owned(), |firm| firm.to_string());
    sql!(
        "SELECT scope, state, since, trouble, words, silent FROM mail_health WHERE scope IN ('server', $1) LIMIT 2",
        own
    )
    .all(conn)
    .await
}

/// What is wrong with the server is wrong with everything; then the firm's sender. `here` is whether this node has a mail
/// server, for the time before any worker ran.
fn judge(rows: &[Row], here: bool) -> MailHealth {
    let server = rows.iter().find(|row| row.scope == SERVER);
    if server.map_or(!here, |row| row.state == "unset") {
        return MailHealth::Unset;
    }
    let failing = rows.iter().filter(|row| row.state == "failing").max_by_key(|row| row.scope == SERVER);
    failing.map_or(MailHealth::Fine, |row| MailHealth::Failing {
        since: row.since,
        trouble: Trouble::from_key(&row.trouble).unwrap_or(Trouble::Server),
        words: row.words.clone(),
    })
}

/// Written down when a worker starts: whether there is a mail server at all. A trouble of before stays until mail goes.
///
/// # Errors
/// When the database does not answer.
pub async fn begin(platform: &Platform) -> Result<(), AppError> {
    let unset = platform.mail.is_none() && !platform.config.demo;
    if unset {
        tracing::warn!("no smtp_url is set: mail stays in the outbox until there is one");
    }
    let now = platform.clock.now();
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                sql!(
                    "INSERT INTO mail_health (scope, state, since, trouble, words, silent)
                     VALUES ('server', $1, $2, '', '', 0)
                     ON CONFLICT (scope) DO UPDATE SET state = excluded.state, since = excluded.since
                     WHERE mail_health.state <> excluded.state
                       AND (excluded.state = 'unset' OR mail_health.state = 'unset')",
                    if unset { "unset" } else { "fine" },
                    now
                )
                .run(tx)
                .await?;
                Ok(())
            })
        })
        .await?;
    platform.mail_health.forget();
    Ok(())
}

/// Writes down what a delivery for this firm found out. When mail goes again, what waited is due at once.
///
/// # Errors
/// What the database says.
pub async fn note(
    tx: &mut Tx,
    platform: &Platform,
    firm: Option<FirmId>,
    finding: Finding,
) -> Result<(), AppError> {
    let now = platform.clock.now();
    match finding {
        Finding::Works => works(tx, firm, now).await,
        Finding::Trouble(trouble, words) => fails(tx, firm, trouble, &words, now).await,
        Finding::Silent(words) => {
            sql!(
                "INSERT INTO mail_health (scope, state, since, trouble, words, silent)
                 VALUES ('server', 'fine', $1, '', '', 1)
                 ON CONFLICT (scope) DO UPDATE SET silent = mail_health.silent + 1",
                now
            )
            .run(tx)
            .await?;
            let silent = rows(tx, None).await?.first().map_or(0, |row| row.silent);
            if silent >= SILENT { fails(tx, None, Trouble::Server, &words, now).await } else { Ok(()) }
        }
    }
}

/// Costs what [`note`] costs after a delivery, and notes nothing: a mail to nobody says nothing of the mail server (SEC-10).
///
/// # Errors
/// What the database says.
pub(crate) async fn note_nothing(tx: &mut Tx, firm: FirmId) -> Result<(), DbError> {
    rows(tx, Some(firm)).await.map(drop)
}

async fn works(tx: &mut Tx, firm: Option<FirmId>, now: Ts) -> Result<(), AppError> {
    let own = firm.map_or_else(String::new, |firm| firm.to_string());
    let before = sql!(
        "UPDATE mail_health SET state = 'fine', since = $2, trouble = '', words = '', silent = 0
         WHERE scope IN ('server', $1) AND (state <> 'fine' OR silent > 0)",
        own,
        now
    )
    .run(tx)
    .await?;
    if before == 0 {
        return Ok(());
    }
    tracing::info!("mail can be sent again");
    sql!(
        "UPDATE outbox SET next_at = $1
         WHERE state = 'pending' AND next_at > $1 AND trouble IS NOT NULL AND (trouble <> 'sender' OR firm_id = $2)",
        now,
        firm
    )
    .run(tx)
    .await?;
    Ok(())
}

async fn fails(
    tx: &mut Tx,
    firm: Option<FirmId>,
    trouble: Trouble,
    words: &str,
    now: Ts,
) -> Result<(), AppError> {
    let words = without_addresses(words);
    let firm = firm.filter(|_| trouble == Trouble::Sender);
    let scope = firm.map_or_else(|| SERVER.to_owned(), |firm| firm.to_string());
    let changed = sql!(
        "INSERT INTO mail_health (scope, firm_id, state, since, trouble, words, silent)
         VALUES ($1, $2, 'failing', $3, $4, $5, 0)
         ON CONFLICT (scope) DO UPDATE SET state = 'failing', trouble = excluded.trouble, words = excluded.words,
            since = CASE WHEN mail_health.state = 'failing' THEN mail_health.since ELSE excluded.since END
         WHERE mail_health.state <> 'failing' OR mail_health.trouble <> excluded.trouble
            OR mail_health.words <> excluded.words",
        &scope,
        firm,
        now,
        trouble.key(),
        &words
    )
    .run(tx)
    .await?;
    if changed > 0 {
        tracing::warn!(scope, trouble = trouble.key(), said = words, "mail cannot be sent");
    }
    Ok(())
}

#[cfg(test)]
#[path = "mail_health_tests.rs"]
mod tests;
