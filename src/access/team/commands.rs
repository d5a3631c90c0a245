//! What owner and admins change about the team. What opens doors for others takes a recent password; what cannot be taken back
//! alone asks for it at all times.

use crate::gate::prelude::*;
use kernel::Role;
use kernel::form::Ticked;

/// With one value a right; an empty one is a box that was not ticked.
#[cfg(not(target_arch = "wasm32"))]
fn with_boxes(again: Again, ticked: &Ticked) -> Again {
    kernel::Right::ALL.into_iter().fold(again, |again, right| {
        again.with(right.key(), if ticked.has(right.key()) { "true" } else { "" })
    })
}

crate::command!(InviteMember: Proven<May<Administer>>, again |it, _cx, _error| {
    let again = Again::on(paths::TEAM_INVITE, "invite")
        .keeping(&["name", "email", "role", "locale"])
        .cut_to(crate::gate::LONGEST_KEPT);
    with_boxes(again, &it.ticked)
});

/// Invites a colleague; with one box a right.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/team/invite")]
pub async fn invite_member(
    name: String,
    email: String,
    role: String,
    #[server(default)] locale: String,
    #[server(flatten)] ticked: Ticked,
) -> Result<Done, AppError> {
    let (cx, staff) = InviteMember::enter()?;
    let typed = [&*name, &email, &role, &locale];
    let draft = super::server::invites::Draft::parse(&cx, &staff, typed, super::rules::rights(&ticked))?;
    super::server::invites::invite(&cx, &staff, draft).await?;
    let said = i18n::tl!(cx.locale, "team.invite.done", email = email.trim());
    Ok(Done::at(paths::TEAM).notice(crate::mail_state::said(&cx, said).await))
}

crate::command!(ResendInvitation: Proven<May<Administer>>, "team" on |_it| paths::TEAM);

/// Mails the invitation once more.
#[server(
    protocol = ByForm,
    prefix = "",
    endpoint = "app/settings/team/invitations/{invitation}/resend"
)]
pub async fn resend_invitation(invitation: String) -> Result<Done, AppError> {
    let (cx, staff) = ResendInvitation::enter()?;
    let id = kernel::InvitationId::known(&invitation)?;
    let email = super::server::invites::resend(&cx, &staff, id).await?;
    let said = i18n::tl!(cx.locale, "team.invite.done", email = email);
    Ok(Done::at(paths::TEAM).notice(crate::mail_state::said(&cx, said).await))
}

crate::command!(WithdrawInvitation: Proven<May<Administer>>, "team" on |_it| paths::TEAM);

/// Takes the invitation back.
#[server(
    protocol = ByForm,
    prefix = "",
    endpoint = "app/settings/team/invitations/{invitation}/withdraw"
)]
pub async fn withdraw_invitation(invitation: String) -> Result<Done, AppError> {
    let (cx, staff) = WithdrawInvitation::enter()?;
    let id = kernel::InvitationId::known(&invitation)?;
    let email = super::server::invites::withdraw(&cx, &staff, id).await?;
    Ok(Done::at(paths::TEAM).notice(i18n::tl!(cx.locale, "team.invite.withdrawn", email = email)))
}

crate::command!(ChangeMember: Proven<May<Administer>>, again |it, _cx, error| {
    let again = Again::on(paths::member(&it.member), "rights");
    match error {
        // What is stored is shown, not what was ticked: it would overwrite the colleague's decision.
        AppError::Conflict => again,
        _ => {
            let again = it.role.into_iter().fold(again, |again, role| again.with("role", role.key()));
            with_boxes(again.keeping(&["version"]), &it.ticked)
        }
    }
});

/// Changes somebody's rights, one box each, and where the owner asks their role.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/team/{member}")]
pub async fn change_member(
    member: String,
    version: i64,
    #[server(default)] role: Option<Role>,
    #[server(flatten)] ticked: Ticked,
) -> Result<Done, AppError> {
    let (cx, staff) = ChangeMember::enter()?;
    let user = kernel::UserId::known(&member)?;
    let rights = super::rules::rights(&ticked);
    super::server::members::change_rights(&cx, &staff, user, version, role, rights).await?;
    Ok(Done::at(paths::member(&member)).notice(i18n::tl!(cx.locale, "common.saved")))
}

crate::command!(
    AssignAccount: Proven<May<Administer>>,
    "member" on |it| lists::Wanted::<super::list::AccountsOf>::searching(&it.q).href(&paths::member(&it.member))
);

/// Says that somebody works for the account of this short id, or no longer; `q` is what was searched for.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/team/{member}/accounts")]
pub async fn assign_account(
    member: String,
    account: String,
    on: bool,
    #[server(default)] q: String,
) -> Result<Done, AppError> {
    let (cx, staff) = AssignAccount::enter()?;
    let user = kernel::UserId::known(&member)?;
    let name = super::server::assignments::set(&cx, &staff, user, &account, on).await?;
    let said = if on {
        i18n::tl!(cx.locale, "team.accounts.added", account = name)
    } else {
        i18n::tl!(cx.locale, "team.accounts.removed", account = name)
    };
    let accounts = lists::Wanted::<super::list::AccountsOf>::searching(&q);
    Ok(Done::at(accounts.href(&paths::member(&member))).notice(said))
}

crate::command!(DeactivateMember: Proven<May<Administer>>, again |it, _cx, error| {
    let page = paths::member(&it.member);
    match error {
        AppError::Invalid(_) => Again::on(format!("{page}?ask=deactivate"), "deactivate")
            .keeping(&["successor"])
            .cut_to(crate::gate::LONGEST_KEPT),
        _ => Again::on(page, "member"),
    }
});

/// Ends somebody's work here; whoever is named gets their accounts as well. Who works for none is asked for nobody.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/team/{member}/deactivate")]
pub async fn deactivate_member(
    member: String,
    #[server(default)] successor: String,
) -> Result<Done, AppError> {
    let (cx, staff) = DeactivateMember::enter()?;
    let user = kernel::UserId::known(&member)?;
    let successor = super::server::members::successor(&cx, &successor)?;
    super::server::members::deactivate(&cx, &staff, user, successor).await?;
    Ok(Done::at(paths::member(&member)).notice(i18n::tl!(cx.locale, "team.deactivate.done")))
}

crate::command!(ReactivateMember: Proven<May<Administer>>, "member" on |it| paths::member(&it.member));

/// Brings somebody back.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/team/{member}/reactivate")]
pub async fn reactivate_member(member: String) -> Result<Done, AppError> {
    let (cx, staff) = ReactivateMember::enter()?;
    super::server::members::reactivate(&cx, &staff, kernel::UserId::known(&member)?).await?;
    Ok(Done::at(paths::member(&member)).notice(i18n::tl!(cx.locale, "team.reactivate.done")))
}

crate::command!(
    HandOver: crate::step_up::JustProven<May<Own>>,
    "owner" on |it| format!("{}?ask=owner", paths::member(&it.member.to_string()))
);

/// Makes somebody else the owner. The password is in this form.
#[server(protocol = ByForm, prefix = "", endpoint = "app/settings/team/owner")]
pub async fn hand_over(member: kernel::UserId) -> Result<Done, AppError> {
    let (cx, staff) = HandOver::enter()?;
    let name = super::server::members::hand_over(&cx, &staff, member).await?;
    Ok(Done::at(paths::TEAM).notice(i18n::tl!(cx.locale, "team.owner.done", name = name)))
}
