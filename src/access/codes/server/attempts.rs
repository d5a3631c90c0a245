//! Trying a code that was typed.

use super::bound::Bound;
use super::store;
use crate::codes::rules::{self, DIGITS};
use i18n::{said, tl, tln};
use kernel::{AppError, Locale, Ts};
use platform::Cx;
use platform::db::Tx;
use platform::keys::Purpose;

/// What came of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    Right,
    /// So many attempts are left.
    Wrong(i64),
    /// That was one too many: all codes of the thing are void.
    Last,
}

/// Compares what was typed with the codes that count. `nth` says which attempt at this thing it is, counted by the caller in
/// this transaction and under a lock of the thing, all codes together; it stays counted, so a wrong code is no error here: an
/// error would undo the count.
pub async fn attempt(tx: &mut Tx, cx: &Cx, bound: Bound, code: &str, nth: i64) -> Result<Attempt, AppError> {
    // Under every key: a code that was mailed before the master key was rotated still counts (SEC-76).
    let wanted = cx.keys.hmacs(Purpose::Code, &bound.parts(code));
    let live = store::live(tx, cx.firm.id, &bound, cx.now()).await?;
    if live.iter().any(|known| wanted.iter().any(|wanted| rules::same(&known.code_hmac, wanted))) {
        return Ok(Attempt::Right);
    }
    let most = bound.purpose.max_attempts;
    if nth < most {
        return Ok(Attempt::Wrong(most - nth));
    }
    void_all(tx, cx, bound).await?;
    Ok(Attempt::Last)
}

/// Voids all codes of this thing.
pub(crate) async fn void_all(tx: &mut Tx, cx: &Cx, bound: Bound) -> Result<(), AppError> {
    Ok(store::void_all(tx, cx.firm.id, &bound, cx.now()).await?)
}

/// Reads what was typed into the field `code`.
///
/// # Errors
/// `Invalid` at the field `code` when it cannot be one, which costs no attempt.
pub fn read(l: Locale, typed: &str) -> Result<String, AppError> {
    rules::typed(typed)
        .ok_or_else(|| AppError::field("code", said!(l, "sign_in.code_malformed", digits = DIGITS)))
}

/// The refusal of a wrong code at the field `code`, with how many attempts are left.
#[must_use]
pub fn wrong(l: Locale, purpose: rules::Purpose, left: i64) -> AppError {
    let wrong = tl!(l, "sign_in.code_wrong", minutes = purpose.life / Ts::MINUTE);
    let left = tln!(l, "sign_in.left", left);
    AppError::field("code", format!("{wrong} {left}"))
}
