//! Inviting, inviting again, taking back. Everything happens in the caller's transaction; the mail leaves with it.

use super::events::{AtItsRows, Seen, Sent};
use super::mails::InvitationMail;
use super::store::{self, InvitationRow, NewInvitation, Wanting};
use crate::gate::{May, Visitor, right::ManageAccounts};
use crate::invitations::{InvitationView, Invited, LINK, TakeOver, rules};
use crate::links::{self, ByLink, Link, Meanwhile, New, Standing, Whose, may_renew};
use crate::login_moves;
use crate::trusted_devices;
use i18n::said;
use kernel::{AppError, EmailAddress, InvitationId, Locale, MailId, SettingId, Ts, UserId};
use platform::db::{Conn, Tx};
use platform::unit::{By, Work};
use platform::{Cx, outbox};

/// Who is invited.
#[derive(Clone, Debug)]
pub struct Invitee {
    pub email: EmailAddress,
    pub name: String,
    /// The language of the mail.
    pub locale: Locale,
    /// The row of the Info tab that shows how the mail went.
    pub setting: Option<SettingId>,
    /// What the mail says the person gets access to.
    pub account_names: Vec<String>,
    /// The account that is new to somebody who was invited already and has not activated their access yet.
    pub adds: Option<String>,
}

/// Mails an invitation; older ones of that address end.
///
/// # Errors
/// `Refused` when the address has an active login, which is left as it is (INV-7); `TooMany` within a minute, or for the
/// sixth mail of a day (INV-6); `Invalid` on `message`.
pub async fn invite(
    tx: &mut Tx,
    cx: &Cx,
    staff: &May<ManageAccounts>,
    invitee: Invitee,
    message: &str,
) -> Result<InvitationId, AppError> {
    let message = message_of(cx, message)?;
    if store::was_activated(tx, cx.firm.id, invitee.email.norm()).await? {
        let email = invitee.email.shown();
        return Err(AppError::Refused(said!(cx.locale, "invitations.refused_active", email = email)));
    }
    let account = match invitee.setting {
        Some(setting) => store::account_of(tx, cx.firm.id, setting).await?,
        None => None,
    };
    let draft =
        Draft { invitee: &invitee, message, invited_by: Some(staff.user()), sender: Some(staff.name()) };
    let id = send(tx, cx, &draft).await?;
    let email = invitee.email.shown().to_owned();
    Work::on(tx, cx, staff).happened(Sent { id, account, email, renewed: false }).await?;
    Ok(id)
}

/// Writes down an invitation that `mail` brought to somebody who can sign in already, for staff who may not know that
/// (ROLE-3): it is limited and shown like any other. Nobody gets its link, and there is nothing to accept.
///
/// # Errors
/// As [`invite`], but for an active login.
pub async fn note(
    tx: &mut Tx,
    cx: &Cx,
    staff: &May<ManageAccounts>,
    invitee: Invitee,
    message: &str,
    mail: MailId,
) -> Result<(), AppError> {
    let message = message_of(cx, message)?;
    let (by, sender) = (Some(staff.user()), Some(staff.name()));
    let draft = Draft { invitee: &invitee, message, invited_by: by, sender };
    let account = match invitee.setting {
        Some(setting) => store::account_of(tx, cx.firm.id, setting).await?,
        None => None,
    };
    let (new, _) = write_down(tx, cx, &draft).await?;
    sent_with(tx, cx, &draft, &new, mail).await?;
    let (id, email) = (InvitationId(new.id), invitee.email.shown().to_owned());
    Work::on(tx, cx, staff).happened(Sent { id, account, email, renewed: false }).await
}

/// What is to be written to the person.
fn message_of<'a>(cx: &Cx, message: &'a str) -> Result<&'a str, AppError> {
    let message = message.trim();
    if message.chars().count() > rules::LONGEST_MESSAGE {
        let most = rules::LONGEST_MESSAGE;
        return Err(AppError::field("message", said!(cx.locale, "invitations.refused_message", most = most)));
    }
    Ok(message)
}

