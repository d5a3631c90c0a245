//! One delivery: from the sealed body to the server's answer, and what follows from it.

use super::claim::{self, Claimed, Key};
use super::rules::{Life, Wait, again};
use super::{Body, aad, nobody};
use crate::Platform;
use crate::db::{DbError, Tx};
use crate::firm_profile::{self, FirmProfile};
use crate::letterhead;
use crate::logos;
use crate::mail::{Accepted, Mail, Outgoing, Picture, Rendered, SendError, Trouble};
use crate::mail_health::{self, Finding};
use crate::sql;
use kernel::live::News;
use kernel::{AppError, FirmId, MailId, Ts};
use std::time::Duration;

/// Longest wait for the server while a request waits for its answer, which may take 30 s in all.
const WHILE_SOMEBODY_WAITS: Duration = Duration::from_secs(20);

/// What becomes of a mail after an attempt.
struct Settled {
    state: &'static str,
    next: Ts,
    give_up_at: Ts,
    trouble: Option<Trouble>,
    reply: String,
    finding: Option<Finding>,
}

impl Settled {
    fn end(state: &'static str, mail: &Claimed, now: Ts, reply: String, finding: Option<Finding>) -> Self {
        Self { state, next: now, give_up_at: mail.give_up_at, trouble: None, reply, finding }
    }
}

/// Hands one mail over and writes down what came of it.
pub(super) async fn hand_off(platform: &Platform, key: Key) -> Result<(), AppError> {
    let Some(transport) = platform.mail.clone() else { return Ok(()) };
    let (mail, firm, logo, was_failing) = {
        let mut conn = platform.db.read().await?;
        let Some(mail) = claim::read(&mut conn, key).await? else { return Ok(()) };
        let firm = firm_profile::by_id(&mut conn, &platform.config, mail.firm_id).await?;
        let logo = logos::for_mails(&mut conn, &firm).await?;
        let was_failing = mail_health::is_failing(&mut conn, mail.firm_id).await?;
        (mail, firm, logo, was_failing)
    };
    // Outside of the read: an older logo may have to be drawn first.
    let logo = match logos::drawn(platform, firm.id, logo).await {
        Ok(logo) => logo,
        // Its firm's paper has a logo: the mail waits for it.
        Err(_) => {
            let reply = "the logo could not be drawn yet".to_owned();
            let waits = later(platform, &mail, Wait::Trouble, reply, None);
            return settle(platform, &mail, waits).await;
        }
    };
    let Some(outgoing) = outgoing(platform, &firm, &mail, logo) else {
        let reply = "the stored mail cannot be opened".to_owned();
        let ended = Settled::end("failed", &mail, platform.clock.now(), reply, None);
        return settle(platform, &mail, ended).await;
    };
    if !begin_hand_off(platform, &mail).await? {
        return Ok(());
    }
    if mail.to_address.is_empty() {
        return nobody::forget(platform, &mail).await;
    }
    let result = transport.send(outgoing).await;
    settle(platform, &mail, judge(platform, &mail, was_failing, result)).await
}

/// Only a refusal of recipient or content ends a mail at once; whatever else is wrong, it waits. What may be the words of
/// its recipient's server is the firm's trouble only if there was trouble before.
fn judge(
    platform: &Platform,
    mail: &Claimed,
    was_failing: bool,
    result: Result<Accepted, SendError>,
) -> Settled {
    let now = platform.clock.now();
    let finding = finding(&result, &mail.to_address);
    let (wait, trouble, reply) = match result {
        Ok(_) => return Settled::end("sent", mail, now, String::new(), finding),
        Err(SendError::Permanent { code, text }) => {
            let reply = if code == 0 { text } else { format!("{code} {text}") };
            return Settled::end("failed", mail, now, reply, finding);
        }
        Err(SendError::Temporary { code, text }) => (Wait::Asked, None, format!("{code} {text}")),
        Err(SendError::Silent(text) | SendError::Suspect { text, .. }) if !was_failing => {
            (Wait::Asked, None, text)
        }
        Err(SendError::Silent(text)) => (Wait::Trouble, Some(Trouble::Server), text),
        Err(
            SendError::Suspect { trouble, text }
            | SendError::Blamed { trouble, text }
            | SendError::Trouble { trouble, text },
        ) => (Wait::Trouble, Some(trouble), text),
    };
    Settled { trouble, ..later(platform, mail, wait, reply, finding) }
}

/// What an answer for this address says of mail as a whole.
fn finding(result: &Result<Accepted, SendError>, to: &str) -> Option<Finding> {
    match result {
        // Code 0: the mail could not be built, and no server was asked.
        Err(SendError::Permanent { code: 0, .. }) => None,
        Ok(_) | Err(SendError::Permanent { .. } | SendError::Temporary { .. }) => Some(Finding::Works),
        Err(SendError::Silent(text)) => Some(Finding::suspicion(Trouble::Server, text, to)),
        Err(SendError::Suspect { trouble, text }) => Some(Finding::suspicion(*trouble, text, to)),
        Err(SendError::Blamed { trouble, text }) => Some(Finding::Blamed(*trouble, text.clone())),
        Err(SendError::Trouble { trouble, text }) => Some(Finding::Trouble(*trouble, text.clone())),
    }
}

