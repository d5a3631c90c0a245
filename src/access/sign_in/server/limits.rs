//! How often one may try (SEC-7). Counted before anything is looked up, so the answer is the same for addresses
//! we know and those we do not.

use crate::alerts;
use kernel::{AppError, Ts, UserId};
use platform::Cx;
use platform::limits::{Limit, count, forget, take};
use platform::net::limit_key;

const PASSWORD: Limit = Limit::new("password", 10, 15 * Ts::MINUTE);
const PASSWORD_IP: Limit = Limit::new("password-ip", 50, 15 * Ts::MINUTE);
/// Wrong passwords in a row, however slowly: then only a reset helps (NIST SP 800-63B, 3.2.2).
const PASSWORD_STREAK: Limit = Limit::new("password-streak", 100, 365 * Ts::DAY);
/// Tries from a browser that its owner signed in with before (SEC-8).
const PASSWORD_KNOWN: Limit = Limit::new("password-known", 10, 15 * Ts::MINUTE);
const FORGOT: Limit = Limit::new("forgot", 3, Ts::HOUR);
const FORGOT_IP: Limit = Limit::new("forgot-ip", 20, Ts::HOUR);
const CODE_SEND: Limit = Limit::new("code-send", 5, Ts::HOUR);
const CODE_SEND_IP: Limit = Limit::new("code-send-ip", 20, Ts::HOUR);
const CODE_VERIFY_IP: Limit = Limit::new("code-verify-ip", 50, 15 * Ts::MINUTE);
const UNKNOWN_TOKEN_IP: Limit = Limit::new("unknown-token-ip", 30, 10 * Ts::MINUTE);

/// One try at a password. `address` is normalised, or whatever was typed. `known` names the browser of its owner, whose
/// tries nobody else can use up.
///
/// # Errors
/// `TooMany`.
pub(crate) async fn password(cx: &Cx, address: &str, known: Option<&str>) -> Result<(), AppError> {
    if let Some(browser) = known {
        return take(cx, PASSWORD_KNOWN, browser).await;
    }
    take(cx, PASSWORD_IP, &ip(cx)).await?;
    take(cx, PASSWORD, &of_firm(cx, address)).await?;
    take(cx, PASSWORD_STREAK, &of_firm(cx, address)).await
}

/// Tries at this address since its password was last right, by browsers we do not know.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn tries_before(cx: &Cx, address: &str) -> Result<i64, AppError> {
    count(cx, PASSWORD_STREAK, &of_firm(cx, address)).await
}

/// The password was right, or was set anew.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn forget_password(cx: &Cx, address: &str) -> Result<(), AppError> {
    forget(cx, PASSWORD, &of_firm(cx, address)).await?;
    forget(cx, PASSWORD_STREAK, &of_firm(cx, address)).await
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
