//! One more address in an account: whether that takes a recent password, and who hears of it.

use super::entering_store;
use super::events::{OfRow, What};
use super::letting_in::taken_back;
use crate::switches::rules;
use access::gate::{May, MaybeProven, Staff, right::ManageAccounts};
use access::people::{LetIn, tell_let_in};
use directory::switches::{SettingRecord, shares_login};
use kernel::AppError;
use platform::Cx;
use platform::db::Tx;
use platform::unit::Work;

/// Refuses whoever gave their password too long ago, where the rule wants one.
///
/// # Errors
/// `ProofNeeded`.
pub(crate) async fn demand_proof(
    tx: &mut Tx,
    cx: &Cx,
    staff: &MaybeProven<May<ManageAccounts>>,
    about: &SettingRecord,
) -> Result<(), AppError> {
    if rules::takes_proof(entering_store::entering(tx, staff, about, cx.now()).await?) {
        staff.demand()?;
    }
    Ok(())
}

/// A mailbox took another's place with its switches: whoever can enter hears of it as of any that is let in
/// ([`tell_people`]), and the trail says that LOGIN is on for it.
pub(crate) async fn replaced(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    about: &SettingRecord,
    replaces: Option<&str>,
) -> Result<(), AppError> {
    tell_people(tx, cx, staff, about, replaces).await?;
    Work::on(tx, cx, staff).happened(OfRow::of(about, What::Replaced)).await
}

/// Those who can enter already, or could until a short while ago, hear that one more address can; not when LOGIN was off for
/// a moment only, or the mailbox had the account open anyway. `replaces` is an address that hears of it otherwise.
pub(crate) async fn tell_people(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    about: &SettingRecord,
    replaces: Option<&str>,
) -> Result<(), AppError> {
    if taken_back(tx, cx, about).await? || shares_login(tx, cx.firm.id, about).await? {
        return Ok(());
    }
    let let_in = LetIn {
        account: about.account_id,
        account_name: &about.account_name,
        contact: about.contact_id,
        name: &about.contact_name,
        email: &about.email,
        email_norm: &about.email_norm,
        replaces,
    };
    tell_let_in(tx, cx, staff, let_in).await
}
