//! Whether mail can be sent: found out by whoever delivers, kept in the database, and asked by every page that would
//! otherwise say that a mail is on its way.
//!
//! Rows: `server` for the installation, and one for a firm: its sender is refused, or what is said of its recipients speaks
//! of us. What is said of one recipient makes no trouble of anybody else, for the words may be those of the recipient's own
//! server; and what is said of one firm's recipients is shown to that firm only, for it may name them.

use crate::Platform;
use crate::db::{Conn, DbError, Tx};
use crate::mail::{MailHealth, Trouble, without_addresses};
use crate::sql;
use kernel::{AppError, FirmId, Ts};

/// Different domains of recipients in a row, and no mail that went between them, that make a suspicion the firm's trouble.
/// While no mail of the firm has ever gone, one is enough: nobody can have been told anything yet.
const ENOUGH: i64 = 3;
/// Firms that hear the like over their recipients: then it is the installation's trouble.
const FIRMS: i64 = 2;
const SERVER: &str = "server";
/// Longest pause between two tries of a mail while it is not the recipient's fault.
pub(crate) const LONGEST_PAUSE: i64 = 10 * Ts::MINUTE;

/// What a delivery found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The server took the mail, or spoke about its recipient: server, sign-in and sender are fine.
    Works,
    /// Before any recipient was named: nobody's mail goes, or none of this sender's.
    Trouble(Trouble, String),
    /// Said of one firm's recipient with a code that is made for the sending system.
    Blamed(Trouble, String),
    /// Said of one recipient, at this domain, it speaks of us; also no answer over recipient or content.
    Suspicion { trouble: Trouble, words: String, domain: String },
}

