//! Outgoing mail: written with the act that causes it, sent by the worker (REL-6, REL-7, REL-9).
//!
//! `pending → claimed → handing_off → sent | failed | unknown`. A claim carries a lease and a fence: a worker that
//! was paused finds its fence outdated and may not write. Bodies are sealed, for they hold links that open doors,
//! and are dropped once sent (SEC-13); a demo keeps them so that they can be looked at.
//!
//! [`pool`] decides how many are under way and whose, [`claim`] takes them, [`delivery`] hands one over and settles it.

mod claim;
mod delivery;
mod failed;
mod kept;
#[cfg(test)]
mod logo_tests;
mod nobody;
mod pool;
mod reseal;
mod rules;
#[cfg(test)]
mod slow_tests;
#[cfg(test)]
pub(crate) mod tests;

use crate::Platform;
use crate::db::Tx;
use crate::firm_profile;
use crate::letterhead;
use crate::mail::{Mail, MailClass};
use crate::sql;
use kernel::{AppError, FirmId, MailId, SettingId, Ts};
use serde::{Deserialize, Serialize};

pub use delivery::deliver_now;
pub use failed::{Failed, claim_failed, failed, postpone_failed};
pub use kept::{Kept, kept, preview};
pub use nobody::enqueue_to_nobody;
pub use pool::send_due;

pub(crate) use reseal::seal_anew;

/// How long a mail is tried while its recipient's server says "later".
const PATIENCE: i64 = 3 * Ts::DAY;
/// How long a mail is tried while it is not its recipient's fault. By then its links have expired, and most news is none.
const LIFE: i64 = 30 * Ts::DAY;

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
        reply_to: profile
            .reply_to
            .filter(|it| crate::mail::can_be_answered(it))
            .or_else(|| mail.reply_to.clone()),
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
        now.plus(PATIENCE),
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

const SECURITY: i64 = 0;
const TRANSACTIONAL: i64 = 10;
const BULK: i64 = 20;

const fn priority(class: MailClass) -> i64 {
    match class {
        MailClass::Security => SECURITY,
        MailClass::Transactional => TRANSACTIONAL,
        MailClass::Bulk => BULK,
    }
}

/// A subject as its row keeps it; for rows that are written in bulk.
#[must_use]
pub fn sealed_subject(platform: &Platform, id: MailId, subject: &str) -> Vec<u8> {
    platform.keys.seal(&aad("subject", id), subject.as_bytes(), &*platform.rng)
}

/// Ties what is sealed to its row and column.
fn aad(column: &str, id: MailId) -> String {
    format!("outbox/{column}/{id}")
}
