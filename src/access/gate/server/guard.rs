//! The request and the visitor, as the page or the server function finds them.

use super::Visitor;
use crate::gate::rules::LONGEST_DELAY;
use i18n::tl;
use kernel::{AppError, Locale};
use leptos::prelude::use_context;
use platform::Cx;

/// The request being answered.
///
/// # Errors
/// `Internal` when asked outside a request, which is a fault of ours.
pub fn cx() -> Result<Cx, AppError> {
    use_context::<Cx>().ok_or_else(|| AppError::Internal(platform::incident::log_text("gate", "no request")))
}

/// Whoever asks.
///
/// # Errors
/// As [`cx`].
pub fn visitor() -> Result<Visitor, AppError> {
    use_context::<Visitor>()
        .ok_or_else(|| AppError::Internal(platform::incident::log_text("gate", "no visitor")))
}

/// An error in a person's words, for a form's summary.
#[must_use]
pub fn in_words(locale: Locale, error: &AppError) -> String {
    match error {
        AppError::NotSignedIn => tl!(locale, "common.error.not_signed_in"),
        AppError::NotAllowed => tl!(locale, "common.error.not_allowed"),
        AppError::ProofNeeded => tl!(locale, "common.error.proof_needed"),
        AppError::NotFound => tl!(locale, "common.error.not_found"),
        AppError::Invalid(_) => tl!(locale, "common.problem_title"),
        AppError::Refused(said) => said.text.clone(),
        AppError::TooMany(seconds @ ..=LONGEST_DELAY) => {
            tl!(locale, "common.error.too_soon", seconds = seconds)
        }
        AppError::TooMany(seconds) => tl!(locale, "common.error.too_many", minutes = seconds.div_ceil(60)),
        AppError::Busy => tl!(locale, "common.error.busy"),
        AppError::Away => tl!(locale, "common.error.no_database"),
        AppError::Conflict => tl!(locale, "common.error.conflict"),
        AppError::BadRequest => tl!(locale, "common.error.bad_request"),
        AppError::Offline => tl!(locale, "common.offline"),
        AppError::Unreadable => tl!(locale, "common.error.unreadable"),
        AppError::Internal(id) => tl!(locale, "common.error.internal", id = id),
    }
}
