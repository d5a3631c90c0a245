//! The bridge: the list, and one contact.

use super::model::{ContactCard, ContactPart};
use kernel::AppError;
use leptos::prelude::*;

access::rule!(LIST = "/api/clients/contacts", Staff);
access::rule!(CARD = "/api/clients/contact", Staff);

/// So many parts of the contacts that this staff member may see.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "clients/contacts")]
pub async fn contact_list(
    search: String,
    after: Option<String>,
    #[server(default)] parts: usize,
) -> Result<ContactPart, AppError> {
    let (cx, staff) = LIST.enter()?;
    super::server::listing::parts(&cx, &staff, &search, after.as_deref(), parts).await
}

/// One contact.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "clients/contact")]
pub async fn read_contact(id: String) -> Result<ContactCard, AppError> {
    let (cx, staff) = CARD.enter()?;
    super::server::reading::card(&cx, &staff, &id).await
}
