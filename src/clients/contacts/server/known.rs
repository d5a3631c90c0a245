//! Addresses that another contact has already (DM-7).

use access::gate::Staff;
use directory::contacts::known;
use i18n::said;
use kernel::{AppError, ContactId, EmailAddress, Fault};
use platform::Cx;
use platform::db::Conn;

/// Refuses addresses that another contact has; the text names that contact. The faults carry the field of each
/// address: `email`, `email2`, `email3`.
///
/// # Errors
/// `Invalid`.
pub(super) async fn refuse_known(
    conn: &mut Conn,
    cx: &Cx,
    staff: &Staff,
    emails: &[EmailAddress],
    but: Option<ContactId>,
) -> Result<(), AppError> {
    let mut faults = Vec::new();
    for (place, email) in emails.iter().enumerate() {
        if let Some(known) = known(conn, &staff.sight(), email.norm(), but).await? {
            let field = ["email", "email2", "email3"].get(place).copied().unwrap_or("email");
            faults.push(Fault::at(field, said!(cx.locale, "contacts.fault.known", name = known.name)));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(AppError::Invalid(faults)) }
}
