//! How often one may try (SEC-7). Counted before anything is looked up, so the answer is the same for addresses
//! we know and those we do not.

use super::streak_store::{self, Bucket};
use crate::alerts;
use crate::sessions::letter;
use crate::sign_in::rules::{MOST_FAILS, wait};
use i18n::tl;
use kernel::{AppError, Ts, UserId};
use platform::Cx;
use platform::db::{DbError, Tx};
use platform::keys::Purpose;
use platform::limits::{Limit, forget, take};
use platform::net::limit_key;

const PASSWORD: Limit = Limit::new("password", 10, 15 * Ts::MINUTE);
const PASSWORD_IP: Limit = Limit::new("password-ip", 50, 15 * Ts::MINUTE);
/// Tries from a browser that its owner signed in with before (SEC-8).
const PASSWORD_KNOWN: Limit = Limit::new("password-known", 10, 15 * Ts::MINUTE);
const FORGOT: Limit = Limit::new("forgot", 3, Ts::HOUR);
const FORGOT_IP: Limit = Limit::new("forgot-ip", 20, Ts::HOUR);
const CODE_SEND: Limit = Limit::new("code-send", 5, Ts::HOUR);
const CODE_SEND_IP: Limit = Limit::new("code-send-ip", 20, Ts::HOUR);
const CODE_VERIFY_IP: Limit = Limit::new("code-verify-ip", 50, 15 * Ts::MINUTE);
const UNKNOWN_TOKEN_IP: Limit = Limit::new("unknown-token-ip", 30, 10 * Ts::MINUTE);

/// A try at a password that may be made; afterwards it says how it went.
pub(crate) struct Try {
    address: String,
    bucket: Bucket,
    /// Wrong passwords that browsers we do not know had typed at this address before.
    pub strangers: i64,
}

/// Asks whether a password may be tried, and counts it. `address` is normalised, or whatever was typed. `known` names the
/// browser of its owner, whose tries nobody else can use up. Nobody waits here: whoever comes too soon is sent away.
///
/// # Errors
/// `TooMany` with the seconds to wait; `Refused` after [`MOST_FAILS`] in a row, when only a reset helps. Both alike for
/// every address.
pub(crate) async fn password(cx: &Cx, address: &str, known: Option<&str>) -> Result<Try, AppError> {
    carry_over(cx, address).await?;
    let [strangers, own] = buckets(cx, address);
    let bucket = if known.is_some() { own } else { strangers };
    if known.is_none() {
        take(cx, PASSWORD_IP, &ip(cx)).await?;
    }
    let streaks = {
        let mut conn = cx.db.read().await?;
        streak_store::both(&mut conn, cx.firm.id, strangers, own).await?
    };
    let streak = |of: Bucket| streaks.iter().find(|it| it.bucket == of);
    if let Some(streak) = streak(bucket) {
        if streak.tries >= MOST_FAILS {
            return Err(disabled(cx));
        }
        // Tries that are being made at this moment are not held against whoever clicks twice.
        match wait(streak.fails, streak.failed_at, cx.now()) {
            0 => {}
            seconds => return Err(AppError::TooMany(seconds)),
        }
    }
    match known {
        Some(browser) => take(cx, PASSWORD_KNOWN, browser).await?,
        None => take(cx, PASSWORD, &of_firm(cx, address)).await?,
    }
    let (firm, now) = (cx.firm.id, cx.now());
    let begun = cx.write(move |tx| {
        Box::pin(async move { Ok(streak_store::begin(tx, firm, bucket, MOST_FAILS, now).await?) })
    });
    if !begun.await? {
        return Err(disabled(cx));
    }
    Ok(Try { address: address.to_owned(), bucket, strangers: streak(strangers).map_or(0, |it| it.tries) })
}

fn disabled(cx: &Cx) -> AppError {
    AppError::Refused(tl!(cx.locale, "sign_in.disabled", contact = letter::contact(&cx.firm)))
}

