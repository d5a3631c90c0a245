//! The bridge: what the page behind "Stop this change" asks, and the forms about an old address.

use super::model::{Answer, StopView};
use access::gate::prelude::*;
use access::links::Opened;

access::rule!(VIEW = "/api/clients/address-change", Guest);

/// What the link of this name is good for, without a name the newest; nothing when this browser does not hold it. Reads only:
/// scanners and previews may ask as often as they like (SEC-16).
///
/// # Errors
/// `NotFound` for a link we never made; `TooMany` after thirty of those from one place.
#[server(prefix = "/api", endpoint = "clients/address-change")]
pub async fn address_change(#[server(default)] link: String) -> Result<Option<Opened<StopView>>, AppError> {
    let (cx, _guest) = VIEW.enter()?;
    let Some(link) = access::links::opened::<super::StopsChange>(&cx, &link).await? else { return Ok(None) };
    Ok(Some(link.shows(super::server::stopping::view(&cx, &link).await?)))
}

access::command!(KeepOldAddress: Proven<May<ManageAccounts>>, "switch" on |it| paths::account_info(&it.code));

/// Takes the new address back, so that the old one stays.
///
/// # Errors
/// `Conflict` when it was accepted, or nothing is being replaced.
#[server(protocol = ByForm, prefix = "", endpoint = "app/accounts/{code}/info/emails/{setting}/keep")]
pub async fn keep_old_address(code: String, setting: String) -> Result<Done, AppError> {
    let (cx, staff) = KeepOldAddress::enter()?;
    let id = kernel::SettingId::known(&setting)?;
    let old = super::server::actions::keep_old(&cx, &staff, &code, id).await?;
    let said = i18n::tl!(cx.locale, "address_changes.keep.done", old = old);
    Ok(Done::at(paths::account_info(&code)).notice(said))
}

access::command!(AnswerOldAddress: May<ManageAccounts>, again |it, _cx, _error| {
    match paths::named_info(&it.account) {
        Some(info) => Again::on(info, "switch"),
        None => Again::on(paths::contact(&it.id), format!("old-{}", it.address)),
    }
});

/// Answers whether an old address is to go; `account` is the short id of the one on whose Info tab the question stands.
///
/// # Errors
/// `Conflict` when it was answered already; `Refused` when the contact has accounts that this person does not see.
#[server(protocol = ByForm, prefix = "", endpoint = "app/contacts/{id}/emails/{address}/old")]
pub async fn answer_old_address(
    id: String,
    address: String,
    answer: Answer,
    #[server(default)] account: String,
) -> Result<Done, AppError> {
    let (cx, staff) = AnswerOldAddress::enter()?;
    let (contact, old) = (kernel::ContactId::known(&id)?, kernel::EmailId::known(&address)?);
    let old = super::server::old_address::answer(&cx, &staff, contact, old, answer).await?;
    let said = match answer {
        Answer::Remove => i18n::tl!(cx.locale, "address_changes.question.removed", old = old),
        Answer::Keep => i18n::tl!(cx.locale, "address_changes.question.kept", old = old),
    };
    Ok(Done::at(paths::named_info(&account).unwrap_or_else(|| paths::contact(&id))).notice(said))
}

// It was stopped, accepted or over before: the page says which.
access::command!(StopAddressChange: access::links::ByLink<super::StopsChange>, again |it, _cx, _error| {
    Again::leading_to(super::LINK.page_of(&it.link))
});

/// Stops the change that the link is about.
///
/// # Errors
/// `Conflict` when it was stopped, accepted or over before.
#[server(protocol = ByForm, prefix = "", endpoint = "address-change")]
pub async fn stop_address_change(link: String) -> Result<Done, AppError> {
    let (cx, held) = StopAddressChange::enter()?;
    super::server::stopping::stop(&cx, &held).await?;
    let _ = link;
    Ok(Done::at(held.page()))
}
