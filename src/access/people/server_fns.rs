//! The bridge to the people of an account.

use crate::people::People;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(PEOPLE = "/api/access/people", Client);

/// Who has access to this account, for one of them.
///
/// # Errors
/// `NotSignedIn`; `NotFound` without a grant.
#[server(prefix = "/api", endpoint = "access/people")]
pub async fn account_people(account: String) -> Result<People, AppError> {
    let (cx, client) = PEOPLE.client_of(&account).await?;
    super::server::people(&cx, &client).await
}
