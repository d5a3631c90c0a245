//! How often one may try (SEC-7). Counted before anything is looked up, so the answer is the same for addresses
//! we know and those we do not.
//!
//! First by the browser, if its owner signed in with it before, else by the address. By the network only what fails, and not
//! in browsers that we know: an office behind one address that comes to work at nine is no attack, and whoever guesses among
//! its people keeps none of them out (SEC-8).

use super::streak_store::{self, Bucket};
use crate::attempts::rules::{
    FORGOT, FORGOT_IP, FORGOT_KNOWN, MOST_FAILS, PASSWORD, PASSWORD_IP, PASSWORD_KNOWN, STAFF_RESET,
    STAFF_RESET_BY, UNKNOWN_TOKEN_IP, wait,
};
use crate::reset_requests;
use crate::security_mails;
use i18n::said;
use kernel::email::Lookup;
use kernel::{AppError, BrowserId, FirmId, Ts, UserId};
use platform::db::{DbError, Tx};
use platform::keys::Purpose;
use platform::limits::{self, forget, take, take_all, take_in};
use platform::net::limit_key;
use platform::{Cx, Platform};

/// A try at a password that may be made; afterwards it says how it went.
pub(crate) struct Try {
    address: String,
    known: Option<BrowserId>,
    /// Whether it is counted for that browser alone.
    apart: bool,
    bucket: Bucket,
    /// Wrong passwords that browsers we do not know had typed at this address before.
    pub strangers: i64,
}

/// Asks whether a password may be tried, and counts it. `known` is the browser of its owner, whose tries nobody else can use
/// up, in another browser of theirs neither. Only somebody with a copy of its cookie can; then it is counted as a browser
/// that we do not know, and its owner is not locked out by that alone (SEC-8). Nobody waits here: whoever comes too soon is
/// sent away, and that is not counted.
///
/// # Errors
/// `TooMany` with the seconds to wait; `Refused` after [`MOST_FAILS`] in a row, when only a reset helps. Both alike for
/// every address.
pub(crate) async fn password(cx: &Cx, whose: &Lookup, known: Option<BrowserId>) -> Result<Try, AppError> {
    let address = whose.counted.as_str();
    carry_over(cx, address, known).await?;
    let [strangers, own] = buckets(cx, address, known);
    let streaks = {
        let mut conn = cx.db.read().await?;
        streak_store::both(&mut conn, cx.firm.id, strangers, own).await?
    };
    let streak = |of: Bucket| streaks.iter().find(|it| it.bucket == of);
    let is_off = |of: Bucket| streak(of).is_some_and(|it| it.tries >= MOST_FAILS);
    let apart = match known {
        Some(id) => !is_off(own) && limits::wait(cx, &[(PASSWORD_KNOWN, &id.to_string())]).await? == 0,
        None => false,
    };
    let browser = known.filter(|_| apart);
    let bucket = if apart { own } else { strangers };
    if is_off(bucket) {
        return Err(disabled(cx));
    }
    let (ip, subject, own_subject) = (ip(cx), of_firm(cx, address), browser.map(|id| id.to_string()));
    let counted = match &own_subject {
        Some(browser) => [(PASSWORD_KNOWN, browser.as_str())],
        None => [(PASSWORD, subject.as_str())],
    };
    // Tries that are being made at this moment are not held against whoever clicks twice.
    let slowed = streak(bucket).map_or(0, |streak| wait(streak.fails, streak.failed_at, cx.now()));
    let failed = if apart { 0 } else { limits::wait(cx, &[(PASSWORD_IP, ip.as_str())]).await? };
    let seconds = slowed.max(failed);
    if seconds > 0 {
        // Who waits so long must not be told to wait again.
        return Err(AppError::TooMany(seconds.max(limits::wait(cx, &counted).await?)));
    }
    take_all(cx, &counted).await?;
    let (firm, now) = (cx.firm.id, cx.now());
    let begun = cx.write(move |tx| {
        Box::pin(async move { Ok(streak_store::begin(tx, firm, (bucket, browser), MOST_FAILS, now).await?) })
    });
    if !begun.await? {
        return Err(disabled(cx));
    }
    let strangers = streak(strangers).map_or(0, |it| it.tries);
    Ok(Try { address: address.to_owned(), known, apart, bucket, strangers })
}

fn disabled(cx: &Cx) -> AppError {
    AppError::Refused(said!(cx.locale, "sign_in.disabled", contact = security_mails::contact(&cx.firm)))
}

impl Try {
    /// It was wrong: the next one waits, and the last that was possible is told to the owner, if there is one (SEC-11). Not
    /// that of one browser, which can go on as one that we do not know. The same work for every address.
    pub(crate) async fn failed(&self, tx: &mut Tx, cx: &Cx) -> Result<(), AppError> {
        let (firm, now) = (cx.firm.id, cx.now());
        streak_store::fail(tx, firm, self.bucket, now).await?;
        if !self.apart {
            limits::add_in(tx, cx, PASSWORD_IP, &ip(cx)).await?;
        }
        if !self.apart && streak_store::tell(tx, firm, self.bucket, MOST_FAILS, now).await? {
            reset_requests::ask_to_tell_disabled(tx, cx, &self.address).await?;
        }
        Ok(())
    }

    /// It was right.
    pub(crate) async fn succeeded(&self, cx: &Cx) -> Result<(), AppError> {
        right(cx, &self.address, self.known).await
    }
}

