//! What whoever changes a row of switches needs: the row, who is invited by it, and the word to colleagues.

use access::gate::Staff;
use access::invitations::Invitee;
use directory::switches::{SettingRecord, accounts_open_to, setting};
use kernel::live::News;
use kernel::{AppError, EmailAddress, Locale, SettingId};
use platform::audit::{self, Act};
use platform::db::{Conn, Tx};
use platform::{Cx, events};

/// A row of an account that this staff member may see.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn row(
    conn: &mut Conn,
    staff: &Staff,
    code: &str,
    id: SettingId,
) -> Result<SettingRecord, AppError> {
    setting(conn, &staff.sight(), code, id).await?.ok_or(AppError::NotFound)
}

/// Audit and live news of a change to a row (AUD-3).
pub(crate) async fn tell(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    about: &SettingRecord,
    event: &'static str,
    detail: &str,
) -> Result<(), AppError> {
    let act = Act {
        event,
        who: staff.audit(),
        account: Some(about.account_id),
        subject_id: Some(about.id.0),
        subject: about.email.clone(),
        detail: detail.to_owned(),
    };
    audit::record(tx, cx, act).await?;
    Ok(events::publish_all(tx, cx, [news(staff, about, event), News::Lists]).await?)
}

pub(crate) fn news(staff: &Staff, about: &SettingRecord, act: &str) -> News {
    News::Account {
        account: about.account_id,
        act: act.to_owned(),
        about: Some(about.id.0),
        by: staff.name().to_owned(),
    }
}

pub(super) fn locale_of(about: &SettingRecord, cx: &Cx) -> Locale {
    Locale::from_tag(&about.contact_locale).unwrap_or(cx.firm.locale)
}

/// Who is invited by this row, into all accounts that wait for the address.
pub(crate) async fn invitee(tx: &mut Tx, cx: &Cx, about: &SettingRecord) -> Result<Invitee, AppError> {
    let email = EmailAddress::stored(&about.email);
    let account_names = accounts_open_to(tx, cx.firm.id, email.norm()).await?;
    Ok(Invitee {
        email,
        name: about.contact_name.clone(),
        locale: locale_of(about, cx),
        setting: Some(about.id),
        account_names,
        adds: None,
    })
}
