//! The bridge: the home of an account, and the choices an open page makes without leaving.

use super::HomeView;
use crate::gate::VisitorCard;
use kernel::AppError;
use leptos::prelude::*;

crate::rule!(HOME = "/api/access/portal_home", Client);

/// The home of this account.
///
/// # Errors
/// `NotFound` without a grant.
#[server(prefix = "/api", endpoint = "access/portal_home")]
pub async fn portal_home(account: String) -> Result<HomeView, AppError> {
    let (cx, client) = HOME.client_of(&account).await?;
    super::server::home(&cx, &client).await
}

/// Where [`who_am_i`] is; asked by pages, not by people.
pub const WHO_PATH: &str = "/api/access/who";
crate::rule!(WHO = WHO_PATH, SignedIn);

/// Who this browser is now; asked again when news says that something about it has changed.
///
/// # Errors
/// `NotSignedIn` when the session has ended.
#[server(prefix = "/api", endpoint = "access/who")]
pub async fn who_am_i() -> Result<VisitorCard, AppError> {
    WHO.enter()?;
    Ok(crate::gate::visitor()?.card())
}

crate::rule!(STAY = "/api/access/stay", Client);

/// The chooser was closed: the answer is the account that is open.
///
/// # Errors
/// `NotFound` without a grant.
#[server(prefix = "/api", endpoint = "access/stay")]
pub async fn stay(account: String) -> Result<(), AppError> {
    let (cx, client) = STAY.client_of(&account).await?;
    super::server::stay(&cx, &client).await
}

crate::rule!(BANNER = "/api/access/banner", Client);

/// The banner was closed, until the next sign-in (SW-3).
///
/// # Errors
/// `NotFound` without a grant.
#[server(prefix = "/api", endpoint = "access/banner")]
pub async fn dismiss_banner(account: String) -> Result<(), AppError> {
    let (cx, client) = BANNER.client_of(&account).await?;
    super::server::dismiss(&cx, &client).await
}