/// The password was set anew: whoever has it can sign in at once, wherever.
pub(crate) async fn begin_anew(cx: &Cx, whose: &Lookup) -> Result<(), AppError> {
    right(cx, &whose.counted, None).await
}

/// The password was right: what strangers and this browser had typed is forgotten. What another browser of
/// the owner's had typed is not: whoever sits there has not been right.
async fn right(cx: &Cx, address: &str, known: Option<BrowserId>) -> Result<(), AppError> {
    forget(cx, PASSWORD, &of_firm(cx, address)).await?;
    carry_over(cx, address, known).await?;
    let ([strangers, own], firm) = (buckets(cx, address, known), cx.firm.id);
    cx.write(move |tx| Box::pin(async move { Ok(streak_store::forget(tx, firm, strangers, own).await?) }))
        .await
}

/// The password was set anew: what was typed in this person's browsers counts no longer.
pub(crate) async fn forget_browsers(tx: &mut Tx, firm: FirmId, user: UserId) -> Result<(), DbError> {
    streak_store::forget_browsers(tx, firm, user).await
}

/// Deletes streaks that nobody added to since then; how many.
pub(crate) async fn purge(platform: &Platform, before: Ts) -> Result<u64, AppError> {
    let mut gone = 0;
    loop {
        let mut conn = platform.db.read().await?;
        let mut found = streak_store::old(&mut conn, MOST_FAILS, before).await?;
        found.extend(streak_store::of_forgotten(&mut conn).await?);
        drop(conn);
        if found.is_empty() {
            return Ok(gone);
        }
        let forgotten = platform.db.write(move |tx| {
            Box::pin(async move {
                let mut forgotten = 0;
                for streak in &found {
                    forgotten += streak_store::forget_unused(tx, streak, (MOST_FAILS, before)).await?;
                }
                Ok(forgotten)
            })
        });
        match forgotten.await? {
            0 => return Ok(gone),
            some => gone += some,
        }
    }
}

/// What names the streaks of this address: from browsers we do not know, and from this one of its owner's.
fn streaks_of(cx: &Cx, address: &str, known: Option<BrowserId>) -> [[String; 3]; 2] {
    let (subject, browser) = (of_firm(cx, address), known.map(|id| id.to_string()).unwrap_or_default());
    [("password-streak", String::new()), ("password-streak-own", browser)]
        .map(|(name, browser)| [name.to_owned(), subject.clone(), browser])
}

/// Where tries at this address are counted.
fn buckets(cx: &Cx, address: &str, known: Option<BrowserId>) -> [Bucket; 2] {
    streaks_of(cx, address, known).map(|parts| cx.keys.hmac(Purpose::Limit, &bytes(&parts)))
}

fn bytes(parts: &[String; 3]) -> [&[u8]; 3] {
    parts.each_ref().map(String::as_bytes)
}

/// What was counted under retired keys goes on: a rotation gives nobody a hundred fresh tries (SEC-76).
async fn carry_over(cx: &Cx, address: &str, known: Option<BrowserId>) -> Result<(), AppError> {
    let firm = cx.firm.id;
    let all = streaks_of(cx, address, known).map(|parts| cx.keys.hmacs(Purpose::Limit, &bytes(&parts)));
    if all.iter().all(|buckets| buckets.len() < 2) {
        return Ok(());
    }
    cx.write(move |tx| {
        Box::pin(async move {
            for buckets in all {
                for former in &buckets[1..] {
                    streak_store::carry_over(tx, firm, *former, buckets[0]).await?;
                }
            }
            Ok(())
        })
    })
    .await
}

/// One request for a reset; the network that it was counted for, if for one. `known` is the browser of the address's owner.
///
/// # Errors
/// `TooMany`.
pub(crate) async fn forgot(
    cx: &Cx,
    address: &str,
    known: Option<BrowserId>,
) -> Result<Option<String>, AppError> {
    if let Some(browser) = known {
        return take(cx, FORGOT_KNOWN, &browser.to_string()).await.map(|()| None);
    }
    let network = ip(cx);
    take_all(cx, &[(FORGOT_IP, &network), (FORGOT, &of_firm(cx, address))]).await?;
    Ok(Some(network))
}

/// The link was used that a request brought which was counted then for this network: one less.
pub(crate) async fn forgot_helped(cx: &Cx, network: &str, counted_at: Ts) -> Result<(), AppError> {
    limits::give_back(cx, FORGOT_IP, network, counted_at).await
}

/// One reset that this member of staff sends to this address, within the transaction that sends it.
///
/// # Errors
/// `TooMany`.
pub(crate) async fn staff_reset(tx: &mut Tx, cx: &Cx, by: UserId, address: &str) -> Result<(), AppError> {
    let (by, to) = (by.to_string(), of_firm(cx, address));
    take_in(tx, cx, &[(STAFF_RESET, &to), (STAFF_RESET_BY, &by)]).await
}

/// What to answer to a token that we never issued: `NotFound`, or `TooMany` to whoever goes on trying.
pub(crate) async fn unknown_token(cx: &Cx) -> AppError {
    take(cx, UNKNOWN_TOKEN_IP, &ip(cx)).await.err().unwrap_or(AppError::NotFound)
}

/// What names the network of this request when something is counted for it.
pub(crate) fn ip(cx: &Cx) -> String {
    limit_key(cx.source.ip)
}

/// The same address at two firms is two people.
fn of_firm(cx: &Cx, address: &str) -> String {
    format!("{}/{address}", cx.firm.id)
}