impl Try {
    /// It was wrong: the next one waits, and the last that was possible is told to the owner, if there is one (SEC-11).
    /// The same work for every address.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn failed(&self, tx: &mut Tx, cx: &Cx) -> Result<(), AppError> {
        let (firm, now) = (cx.firm.id, cx.now());
        streak_store::fail(tx, firm, self.bucket, now).await?;
        if streak_store::tell(tx, firm, self.bucket, MOST_FAILS, now).await? {
            crate::password::ask_to_tell_disabled(tx, cx, &self.address).await?;
        }
        Ok(())
    }

    /// It was right.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn succeeded(&self, cx: &Cx) -> Result<(), AppError> {
        forget_password(cx, &self.address).await
    }
}

/// The password was right, or was set anew.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn forget_password(cx: &Cx, address: &str) -> Result<(), AppError> {
    forget(cx, PASSWORD, &of_firm(cx, address)).await?;
    carry_over(cx, address).await?;
    let ([strangers, own], firm) = (buckets(cx, address), cx.firm.id);
    cx.write(move |tx| Box::pin(async move { Ok(streak_store::forget(tx, firm, strangers, own).await?) }))
        .await
}

/// Deletes streaks that nobody added to since then; how many.
///
/// # Errors
/// What the database says.
pub(crate) async fn purge_streaks(tx: &mut Tx, before: Ts) -> Result<u64, DbError> {
    streak_store::purge(tx, MOST_FAILS, before).await
}

const STREAKS: [&str; 2] = ["password-streak", "password-streak-own"];

/// Where tries at this address are counted: from browsers we do not know, and from its owner's.
fn buckets(cx: &Cx, address: &str) -> [Bucket; 2] {
    let subject = of_firm(cx, address);
    STREAKS.map(|name| cx.keys.hmac(Purpose::Limit, &[name.as_bytes(), subject.as_bytes()]))
}

/// What was counted under retired keys goes on: a rotation gives nobody a hundred fresh tries (SEC-76).
async fn carry_over(cx: &Cx, address: &str) -> Result<(), AppError> {
    let (firm, subject) = (cx.firm.id, of_firm(cx, address));
    let all = STREAKS.map(|name| cx.keys.hmacs(Purpose::Limit, &[name.as_bytes(), subject.as_bytes()]));
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

/// One request for a reset.
///
/// # Errors
/// `TooMany`.
pub(crate) async fn forgot(cx: &Cx, address: &str) -> Result<(), AppError> {
    take(cx, FORGOT_IP, &ip(cx)).await?;
    take(cx, FORGOT, &of_firm(cx, address)).await
}

/// One code to be mailed. Codes that are used do not count (AUTH-10). Whoever works for the person hears that no more
/// are mailed.
///
/// # Errors
/// `TooMany`.
pub(super) async fn code_send(cx: &Cx, user: UserId) -> Result<(), AppError> {
    take(cx, CODE_SEND_IP, &ip(cx)).await?;
    let taken = take(cx, CODE_SEND, &user.to_string()).await;
    if matches!(taken, Err(AppError::TooMany(_))) {
        alerts::codes_locked(cx, user).await?;
    }
    taken
}

/// One try at a code.
///
/// # Errors
/// `TooMany`.
pub(super) async fn code_verify(cx: &Cx) -> Result<(), AppError> {
    take(cx, CODE_VERIFY_IP, &ip(cx)).await
}

/// A code was right. An office behind one address signs in every morning: that is no attack on anybody.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn forget_codes(cx: &Cx, user: UserId) -> Result<(), AppError> {
    forget(cx, CODE_SEND, &user.to_string()).await?;
    forget(cx, CODE_SEND_IP, &ip(cx)).await
}

/// What to answer to a token that we never issued: `NotFound`, or `TooMany` to whoever goes on trying.
pub(crate) async fn unknown_token(cx: &Cx) -> AppError {
    take(cx, UNKNOWN_TOKEN_IP, &ip(cx)).await.err().unwrap_or(AppError::NotFound)
}

fn ip(cx: &Cx) -> String {
    limit_key(cx.source.ip)
}

/// The same address at two firms is two people.
fn of_firm(cx: &Cx, address: &str) -> String {
    format!("{}/{address}", cx.firm.id)
}
