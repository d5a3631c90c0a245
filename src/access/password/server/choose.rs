//! Taking a new password: the rule, the hash, and what else ends with the old one.

use crate::known_browsers;
use crate::links::{self, Whose};
use crate::password::{LINK, MAX_CHARS, MIN_CHARS, PasswordProblem, password_problem};
use crate::sessions;
use directory::people;
use i18n::said;
use kernel::{AppError, UserId};
use platform::common_passwords::{Weakness, weakness};
use platform::db::Tx;
use platform::hashing::HashError;
use platform::incident;
use platform::secret::Secret;
use platform::{Cx, Platform};

/// Refuses a password that the rule does not allow, with the reason, at this field of the form.
/// `name` and `email` are the person's: words others would try.
///
/// # Errors
/// `Invalid`.
pub fn refuse_weak(cx: &Cx, field: &str, password: &str, name: &str, email: &str) -> Result<(), AppError> {
    let l = cx.locale;
    let (local, domain) = email.split_once('@').unwrap_or((email, ""));
    let context = [cx.firm.name.as_str(), "Portico", name, email, local, domain];
    let text = match password_problem(password, &context) {
        Some(PasswordProblem::TooShort(_)) => said!(l, "password.too_short", min = MIN_CHARS),
        Some(PasswordProblem::TooLong) => said!(l, "password.too_long", max = MAX_CHARS),
        Some(PasswordProblem::Known) => said!(l, "password.known"),
        None => match weakness(password, &context) {
            None => return Ok(()),
            Some(Weakness::Common) => said!(l, "password.common"),
            Some(Weakness::Context(word)) => said!(l, "password.context", word = word),
            Some(Weakness::Repeats) => said!(l, "password.repeats"),
            Some(Weakness::Sequence) => said!(l, "password.sequence"),
        },
    };
    Err(AppError::field(field, text))
}

/// The hash to store. Never inside a transaction: it takes a while (REL-4).
///
/// # Errors
/// `Busy` when too many passwords are being hashed.
pub async fn hash(platform: &Platform, password: &str) -> Result<String, AppError> {
    platform.hasher.hash(password).await.map_err(in_words)
}

/// What hashing's refusals mean to whoever asked.
fn in_words(error: HashError) -> AppError {
    match error {
        HashError::Busy => AppError::Busy,
        HashError::TooLong => AppError::BadRequest,
        HashError::Unreadable => AppError::Internal(incident::log("password", &error)),
    }
}

/// Voids every reset link that this person could still use.
pub async fn void_resets(tx: &mut Tx, cx: &Cx, user: UserId) -> Result<(), AppError> {
    links::supersede(tx, cx, LINK, Whose::Of(user.0)).await
}

/// Stores a new password: every session and waiting code of this person ends, every reset sent to them is void (AUTH-5,
/// SEC-15), and only the browser in which this happens is still known as theirs (SEC-8), if it was: then by this token.
///
/// # Errors
/// `NotFound` when there is no such user in this firm.
pub async fn set(tx: &mut Tx, cx: &Cx, user: UserId, hash: &str) -> Result<Option<Secret<String>>, AppError> {
    if !people::set_password(tx, cx.firm.id, user, hash, cx.now()).await? {
        return Err(AppError::NotFound);
    }
    void_resets(tx, cx, user).await?;
    sessions::end_all_of_user(tx, cx, user, None).await?;
    known_browsers::begin_anew(tx, cx, user).await
}