fn later(
    platform: &Platform,
    mail: &Claimed,
    wait: Wait,
    reply: String,
    finding: Option<Finding>,
) -> Settled {
    let now = platform.clock.now();
    let mut byte = [0u8; 1];
    platform.rng.fill(&mut byte);
    let life = Life { written: mail.created_at, give_up_at: mail.give_up_at };
    match again(wait, mail.attempts, life, now, byte[0]) {
        Some((next, give_up_at)) => {
            Settled { state: "pending", next, give_up_at, trouble: None, reply, finding }
        }
        None => Settled::end("failed", mail, now, reply, finding),
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
    let html = match &logo {
        Some(logo) => crate::mail::with_logo(&body.html, logo.width, logo.height),
        None => crate::mail::without_logo(&body.html),
    };
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
pub(super) fn message_id(id: MailId, firm: &FirmProfile) -> String {
    format!("<{id}@{}>", firm.host)
}

/// Hands a mail over at once, past the outbox, for somebody who waits to hear whether mail goes at all. What is found
/// counts like any delivery.
///
/// # Errors
/// [`SendError`], in the server's words.
pub async fn deliver_now(
    platform: &Platform,
    firm: &FirmProfile,
    mail: &Mail,
) -> Result<Accepted, SendError> {
    let unset = || SendError::Trouble { trouble: Trouble::Server, text: "no smtp_url is set".to_owned() };
    let transport = platform.mail.clone().ok_or_else(unset)?;
    let outgoing = Outgoing {
        message_id: message_id(MailId(platform.ids.next()), firm),
        date: platform.clock.now(),
        from: (
            firm.sender_name.clone().unwrap_or_else(|| mail.from_name.clone()),
            platform.config.mail_from.clone(),
        ),
        reply_to: firm
            .reply_to
            .clone()
            .filter(|it| crate::mail::can_be_answered(it))
            .or_else(|| mail.reply_to.clone()),
        to: mail.to.clone(),
        rendered: crate::mail::render_on(
            mail,
            &letterhead::paper(&FirmProfile { logo: None, ..firm.clone() }),
        ),
        logo: None,
        extra_headers: Vec::new(),
    };
    let sent = tokio::time::timeout(WHILE_SOMEBODY_WAITS, transport.send(outgoing));
    let result = sent.await.unwrap_or_else(|_| Err(SendError::Silent("no answer in time".to_owned())));
    if let Some(finding) = finding(&result, &mail.to.1) {
        let (p, firm) = (platform.clone(), firm.id);
        let noted = platform
            .db
            .write(move |tx| Box::pin(async move { note(tx, &p, known(firm), finding).await }))
            .await;
        if let Err(error) = noted {
            tracing::error!(%error, "how mail fares could not be written down");
        }
        platform.mail_health.forget();
    }
    result
}

/// The firm, if there is one yet: during set-up there is none.
fn known(firm: FirmId) -> Option<FirmId> {
    (!firm.0.is_nil()).then_some(firm)
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

async fn settle(platform: &Platform, mail: &Claimed, settled: Settled) -> Result<(), AppError> {
    let (id, fence, firm, about) = (mail.id, mail.fence, mail.firm_id, mail.setting_id);
    let keep_body = settled.state == "pending" || platform.config.demo;
    if settled.state == "failed" {
        tracing::warn!(mail = %id, "a mail was refused for good");
    }
    let p = platform.clone();
    let found = settled.finding.is_some();
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                store(tx, &p, (id, fence), &settled, keep_body).await?;
                if let Some(setting) = about {
                    let news = News::Setting { setting, act: format!("mail_{}", settled.state) };
                    crate::events::publish_for(tx, &p, firm, news).await?;
                }
                if let Some(finding) = settled.finding {
                    note(tx, &p, Some(firm), finding).await?;
                }
                Ok(())
            })
        })
        .await?;
    if found {
        platform.mail_health.forget();
    }
    Ok(())
}

async fn store(
    tx: &mut Tx,
    platform: &Platform,
    (id, fence): (MailId, i64),
    settled: &Settled,
    keep_body: bool,
) -> Result<(), AppError> {
    let sent_at = (settled.state == "sent").then(|| platform.clock.now());
    let reply = Some(crate::mail::without_addresses(&settled.reply)).filter(|it| !it.is_empty());
    sql!(
        "UPDATE outbox SET state = $3, next_at = $4, lease_until = NULL, last_reply = $5, sent_at = $6,
            give_up_at = $7, trouble = $8, body_sealed = CASE WHEN $9 THEN body_sealed ELSE NULL END
         WHERE id = $1 AND fence = $2",
        id,
        fence,
        settled.state,
        settled.next,
        reply.map(|it| it.chars().take(500).collect::<String>()),
        sent_at,
        settled.give_up_at,
        settled.trouble.map(Trouble::key),
        keep_body
    )
    .run(tx)
    .await?;
    Ok(())
}

/// Writes down how mail fares by what was found out. When it goes again after a while, what waited is due at once.
async fn note(
    tx: &mut Tx,
    platform: &Platform,
    firm: Option<FirmId>,
    finding: Finding,
) -> Result<(), AppError> {
    if mail_health::note(tx, platform, firm, finding).await? {
        wake(tx, firm, platform.clock.now()).await?;
    }
    Ok(())
}

/// What waited because of trouble is due now: all of it, but of refused senders only this firm's.
async fn wake(tx: &mut Tx, firm: Option<FirmId>, now: Ts) -> Result<(), DbError> {
    sql!(
        "UPDATE outbox SET next_at = $1
         WHERE state = 'pending' AND next_at > $1 AND trouble IS NOT NULL AND (trouble <> 'sender' OR firm_id = $2)",
        now,
        firm
    )
    .run(tx)
    .await
    .map(drop)
}
