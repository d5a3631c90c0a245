//! What whoever changes a row of switches needs: the row, and who is invited by it.

use access::gate::Staff;
use access::invitations::Invitee;
use directory::switches::{SettingRecord, accounts_open_to, setting};
use kernel::{AppError, EmailAddress, Locale, SettingId};
use platform::Cx;
use platform::db::{Conn, Tx};

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