impl Finding {
    /// What a suspicious answer for this address amounts to.
    #[must_use]
    pub fn suspicion(trouble: Trouble, words: &str, to: &str) -> Self {
        let domain = to.rsplit('@').next().unwrap_or_default().to_lowercase();
        Self::Suspicion { trouble, words: words.to_owned(), domain }
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
    platform.mail_health.keep(firm, health.clone(), now);
    Ok(health)
}

/// How mail fares by the firm's row and the installation's, as JSON: lists of scope, state, since, trouble, words and how
/// many were silent. For whoever reads them along with something else.
#[must_use]
pub fn of_rows(platform: &Platform, rows: &str) -> MailHealth {
    if platform.config.demo {
        return MailHealth::Fine;
    }
    type Listed = (String, String, i64, String, String, i64);
    let listed: Vec<Listed> = serde_json::from_str(rows).unwrap_or_else(|error| {
        tracing::error!(%error, "how mail fares could not be read");
        Vec::new()
    });
    let row = |(scope, state, since, trouble, words, silent)| Row {
        scope,
        state,
        since: Ts(since),
        trouble,
        words,
        silent,
    };
    judge(&listed.into_iter().map(row).collect::<Vec<_>>(), platform.mail.is_some())
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

/// Whether there is trouble that concerns this firm, as it stands in the database.
pub(crate) async fn is_failing(conn: &mut Conn, firm: FirmId) -> Result<bool, DbError> {
    Ok(rows(conn, Some(firm)).await?.iter().any(|row| row.state == "failing"))
}

/// What is wrong with the server is wrong with everything; then the firm's sender. `here` is whether this node has a mail
/// server, for the time before any worker ran.
fn judge(rows: &[Row], here: bool) -> MailHealth {
    let server = rows.iter().find(|row| row.scope == SERVER);
    if server.map_or(!here, |row| row.state == "unset") {
        return MailHealth::Unset;
    }
    let failing =
        rows.iter().filter(|row| row.state == "failing").max_by_key(|row| match row.scope.as_str() {
            // It has the words of several firms then, and shows none; perhaps this firm has some of its own.
            SERVER if row.words.is_empty() => 0,
            SERVER => 2,
            _ => 1,
        });
    failing.map_or(MailHealth::Fine, |row| MailHealth::Failing {
        since: row.since,
        trouble: Trouble::from_key(&row.trouble).unwrap_or(Trouble::Server),
        words: row.words.clone(),
    })
}

/// Written down when a worker starts: whether there is a mail server at all. A trouble of before stays until mail goes.
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

/// Writes down what a delivery for this firm found out; whether mail goes again after a while, so that what waited is due at
/// once.
pub async fn note(
    tx: &mut Tx,
    platform: &Platform,
    firm: Option<FirmId>,
    finding: Finding,
) -> Result<bool, AppError> {
    let now = platform.clock.now();
    match finding {
        Finding::Works => return Ok(works(tx, firm, now).await?),
        Finding::Trouble(trouble, words) => {
            let whose = firm.filter(|_| trouble == Trouble::Sender);
            fails(tx, whose, trouble, &without_addresses(&words), now).await?;
        }
        Finding::Suspicion { trouble, words, domain } => {
            let words = without_addresses(&words);
            tracing::warn!(trouble = trouble.key(), said = words, "a mail was not taken");
            if suspects(tx, firm, &domain, now).await? < ENOUGH && has_gone(tx, firm).await? {
                return Ok(false);
            }
            fails_for(tx, firm, trouble, &words, now).await?;
        }
        Finding::Blamed(trouble, words) => {
            fails_for(tx, firm, trouble, &without_addresses(&words), now).await?;
        }
    }
    Ok(false)
}

/// What was said over a recipient of this firm. The installation has the same trouble if others hear it as well, and none
/// of the words, which may name that recipient.
async fn fails_for(
    tx: &mut Tx,
    firm: Option<FirmId>,
    trouble: Trouble,
    words: &str,
    now: Ts,
) -> Result<(), AppError> {
    fails(tx, firm, trouble, words, now).await?;
    if firm.is_some() && trouble != Trouble::Sender && concerns_all(tx, firm).await? {
        fails(tx, None, trouble, "", now).await?;
    }
    Ok(())
}

/// Whose row it is: the firm's, else the installation's.
fn scope(firm: Option<FirmId>) -> String {
    firm.map_or_else(|| SERVER.to_owned(), |firm| firm.to_string())
}

/// Whether a mail of this firm ever went, as far as is remembered.
async fn has_gone(tx: &mut Tx, firm: Option<FirmId>) -> Result<bool, DbError> {
    let Some(firm) = firm else { return Ok(false) };
    let (gone,): (bool,) =
        sql!("SELECT EXISTS (SELECT 1 FROM outbox WHERE firm_id = $1 AND state = 'sent')", firm)
            .one(tx)
            .await?;
    Ok(gone)
}

/// Whether what this firm hears over its recipients speaks of the installation: there is no other firm, or others hear it
/// too. A firm that sends nothing any more hears nothing, whatever stands in its row.
async fn concerns_all(tx: &mut Tx, firm: Option<FirmId>) -> Result<bool, DbError> {
    let (firms, others): (i64, i64) = sql!(
        "SELECT (SELECT COUNT(*) FROM (SELECT id FROM firm LIMIT 2) f),
            (SELECT COUNT(*) FROM mail_health h
             WHERE h.firm_id <> $1 AND h.state = 'failing' AND h.trouble <> 'sender'
               AND EXISTS (SELECT 1 FROM outbox o
                   WHERE o.firm_id = h.firm_id AND o.state = 'pending' AND o.last_reply IS NOT NULL))",
        firm
    )
    .one(tx)
    .await?;
    Ok(firms < FIRMS || others + 1 >= FIRMS)
}

/// Notes this domain; how many there are since a mail of the firm went.
async fn suspects(tx: &mut Tx, firm: Option<FirmId>, domain: &str, now: Ts) -> Result<i64, DbError> {
    let scope = scope(firm);
    let added = sql!(
        "INSERT INTO mail_suspect (scope, domain) VALUES ($1, $2) ON CONFLICT (scope, domain) DO NOTHING",
        &scope,
        domain
    )
    .run(tx)
    .await?;
    let (count,): (i64,) = sql!(
        "INSERT INTO mail_health (scope, firm_id, state, since, trouble, words, silent)
         VALUES ($1, $2, 'fine', $3, '', '', $4)
         ON CONFLICT (scope) DO UPDATE SET silent = mail_health.silent + excluded.silent
         RETURNING silent",
        &scope,
        firm,
        now,
        i64::try_from(added).unwrap_or(0)
    )
    .one(tx)
    .await?;
    Ok(count)
}

/// Costs what [`note`] costs after a delivery, and notes nothing: a mail to nobody says nothing of the mail server (SEC-10).
pub(crate) async fn note_nothing(tx: &mut Tx, firm: FirmId) -> Result<(), DbError> {
    rows(tx, Some(firm)).await.map(drop)
}

/// Whether what waited is due at once: not where the trouble was shorter than the longest pause of a mail, for then waking
/// wins little, and a mail whose own answer began it would be tried anew with every success elsewhere.
async fn works(tx: &mut Tx, firm: Option<FirmId>, now: Ts) -> Result<bool, DbError> {
    let before = rows(tx, firm).await?;
    if before.iter().all(|row| row.state == "fine" && row.silent == 0) {
        return Ok(false);
    }
    let own = firm.map_or_else(String::new, |firm| firm.to_string());
    // In the order in which trouble is noted, so that two nodes never wait for each other.
    for scope in [own.as_str(), SERVER] {
        sql!(
            "UPDATE mail_health SET state = 'fine', since = $2, trouble = '', words = '', silent = 0
             WHERE scope = $1 AND (state <> 'fine' OR silent > 0)",
            scope,
            now
        )
        .run(tx)
        .await?;
    }
    sql!("DELETE FROM mail_suspect WHERE scope IN ('server', $1)", &own).run(tx).await?;
    let over: Vec<&Row> = before.iter().filter(|row| row.state != "fine").collect();
    if !over.is_empty() {
        tracing::info!("mail can be sent again");
    }
    Ok(over.iter().any(|row| now.since(row.since) >= LONGEST_PAUSE))
}

async fn fails(
    tx: &mut Tx,
    firm: Option<FirmId>,
    trouble: Trouble,
    words: &str,
    now: Ts,
) -> Result<(), AppError> {
    let scope = scope(firm);
    let changed = sql!(
        "INSERT INTO mail_health (scope, firm_id, state, since, trouble, words, silent)
         VALUES ($1, $2, 'failing', $3, $4, $5, 0)
         ON CONFLICT (scope) DO UPDATE SET state = 'failing', trouble = excluded.trouble, words = excluded.words,
            since = CASE WHEN mail_health.state = 'failing' THEN mail_health.since ELSE excluded.since END
         WHERE mail_health.state <> 'failing' OR (excluded.words <> ''
            AND (mail_health.trouble <> excluded.trouble OR mail_health.words <> excluded.words))",
        &scope,
        firm,
        now,
        trouble.key(),
        words
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
