//! The bridge: the team, one member, and the page of a mailed link with its two forms.

use super::list::AccountsOf;
use super::model::{JoinView, MemberCard, TeamList};
use crate::gate::prelude::*;
use crate::links::Opened;
use lists::Wanted;

crate::rule!(TEAM = "/api/access/team", May<Administer>);
crate::rule!(MEMBER = "/api/access/member", May<Administer>);
crate::rule!(JOIN = "/api/access/join", Guest);

/// Everybody who works for the firm, did, or is invited to.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`.
#[server(prefix = "/api", endpoint = "access/team")]
pub async fn read_team() -> Result<TeamList, AppError> {
    let (cx, staff) = TEAM.enter()?;
    super::server::reading::list(&cx, &staff).await
}

/// One member, with the assigned accounts or those that match the search.
///
/// # Errors
/// `NotSignedIn`, `NotAllowed`, `NotFound`.
#[server(prefix = "/api", endpoint = "access/member")]
pub async fn read_member(
    member: String,
    #[server(default)] wanted: Wanted<AccountsOf>,
) -> Result<MemberCard, AppError> {
    let (cx, staff) = MEMBER.enter()?;
    super::server::reading::card(&cx, &staff, &member, &wanted).await
}

/// What the link of this name is good for, without a name the newest; nothing when this browser does not hold it. Reads only:
/// scanners and previews may ask as often as they like (SEC-16).
///
/// # Errors
/// `NotFound` for a link we never made; `TooMany` after thirty of those from one place.
#[server(prefix = "/api", endpoint = "access/join")]
pub async fn read_join(#[server(default)] link: String) -> Result<Option<Opened<JoinView>>, AppError> {
    let (cx, _guest) = JOIN.enter()?;
    let Some(link) = crate::links::opened::<super::Joins>(&cx, &link).await? else { return Ok(None) };
    Ok(Some(link.shows(super::server::join::view(&cx, &link).await?)))
}

crate::command!(JoinTeam: crate::links::ByLink<super::Joins>, again |it, _cx, error| {
    let page = super::LINK.page_of(&it.link);
    match error {
        // Somebody was faster, or it is over: the page says how things stand.
        AppError::Conflict => Again::leading_to(page),
        _ => Again::on(page, "join").with("name", super::server::joining::kept(&it.name)),
    }
});

/// Accepts by the link: with `name` and `password`; neither for somebody who has a login already.
///
/// # Errors
/// `Conflict` when the link is not open any more; `Invalid` with everything that is wrong, which leaves it good; `TooMany`.
#[server(protocol = ByForm, prefix = "", endpoint = "join")]
pub async fn join_team(
    link: String,
    #[server(default)] name: String,
    #[server(default)] password: String,
) -> Result<Done, AppError> {
    let (cx, held) = JoinTeam::enter()?;
    let _ = link;
    let visitor = crate::gate::sender();
    let Some(started) = super::server::joining::accept(&cx, &visitor, held, &name, &password).await? else {
        let said = i18n::tl!(cx.locale, "team.join.sign_in_now", firm = cx.firm.name);
        return Ok(Done::at(paths::sign_in_then(paths::ACCOUNTS)).notice(said));
    };
    let said = i18n::tl!(cx.locale, "team.join.welcome", firm = cx.firm.name);
    Ok(Done::at(paths::ACCOUNTS).cookies(started.cookies()).notice(said))
}

crate::command!(RenewJoinLink: crate::links::ByLink<super::Joins>, again |it, _cx, error| {
    let page = super::LINK.page_of(&it.link);
    if *error == AppError::Conflict { Again::leading_to(page) } else { Again::on(page, "again") }
});

/// Asks for another invitation to the same address.
///
/// # Errors
/// `Conflict` for a link that cannot be renewed, which its page says; `TooMany`.
#[server(protocol = ByForm, prefix = "", endpoint = "join/again")]
pub async fn renew_join_link(link: String) -> Result<Done, AppError> {
    use super::server::renewal::{Renewed, renew};
    let (cx, held) = RenewJoinLink::enter()?;
    let done = Done::at(held.page());
    let _ = link;
    Ok(match renew(&cx, &held).await?.ok_or(AppError::Conflict)? {
        Renewed::Sent(masked) => {
            let text = i18n::tl!(cx.locale, "invitations.again.sent", email = masked);
            done.notice(crate::mail_state::said_outside(&cx, text).await)
        }
        Renewed::PassedOn => done.notice(i18n::tl!(cx.locale, "team.join.passed_on", firm = cx.firm.name)),
    })
}
