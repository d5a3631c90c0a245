//! "I forgot my password": asked by anybody for any address, answered the same for all. The page only writes the
//! request down; the worker looks the address up, so that no answer takes longer for an address we know (SEC-10).

use super::mails;
use super::store::{self, Candidate, NewReset, RequestRow};
use crate::sessions::{letter, may_enter};
use crate::sign_in::limits;
use kernel::email::Lookup;
use kernel::{AppError, EmailAddress, ResetId, Ts};
use platform::audit::{self, Act, Who};
use platform::db::Tx;
use platform::firm_profile;
use platform::keys::token_hash;
use platform::mail::address_fault;
use platform::request::Source;
use platform::rng::token;
use platform::{Cx, Platform, outbox};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

/// How long a link works that a person asked for (decisions.md).
pub(super) const SELF_SERVICE_LIFE: i64 = Ts::HOUR;
/// Requests older than this are dropped: a link nobody waits for any more does more harm than good.
const STALE: i64 = Ts::HOUR;
/// How long a request that failed is left alone.
const RETRY: i64 = Ts::MINUTE;

/// Kinds of requests.
const RESET: &str = "reset";
const DISABLED: &str = "disabled";

/// Takes a request. The answer does not depend on whether the address is known.
///
/// # Errors
/// `Invalid` for what is no address; `TooMany`, alike for every address.
pub async fn forgot(cx: &Cx, typed: &str) -> Result<(), AppError> {
    let address = EmailAddress::parse(typed)
        .map_err(|problem| AppError::field("email", address_fault(cx.locale, problem)))?;
    limits::forgot(cx, address.norm()).await?;
    // Whose it is, the worker finds out.
    let spelling = Lookup::of(typed).spelling;
    let c = cx.clone();
    cx.write(move |tx| {
        Box::pin(async move {
            store::insert_request(tx, &c, c.ids.next(), &spelling, RESET).await?;
            let act = act("reset_asked", Who::guest(), address.shown());
            Ok(audit::record(tx, &c, act).await?)
        })
    })
    .await?;
    cx.queued.notify_one();
    Ok(())
}

/// Has the owner of this address told that their password was disabled, if there is one (SEC-11). Here, too, the worker
/// looks the address up.
///
/// # Errors
/// What the database says.
pub(crate) async fn ask_to_tell_disabled(tx: &mut Tx, cx: &Cx, address: &str) -> Result<(), AppError> {
    // What is no address belongs to nobody, and PostgreSQL takes no NUL in a text.
    let spelling = Lookup::of(address).spelling;
    Ok(store::insert_request(tx, cx, cx.ids.next(), &spelling, DISABLED).await?)
}

/// Works off what was asked for; how many requests. Called by the worker.
///
/// # Errors
/// When the database does not answer. A request that fails is tried again later and does not stop the others.
pub async fn work_requests(platform: &Platform) -> Result<usize, AppError> {
    let due = {
        let mut conn = platform.db.read().await?;
        store::due_requests(&mut conn, platform.clock.now()).await?
    };
    let count = due.len();
    for request in due {
        let (id, until) = (request.id, platform.clock.now().plus(RETRY));
        if let Err(error) = work_one(platform, request).await {
            tracing::warn!(%error, "a request for a reset could not be worked off");
            let postpone = platform
                .db
                .write(move |tx| Box::pin(async move { Ok(store::postpone_request(tx, id, until).await?) }));
            postpone.await?;
        }
    }
    Ok(count)
}

async fn work_one(platform: &Platform, request: RequestRow) -> Result<(), AppError> {
    let cx = cx_of(platform, &request).await?;
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                if !store::finish_request(tx, request.id, cx.now()).await? {
                    return Ok(());
                }
                if cx.now().since(request.created_at) > STALE {
                    return Ok(());
                }
                let Some(user) = store::candidate(tx, cx.firm.id, &Lookup::of(&request.email_norm)).await?
                else {
                    return Ok(());
                };
                if !may_enter(tx, cx.firm.id, user.id).await? {
                    return Ok(());
                }
                if request.kind == DISABLED {
                    tell_disabled(tx, &cx, user).await
                } else {
                    send(tx, &cx, user).await
                }
            })
        })
        .await
}

async fn send(tx: &mut Tx, cx: &Cx, user: Candidate) -> Result<(), AppError> {
    let secret = token(&*cx.rng);
    let expires_at = cx.now().plus(SELF_SERVICE_LIFE);
    store::supersede_resets(tx, cx.firm.id, user.id, cx.now()).await?;
    let id = ResetId(cx.ids.next());
    let reset = NewReset {
        id,
        user: user.id,
        token_hash: token_hash(secret.expose()),
        sent_by: None,
        account_code: None,
        now: cx.now(),
        expires_at,
    };
    store::insert_reset(tx, cx.firm.id, reset).await?;
    let to = letter::reader(tx, &cx.firm, user.id).await?;
    let mail = mails::asked(&cx.firm, &to, secret.expose(), expires_at);
    let mailed = outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail, None).await?;
    store::mailed(tx, cx.firm.id, id, mailed).await?;
    let who = Who { kind: "system", id: None, name: String::new() };
    let act = Act { subject_id: Some(user.id.0), ..act("reset_sent", who, &user.email) };
    Ok(audit::record(tx, cx, act).await?)
}

async fn tell_disabled(tx: &mut Tx, cx: &Cx, user: Candidate) -> Result<(), AppError> {
    let mail = mails::disabled(tx, cx, user.id).await?;
    outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail, None).await?;
    let who = Who { kind: "system", id: None, name: String::new() };
    let act = Act { subject_id: Some(user.id.0), ..act("password_disabled", who, &user.email) };
    Ok(audit::record(tx, cx, Act { detail: String::new(), ..act }).await?)
}

fn act(event: &'static str, who: Who, subject: &str) -> Act {
    Act {
        event,
        who,
        account: None,
        subject_id: None,
        subject: subject.to_owned(),
        detail: "self-service".to_owned(),
    }
}

/// The worker acts for the browser that asked.
async fn cx_of(platform: &Platform, request: &RequestRow) -> Result<Cx, AppError> {
    let mut conn = platform.db.read().await?;
    let firm = firm_profile::by_id(&mut conn, &platform.config, request.firm_id).await?;
    let source = Source {
        ip: request.ip.parse().unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
        place: request.place.clone(),
        os: request.os.clone(),
        browser: request.browser.clone(),
    };
    Ok(Cx::without_browser(platform, Arc::new(firm), source))
}
