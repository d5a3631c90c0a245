//! A reset that a member of staff sends (AUTH-21). They choose whom; they never see the link (SEC-18).

use super::events::ResetSentByStaff;
use super::mails;
use super::store::{self, Candidate, ResetRow};
use crate::attempts;
use crate::gate::{May, right::ManageClientSecurity};
use crate::links::{self, Link};
use crate::password::{LINK, STAFF_SENT_LIFE};
use crate::security_mails;
use directory::people;
use i18n::said;
use kernel::email::Lookup;
use kernel::{AccountId, AppError, ResetId, SettingId};
use platform::db::Tx;
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
    let user = in_line(tx, cx, &Lookup::of(&target.email_norm)).await?;
    let user = user.ok_or_else(|| AppError::Refused(said!(cx.locale, "password.not_activated")))?;
    attempts::staff_reset(tx, cx, staff.user(), &target.email_norm).await?;
    let new = links::draw(cx);
    let until = cx.now().plus(STAFF_SENT_LIFE);
    let link = Link { kind: LINK, of: Some(user.id.0), to: Some(&target.email_norm), until };
    links::make(tx, cx, &new, link).await?;
    let (sent_by, account_code) = (Some(staff.user()), Some(target.account_code));
    let reset = ResetRow { sent_by, account_code, ..ResetRow::default() };
    store::insert(tx, cx.firm.id, ResetId(new.id), reset).await?;
    let to = security_mails::reader(tx, &cx.firm, user.id).await?;
    let mail = mails::sent_by(&cx.firm, &to, staff.name(), new.token(), until);
    let mailed = outbox::enqueue(tx, &cx.platform, cx.firm.id, &mail, Some(target.setting)).await?;
    links::mailed(tx, cx, new.id, mailed).await?;
    let (account, setting) = (target.account, target.setting);
    Work::on(tx, cx, staff).happened(ResetSentByStaff { account, setting, email: user.email }).await
}

/// The user at this address, looked for again under the row lock: the login may have moved to another address meanwhile.
async fn in_line(tx: &mut Tx, cx: &Cx, whose: &Lookup) -> Result<Option<Candidate>, AppError> {
    let Some(found) = store::candidate(tx, cx.firm.id, whose).await? else { return Ok(None) };
    people::stand_in_line(tx, cx.firm.id, found.id).await?;
    Ok(store::candidate(tx, cx.firm.id, whose).await?.filter(|it| it.id == found.id))
}
