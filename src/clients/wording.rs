//! Faults and refusals in a person's words.

use i18n::t;
use kernel::AppError;

/// Why a change made in place was not saved, in the page's language.
pub(crate) fn say(error: &AppError) -> String {
    match error {
        AppError::NotSignedIn => t!("common.error.not_signed_in"),
        AppError::NotAllowed => t!("common.error.not_allowed"),
        AppError::ProofNeeded => t!("common.error.proof_needed"),
        AppError::NotFound => t!("common.error.not_found"),
        AppError::Invalid(faults) => {
            faults.first().map_or_else(|| t!("common.problem_title"), |fault| fault.said.text.clone())
        }
        AppError::Refused(said) => said.text.clone(),
        AppError::TooMany(seconds) => t!("common.error.too_many", minutes = seconds.div_ceil(60)),
        AppError::Busy => t!("common.error.busy"),
        AppError::Away => t!("common.error.no_database"),
        AppError::Conflict => t!("common.error.conflict"),
        AppError::BadRequest => t!("common.error.bad_request"),
        AppError::Offline => t!("common.offline"),
        AppError::Unreadable => t!("common.error.unreadable"),
        AppError::Internal(id) => t!("common.error.internal", id = id),
    }
}
