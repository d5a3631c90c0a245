//! The bridge: the list, and one contact.

use super::list::Contacts;
use super::model::{ContactCard, ContactRow};
use kernel::AppError;
use leptos::prelude::*;
use lists::{Part, Wanted};

access::rule!(LIST = "/api/clients/contacts", Staff);
access::rule!(CARD = "/api/clients/contact", Staff);

/// The contacts that this staff member may see, as far as they are wanted.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "clients/contacts")]
pub async fn contact_list(#[server(default)] wanted: Wanted<Contacts>) -> Result<Part<ContactRow>, AppError> {
    let (cx, staff) = LIST.enter()?;
    super::server::listing::list(&cx, &staff, &wanted).await
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
