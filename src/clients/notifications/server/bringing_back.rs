//! What the client switched off and wants back.

use super::actions::{choose_for, of_row};
use crate::notifications::rules::Side;
use access::gate::{May, right::ManageAccounts};
use i18n::said;
use kernel::AppError;
use kernel::form::Ticked;
use kernel::notify::Item;
use platform::Cx;

/// Switches it on, when somebody at the firm says that the client wants it.
///
/// # Errors
/// `Refused` when nobody says so, and without an item.
pub(in crate::notifications) async fn bring_back(
    cx: &Cx,
    staff: &May<ManageAccounts>,
    (code, setting): (&str, &str),
    all: bool,
    confirmed: bool,
    ticked: &Ticked,
) -> Result<(), AppError> {
    // Whoever does not see the row learns nothing from what is wrong with the form.
    of_row(cx, staff, code, setting).await?;
    let wanted: Vec<&str> = if all {
        vec![""]
    } else {
        Item::ALL.iter().map(|item| item.key()).filter(|key| ticked.has(key)).collect()
    };
    if wanted.is_empty() || !confirmed {
        return Err(AppError::Refused(said!(cx.locale, "notifications.back.unconfirmed")));
    }
    choose_for(cx, staff, code, setting, &wanted, true, Side::Staff { wanted_by_client: true }).await
}
