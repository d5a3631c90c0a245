//! The bridge: what the page of an invitation asks, and its two forms.

use super::{Beginning, InvitationView};
use crate::gate::prelude::*;
use crate::links::Opened;

crate::rule!(VIEW = "/api/access/invitation", Guest);

/// What the link of this name is good for, without a name the newest; nothing when this browser does not hold it. Reads only:
/// scanners and previews may ask as often as they like (SEC-16).
///
/// # Errors
/// `NotFound` for a link we never made; `TooMany` after thirty of those from one place.
#[server(prefix = "/api", endpoint = "access/invitation")]
pub async fn invitation(#[server(default)] link: String) -> Result<Option<Opened<InvitationView>>, AppError> {
    let (cx, _guest) = VIEW.enter()?;
    let Some(link) = crate::links::opened::<super::Invited>(&cx, &link).await? else { return Ok(None) };
    let view = super::server::view_for(&cx, &crate::gate::visitor()?, &link).await?;
    Ok(Some(link.shows(view)))
}

crate::command!(ActivateLogin: crate::links::ByLink<super::Invited>, again |it, _cx, error| {
    let page = super::LINK.page_of(&it.link);
    match (error, it.how) {
        // Somebody was faster, or it is over: the page says how things stand.
        (AppError::Conflict, _) => Again::leading_to(page),
        (_, Beginning::Anew) => Again::on(page, "activate"),
        (_, Beginning::GoOn) => Again::on(page, "go_on"),
    }
});

/// Begins by the link: with `password`, in the language `locale`; or as the sign-in of the address that this one replaces, with
/// `old_password` where it is not signed in in this browser.
///
/// # Errors
/// `Conflict` when the link is not open any more; `Invalid` for a weak or wrong password, which leaves it good; `TooMany`.
#[server(protocol = ByForm, prefix = "", endpoint = "invite")]
pub async fn activate_login(
    link: String,
    #[server(default)] how: Beginning,
    #[server(default)] password: String,
    #[server(default)] locale: String,
    #[server(default)] old_password: String,
) -> Result<Done, AppError> {
    let (cx, held) = ActivateLogin::enter()?;
    let _ = link;
    let visitor = crate::gate::sender();
    let begun = match how {
        Beginning::Anew => super::server::anew(&cx, &visitor, held, &password, &locale).await?,
        Beginning::GoOn => super::server::go_on(&cx, &visitor, held, &old_password).await?,
    };
    let said = i18n::tl!(begun.speaks, "invitations.welcome", firm = cx.firm.name);
    Ok(Done::at(begun.to).cookies(begun.cookies).notice(said))
}

crate::command!(RenewInvitation: crate::links::ByLink<super::Invited>, again |it, _cx, error| {
    let page = super::LINK.page_of(&it.link);
    if *error == AppError::Conflict { Again::leading_to(page) } else { Again::on(page, "again") }
});

/// Mails another invitation to the address that the link was made for, and to no other (INV-5).
///
/// # Errors
/// `Conflict` for a link that cannot be renewed, which its page says; `TooMany`.
#[server(protocol = ByForm, prefix = "", endpoint = "invite/again")]
pub async fn renew_invitation(link: String) -> Result<Done, AppError> {
    let (cx, held) = RenewInvitation::enter()?;
    let _ = link;
    let page = held.page();
    let masked = super::server::renew(&cx, held).await?.ok_or(AppError::Conflict)?;
    let text = i18n::tl!(cx.locale, "invitations.again.sent", email = masked);
    Ok(Done::at(page).notice(crate::mail_state::said_outside(&cx, text).await))
}
