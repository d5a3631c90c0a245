//! Rows coming and going with contacts and addresses, and what that means for those who lose access.

use super::events::AccessChanged;
use directory::switches::{self as store, Change, Loser, NewRow};
use kernel::{AccountId, AppError, ContactId, EmailId, SettingId, UserId};
use platform::Cx;
use platform::db::Tx;
use platform::unit::{By, Work};
use std::collections::BTreeSet;

/// Rows for every address of a contact that was just linked to an account.
pub(crate) async fn rows_for_link(
    tx: &mut Tx,
    cx: &Cx,
    by: &str,
    account: AccountId,
    contact: ContactId,
) -> Result<(), AppError> {
    for email in store::addresses_without_row(tx, cx.firm.id, account, contact).await? {
        make(tx, cx, by, account, contact, email).await?;
    }
    Ok(())
}

/// Rows for a new address in every account of its contact; the accounts.
pub(crate) async fn rows_for_address(
    tx: &mut Tx,
    cx: &Cx,
    by: &str,
    contact: ContactId,
    email: EmailId,
) -> Result<Vec<AccountId>, AppError> {
    let accounts = store::accounts_without_row(tx, cx.firm.id, contact, email).await?;
    for account in &accounts {
        make(tx, cx, by, *account, contact, email).await?;
    }
    Ok(accounts)
}

async fn make(
    tx: &mut Tx,
    cx: &Cx,
    by: &str,
    account: AccountId,
    contact: ContactId,
    email: EmailId,
) -> Result<(), AppError> {
    let change = Change { at: cx.now(), by };
    let id = SettingId(cx.ids.next());
    store::insert(tx, cx.firm.id, NewRow { id, account, contact, email, change }).await?;
    Ok(store::restore_wishes(tx, cx.firm.id, id).await?)
}

/// After a grant ended: an invitation that nothing waits for any more dies, and the person's open tabs are told.
pub(crate) async fn ended(tx: &mut Tx, cx: &Cx, losers: &[Loser]) -> Result<(), AppError> {
    let addresses: BTreeSet<&str> = losers.iter().map(|loser| loser.email_norm.as_str()).collect();
    for address in addresses {
        access::invitations::revoke_if_unneeded(tx, cx, address).await?;
    }
    for user in losers.iter().filter_map(|loser| loser.user_id) {
        tell(tx, cx, user).await?;
    }
    Ok(())
}

/// Tells a person's own tabs that what they may enter has changed.
pub(super) async fn tell(tx: &mut Tx, cx: &Cx, user: UserId) -> Result<(), AppError> {
    Work::on(tx, cx, &By::guest()).happened(AccessChanged(user)).await
}