/// The address of somebody not yet active was changed: the old links end at once and say nothing of the new address,
/// the old address gets nothing, the new one is invited (INV-8). `None` when there was no mail to follow up, or the
/// new address is active already and needs none (ACC-5).
///
/// # Errors
/// As [`invite`].
pub async fn move_to(
    tx: &mut Tx,
    cx: &Cx,
    staff: &May<ManageAccounts>,
    old_norm: &str,
    new: Invitee,
) -> Result<Option<InvitationId>, AppError> {
    let mailed = links::revoke_all(tx, cx, LINK, Whose::At(old_norm)).await?;
    if mailed == 0 || store::was_activated(tx, cx.firm.id, new.email.norm()).await? {
        return Ok(None);
    }
    invite(tx, cx, staff, new, "").await.map(Some)
}

/// Takes back the open invitations of an address that is wanted nowhere any more: LOGIN was switched off, or the
/// account archived. Its owner trusts no browser from then on.
pub async fn revoke_if_unneeded(tx: &mut Tx, cx: &Cx, email_norm: &str) -> Result<(), AppError> {
    if store::wanting(tx, cx.firm.id, email_norm).await?.is_empty() {
        links::revoke_all(tx, cx, LINK, Whose::At(email_norm)).await?;
        // Whoever is let in again some day gives a code again (SEC-27).
        trusted_devices::forget_at(tx, cx, email_norm).await?;
    }
    Ok(())
}

/// Mails another invitation to the address this link was made for, and to no other (INV-5). Answers the address,
/// masked; `None` when the link is not one that can be renewed, which its page then says.
///
/// # Errors
/// `TooMany` as [`invite`].
pub(in crate::invitations) async fn renew(
    cx: &Cx,
    link: ByLink<Invited>,
) -> Result<Option<String>, AppError> {
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { renew_in(tx, &c, &link).await })).await
}

async fn renew_in(tx: &mut Tx, cx: &Cx, link: &ByLink<Invited>) -> Result<Option<String>, AppError> {
    let link = link.anew(tx, cx).await?;
    let found = find(tx, cx, &link).await?;
    if !may_renew(found.standing) {
        return Ok(None);
    }
    let row = found.row;
    let email = EmailAddress::stored(&row.email);
    let sender = store::inviter(tx, cx.firm.id, row.invited_by).await?;
    let masked = email.masked();
    let invitee = Invitee {
        name: row.name,
        locale: Locale::from_tag(&row.locale).unwrap_or(cx.firm.locale),
        setting: found.wanting.first().map(|wanting| wanting.setting_id),
        account_names: names(&found.wanting),
        adds: None,
        email,
    };
    let draft = Draft {
        invitee: &invitee,
        message: &row.message,
        invited_by: row.invited_by,
        sender: sender.as_deref(),
    };
    let id = send(tx, cx, &draft).await?;
    let email = invitee.email.shown().to_owned();
    Work::on(tx, cx, &By::guest()).happened(Sent { id, account: None, email, renewed: true }).await?;
    Ok(Some(masked))
}

/// What the page of this link shows to this visitor; changes nothing.
pub async fn view_for(
    cx: &Cx,
    visitor: &Visitor,
    link: &ByLink<Invited>,
) -> Result<InvitationView, AppError> {
    let mut conn = cx.db.read().await?;
    let found = find(&mut conn, cx, link).await?;
    let masked = kernel::email::mask(&found.row.email);
    let until = platform::when::show_with_zone(link.until(), cx.locale, cx.zone());
    Ok(match found.standing {
        Standing::Open => {
            let inviter = store::inviter(&mut conn, cx.firm.id, found.row.invited_by).await?;
            let row = found.row;
            let old = login_moves::old_login(&mut conn, cx, link.to()).await?;
            let signed_in = |user| visitor.signed_in().is_ok_and(|who| who.user() == user);
            InvitationView::Open {
                takes_over: old.map(|old| TakeOver {
                    masked: kernel::email::mask(&old.email),
                    signed_in: signed_in(old.user),
                }),
                inviter,
                locale: Locale::from_tag(&row.locale).unwrap_or(cx.firm.locale),
                accounts: names(&found.wanting),
                email: row.email,
                name: row.name,
                until,
            }
        }
        Standing::Expired => InvitationView::Expired { ended: until, masked },
        Standing::Newer => InvitationView::Newer { masked },
        Standing::Used => InvitationView::Used,
        Standing::Closed => InvitationView::Closed,
    })
}

