//! A reset that a member of staff sends (AUTH-21). They choose whom; they never see the link (SEC-18).

use super::events::ResetSentByStaff;
use super::mails;
use super::store::{self, NewReset};
use crate::attempts;
use crate::gate::{May, right::ManageClientSecurity};
use crate::password::STAFF_SENT_LIFE;
use crate::security_mails;
use directory::people;
use i18n::tl;
use kernel::email::Lookup;
use kernel::{AccountId, AppError, ResetId, SettingId};
use platform::db::Tx;
use platform::keys::token_hash;
use platform::rng::token;
use platform::unit::Work;
use platform::{Cx, outbox};

/// Whom, and from which account's Info tab.
#[derive(Clone, Debug)]
pub struct Target {
    pub email_norm: String,
    /// Where the person lands after setting the password (AUTH-25).
    pub account: AccountId,
    pub account_code: String,
    /// The row that shows how the mail fared (AUTH-26).
    pub setting: SettingId,
}

/// Mails a reset link, which works for a day; older ones are void. The caller has checked that the staff member sees this
/// account, that it is not archived, and that LOGIN is on.
///
/// # Errors
/// `Refused` when nobody at this address has activated their access; `TooMany` for the fourth within an hour, or for too many
/// by one member of staff.
pub async fn send_reset(
    tx: &mut Tx,
    cx: &Cx,
    staff: &May<ManageClientSecurity>,
    target: Target,
) -> Result<(), AppError> {
    let user = store::candidate(tx, cx.firm.id, &Lookup::of(&target.email_norm)).await?;
    let user = user.ok_or_else(|| AppError::Refused(tl!(cx.locale, "password.not_activated")))?;
    attempts::staff_reset(tx, cx, staff.user(), &target.email_norm).await?;
    let secret = token(&*cx.rng);
    let expires_at = cx.now().plus(STAFF_SENT_LIFE);
    people::stand_in_line(tx, cx.firm.id, user.id).await?;
    store::supersede_resets(tx, cx.firm.id, user.id, cx.now()).await?;
    let id = ResetId(cx.ids.next());
    let reset = NewReset {
        id,
        user: user.id,
        token_hash: token_hash(secret.expose()),
        sent_by: Some(staff.user()),
        account_code: Some(target.account_code),
        counted: None,
        now: cx.now(),
        expires_at,
    };
    store::insert_reset(tx, cx.firm.id, reset).await?;
    let to = security_mails::reader(tx, &cx.firm, user.id).await?;
    let mail = mails::sent_by(&cx.firm, &to, staff.name(), secret.expose(), expires_at);
    let mailed = outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail, Some(target.setting)).await?;
    store::mailed(tx, cx.firm.id, id, mailed).await?;
    let (account, setting) = (target.account, target.setting);
    Work::on(tx, cx, staff).happened(ResetSentByStaff { account, setting, email: user.email }).await
}
