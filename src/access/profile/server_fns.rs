//! The bridge to one's own profile.

use crate::profile::Profile;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(MINE = "/api/access/profile", SignedIn);

/// What whoever asks keeps about themselves.
///
/// # Errors
/// `NotSignedIn`.
#[server(prefix = "/api", endpoint = "access/profile")]
pub async fn my_profile() -> Result<Profile, AppError> {
    let (cx, who) = MINE.enter()?;
    super::server::read(&cx, &who).await
}