/// As [`view_for`], to nobody in particular.
#[cfg(test)]
pub async fn view(cx: &Cx, token: &str) -> Result<InvitationView, AppError> {
    view_for(cx, &Visitor::nobody(), &links::testing::by(cx, token).await?).await
}

/// An invitation and where it stands now.
pub(super) struct Found {
    pub row: InvitationRow,
    pub standing: Standing,
    pub wanting: Vec<Wanting>,
}

/// The invitation that this link is.
pub(super) async fn find(conn: &mut Conn, cx: &Cx, link: &ByLink<Invited>) -> Result<Found, AppError> {
    let firm = cx.firm.id;
    let seen = store::seen(conn, firm, InvitationId(link.id()), link.to()).await?;
    let seen = seen.ok_or(AppError::NotFound)?;
    let wanting = store::wanting(conn, firm, link.to()).await?;
    let since = Meanwhile { reached: seen.reached > 0, unwanted: wanting.is_empty() };
    Ok(Found { row: seen.row, standing: link.standing(since, cx.now()), wanting })
}

/// An invitation on its way.
struct Draft<'a> {
    invitee: &'a Invitee,
    message: &'a str,
    invited_by: Option<UserId>,
    sender: Option<&'a str>,
}

async fn send(tx: &mut Tx, cx: &Cx, draft: &Draft<'_>) -> Result<InvitationId, AppError> {
    let (new, until) = write_down(tx, cx, draft).await?;
    let invitee = draft.invitee;
    let mail = InvitationMail {
        to: &invitee.email,
        name: &invitee.name,
        locale: invitee.locale,
        accounts: &invitee.account_names,
        adds: invitee.adds.as_deref(),
        sender: draft.sender,
        message: draft.message,
        token: new.token(),
        until,
    };
    let mail = outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail.mail(&cx.firm), invitee.setting).await?;
    sent_with(tx, cx, draft, &new, mail).await?;
    Ok(InvitationId(new.id))
}

/// The link, its end, and the row with what it says; older ones of the address end.
async fn write_down(tx: &mut Tx, cx: &Cx, draft: &Draft<'_>) -> Result<(New, Ts), AppError> {
    let invitee = draft.invitee;
    let new = links::draw(cx);
    let until = cx.now().plus(rules::lifetime(cx.firm.invitation_days));
    let link = Link { kind: LINK, of: None, to: Some(invitee.email.norm()), until };
    links::make(tx, cx, &new, link).await?;
    let row = NewInvitation {
        id: InvitationId(new.id),
        email: invitee.email.shown(),
        name: &invitee.name,
        message: draft.message,
        locale: invitee.locale,
        invited_by: draft.invited_by,
    };
    store::insert(tx, cx.firm.id, &row).await?;
    Ok((new, until))
}

/// Which mail brings it, for whoever looks.
async fn sent_with(tx: &mut Tx, cx: &Cx, draft: &Draft<'_>, new: &New, mail: MailId) -> Result<(), AppError> {
    links::mailed(tx, cx, new.id, mail).await?;
    let wanting = store::wanting(tx, cx.firm.id, draft.invitee.email.norm()).await?;
    let underway = AtItsRows::of(&wanting, Seen::Underway(draft.sender.map(str::to_owned)));
    Work::on(tx, cx, &By::guest()).happened(underway).await
}

/// Account names, each once.
pub(super) fn names(wanting: &[Wanting]) -> Vec<String> {
    accounts(wanting).iter().map(|one| one.name.clone()).collect()
}

/// One of each account: two contacts may share the address (DM-7). They come sorted by account.
pub(super) fn accounts(wanting: &[Wanting]) -> Vec<&Wanting> {
    let mut all: Vec<&Wanting> = wanting.iter().collect();
    all.dedup_by_key(|one| one.account_id);
    all
}
