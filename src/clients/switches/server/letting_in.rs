//! Telling somebody who can sign in already that an account is open to them.

use super::actions::{invitee, locale_of};
use super::events::{OfRow, What};
use super::grants;
use super::mails::AccessMail;
use crate::switches::rules::{Choices, Setting, UNDO, should_send};
use access::gate::{May, right::ManageAccounts};
use access::invitations;
use directory::switches::{SettingRecord, shares_login};
use kernel::{AppError, MailId};
use platform::db::Tx;
use platform::unit::Work;
use platform::{Cx, audit, outbox};

/// Access at once, with a mail if the row's own rule lets it out (NOTIFY-3). For somebody who has activated their access: to
/// anybody else "sign in with the password you already use" would be no help.
pub(crate) async fn let_in(tx: &mut Tx, cx: &Cx, about: &SettingRecord) -> Result<(), AppError> {
    if let Some(user) = about.user_id {
        grants::tell(tx, cx, user).await?;
    }
    let setting = Setting { notify: about.notify, archived: about.archived_at.is_some(), blocked: false };
    if should_send(setting, None, &Choices::default()).is_err()
        || taken_back(tx, cx, about).await?
        || shares_login(tx, cx.firm.id, about).await?
    {
        return Ok(());
    }
    access_mail(tx, cx, about).await.map(drop)
}

/// Lets somebody in whom this staff member invited without knowing that they can sign in already, because only accounts
/// out of sight tell (ROLE-3): what is sent, limited and shown looks like an invitation, and the mail says the truth.
pub(crate) async fn let_in_unseen(
    tx: &mut Tx,
    cx: &Cx,
    staff: &May<ManageAccounts>,
    about: &SettingRecord,
    message: &str,
) -> Result<(), AppError> {
    if let Some(user) = about.user_id {
        grants::tell(tx, cx, user).await?;
    }
    let mail = access_mail(tx, cx, about).await?;
    let invitee = invitee(tx, cx, about).await?;
    invitations::note(tx, cx, staff, invitee, message, mail).await?;
    Work::on(tx, cx, staff).happened(OfRow::of(about, What::Invited)).await
}

/// Tells somebody that the account is open to them.
async fn access_mail(tx: &mut Tx, cx: &Cx, about: &SettingRecord) -> Result<MailId, AppError> {
    let locale = locale_of(about, cx);
    let mail = AccessMail {
        to_name: &about.contact_name,
        to: &about.email,
        locale,
        account: &about.account_name,
        code: &about.code,
    };
    outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail.mail(&cx.firm), Some(about.id)).await
}

/// Whether LOGIN was off for a moment only: by mistake, and nobody needs a mail about that. Of this address, not of another that
/// stood in the same row.
pub(super) async fn taken_back(tx: &mut Tx, cx: &Cx, about: &SettingRecord) -> Result<bool, AppError> {
    let off = audit::last(tx, cx.firm.id, (about.id.0, &about.email), "login_off").await?;
    Ok(off.is_some_and(|off| cx.now().since(off) < UNDO))
}
