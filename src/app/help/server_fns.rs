//! The bridge to the texts for clients: the browser holds one language only, and clients may read another.

use super::model::HelpTexts;
use kernel::AppError;
use leptos::prelude::*;

access::rule!(TEXTS = "/api/app/help/texts", Staff);

/// What to write to a client about each topic, in this language or else the reader's.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "app/help/texts")]
pub async fn client_texts(lang: String) -> Result<HelpTexts, AppError> {
    let (cx, _staff) = TEXTS.enter()?;
    Ok(super::texts::all(&cx, &lang))
}
