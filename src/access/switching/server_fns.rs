//! The bridge: the home of an account, and the choices an open page makes without leaving.

use super::HomeView;
use crate::gate::VisitorCard;
use crate::gate::prelude::*;

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

crate::command!(ChooseAccount: Client, "choose" on |_it| paths::CHOOSE);

/// Answers the question with an account, and goes there: to `next`, where that is a page of this account.
#[server(protocol = ByForm, prefix = "", endpoint = "choose-account")]
pub async fn choose_account(
    #[server(default)] account: String,
    #[server(default)] next: String,
) -> Result<Done, AppError> {
    let (cx, _client) = ChooseAccount::enter()?;
    let (code, token) = super::server::choose(&cx, &crate::gate::sender(), &account).await?;
    let to = super::rules::within_or_home(&next, &code);
    Ok(Done::at(to).cookies(vec![crate::gate::Cookie::session(token.expose())]))
}

crate::command!(Stay: ClientOf, "*" on |it| paths::portal_home(&it.account));

/// The chooser was closed: the answer is the account that is open.
#[server(protocol = ByForm, prefix = "", endpoint = "portal/{account}/stay")]
pub async fn stay(account: String) -> Result<Done, AppError> {
    let (cx, client) = Stay::enter()?;
    super::server::stay(&cx, &client).await?;
    Ok(Done::at(paths::portal_home(&account)))
}

crate::command!(DismissBanner: ClientOf, "*" on |it| paths::portal_home(&it.account));

/// The banner was closed, until the next sign-in (SW-3).
#[server(protocol = ByForm, prefix = "", endpoint = "portal/{account}/banner")]
pub async fn dismiss_banner(account: String, back: String) -> Result<Done, AppError> {
    let (cx, client) = DismissBanner::enter()?;
    super::server::dismiss(&cx, &client).await?;
    Ok(Done::at(super::rules::within_or_home(&back, &account)))
}
