//! "I forgot my password": asked by anybody for any address, answered the same for all. The page only writes the
//! request down; the worker looks the address up, so that no answer takes longer for an address we know (SEC-10).

use super::events::{OfPassword, ResetAsked, What};
use super::mails;
use super::store::{self, Candidate, ResetRow};
use crate::attempts;
use crate::known_browsers::known_for;
use crate::links::{self, Link};
use crate::mail_state;
use crate::password::LINK;
use crate::password::rules::{SELF_SERVICE_LIFE, STALE};
use crate::reset_requests::{self, Asked, ResetRequest};
use crate::security_mails;
use directory::people;
use i18n::tl;
use kernel::email::Lookup;
use kernel::{AppError, EmailAddress, MailId, ResetId, Ts};
use platform::db::{Part, Tx};
use platform::firm_profile;
use platform::mail::{Mail, address_fault};
use platform::request::Source;
use platform::unit::{By, Work};
use platform::work::{Later, Then, Turn};
use platform::{Cx, outbox};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

/// Takes a request, and says what to expect: the same for every address, known or not; as it was typed, for whoever looks for
/// their typing mistake.
///
/// # Errors
/// As [`forgot`].
pub async fn ask(cx: &Cx, typed: &str) -> Result<String, AppError> {
    forgot(cx, typed).await?;
    let email = typed.trim();
    Ok(match mail_state::trouble(cx).await? {
        None => tl!(cx.locale, "password.forgot_sent", email = email),
        Some(_) => {
            let contact = security_mails::contact(&cx.firm);
            tl!(cx.locale, "password.forgot_waits", email = email, contact = contact)
        }
    })
}

/// Takes a request. The answer does not depend on whether the address is known.
///
/// # Errors
/// `Invalid` for what is no address; `TooMany`, alike for every address.
pub async fn forgot(cx: &Cx, typed: &str) -> Result<(), AppError> {
    let address = EmailAddress::parse(typed)
        .map_err(|problem| AppError::field("email", address_fault(cx.locale, problem)))?;
    let whose = Lookup::of(typed);
    let counted_for = attempts::forgot(cx, address.norm(), known_for(cx, &whose).await?).await?;
    // Whose it is, the worker finds out.
    let spelling = whose.spelling;
    cx.work(&By::guest(), async move |w, _| {
        let cx = w.cx();
        reset_requests::ask(w, cx, &spelling, counted_for).await?;
        w.attempted(ResetAsked { address: address.shown().to_owned() }).await
    })
    .await?;
    cx.queued.notify_one();
    Ok(())
}

platform::later!(ResetRequest);

impl Later for ResetRequest {
    const NAME: &'static str = "password requests";

    async fn run(self, turn: Turn) -> Result<Then, AppError> {
        let cx = cx_of(&turn, &self).await?;
        turn.finish(move |tx| Box::pin(async move { work_in(tx, &cx, &self).await })).await
    }
}

/// Does the same work for every address, for the next answer of this machine would tell the difference (SEC-10): where nobody
/// may have a mail, it is written to nobody, and what was stored for somebody else in its place is undone.
async fn work_in(tx: &mut Tx, cx: &Cx, request: &ResetRequest) -> Result<(), AppError> {
    if cx.now().since(request.asked_at) > STALE {
        return Ok(());
    }
    let whose = Lookup::of(&request.spelling);
    let stand_in = store::stand_in(tx, cx.firm.id).await?;
    let found = store::candidate(tx, cx.firm.id, &whose).await?;
    let Some(found) = found.or(stand_in) else { return Ok(()) };
    // Look again under the row lock: the login may have moved to another address while this waited, and a link mailed to
    // the old mailbox would open it.
    people::stand_in_line(tx, cx.firm.id, found.id).await?;
    let known = store::candidate(tx, cx.firm.id, &whose).await?.filter(|it| it.id == found.id);
    let is_known = known.is_some();
    let user = known.unwrap_or(found);
    let real = people::may_enter(tx, cx.firm.id, user.id).await? && is_known;
    if request.asked == Asked::Disabled {
        let mail = mails::disabled(tx, cx, user.id).await?;
        let (part, _) = queue(tx, cx, &mail, real).await?;
        happened(tx, cx, &user, What::Disabled).await?;
        return Ok(tx.end_part(part, real).await?);
    }
    let counted = request.counted_for.clone().map(|network| (network, request.asked_at));
    let part = send(tx, cx, &user, counted, real).await?;
    Ok(tx.end_part(part, real).await?)
}

/// Stores a reset and mails its link, within a part that the caller keeps or undoes.
async fn send(
    tx: &mut Tx,
    cx: &Cx,
    user: &Candidate,
    counted: Option<(String, Ts)>,
    real: bool,
) -> Result<Part, AppError> {
    let new = links::draw(cx);
    let expires_at = cx.now().plus(SELF_SERVICE_LIFE);
    let to = security_mails::reader(tx, &cx.firm, user.id).await?;
    let mail = mails::asked(&cx.firm, &to, new.token(), expires_at);
    let (part, mailed) = queue(tx, cx, &mail, real).await?;
    let norm = EmailAddress::stored(&user.email).norm().to_owned();
    let link = Link { kind: LINK, of: Some(user.id.0), to: Some(&norm), until: expires_at };
    links::make(tx, cx, &new, link).await?;
    links::mailed(tx, cx, new.id, mailed).await?;
    let (counted_for, counted_at) = counted.unzip();
    let reset = ResetRow { counted_for, counted_at, ..ResetRow::default() };
    store::insert(tx, cx.firm.id, ResetId(new.id), reset).await?;
    happened(tx, cx, user, What::ResetSent).await?;
    Ok(part)
}

/// Queues the mail, or one like it to nobody, and begins the part that is undone for nobody. Where mails are never handed over,
/// the one to nobody belongs to it, for it would wait for ever.
async fn queue(tx: &mut Tx, cx: &Cx, mail: &Mail, real: bool) -> Result<(Part, MailId), AppError> {
    if real {
        let mailed = outbox::enqueue(tx, &cx.platform, cx.firm.id, mail, None).await?;
        return Ok((tx.begin_part().await?, mailed));
    }
    let early = if cx.mail.is_none() { Some(tx.begin_part().await?) } else { None };
    let mailed = outbox::enqueue_to_nobody(tx, &cx.platform, cx.firm.id, mail).await?;
    let part = match early {
        Some(part) => part,
        None => tx.begin_part().await?,
    };
    Ok((part, mailed))
}

async fn happened(tx: &mut Tx, cx: &Cx, user: &Candidate, what: What) -> Result<(), AppError> {
    let event = OfPassword { user: user.id, email: &user.email, what };
    Work::on(tx, cx, &By::system()).happened(event).await
}

/// The worker acts for the browser that asked.
async fn cx_of(turn: &Turn, request: &ResetRequest) -> Result<Cx, AppError> {
    let platform = &turn.platform;
    let mut conn = platform.db.read().await?;
    let firm = firm_profile::by_id(&mut conn, &platform.config, turn.firm).await?;
    let ip = request.ip.parse().unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    let source = Source::kept(ip, &request.place, &request.os, &request.browser);
    Ok(Cx::without_browser(platform, Arc::new(firm), source))
}
