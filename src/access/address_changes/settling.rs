//! The first sign-in with a new address settles the change (ECHG-3).

use super::store::{self, Settled};
use crate::alerts::{self, Alert, Happened};
use kernel::{AppError, UserId};
use platform::audit::{self, Act, Who};
use platform::db::Tx;
use platform::{Cx, events};

/// Accepts the changes that waited for this login's address, and tells whoever looks at an account of it. The old
/// address is written to no longer; its LOGIN stays for the firm to switch off.
///
/// # Errors
/// What the database says.
pub(crate) async fn settle(tx: &mut Tx, cx: &Cx, user: UserId, who: &Who) -> Result<(), AppError> {
    let settled = store::accept(tx, cx.firm.id, user, cx.now()).await?;
    for change in settled {
        accepted(tx, cx, &change, who).await?;
    }
    Ok(())
}

async fn accepted(tx: &mut Tx, cx: &Cx, change: &Settled, who: &Who) -> Result<(), AppError> {
    let firm = cx.firm.id;
    store::retire(tx, firm, change.old_email_id, false, (cx.now(), &change.new_email)).await?;
    store::close(tx, firm, change.id).await?;
    let act = Act {
        event: "address_change_accepted",
        who: who.clone(),
        account: None,
        subject_id: Some(change.contact_id.0),
        subject: change.new_email.clone(),
        detail: format!("{} -> {}", change.old_email, change.new_email),
    };
    audit::record(tx, cx, act).await?;
    for account in store::accounts(tx, firm, change.old_email_id).await? {
        let entity = Some(change.id.to_string());
        let news = cx.news(format!("account:{account}"), "address_change_accepted", entity, "");
        events::publish(tx, cx, news).await?;
    }
    let alert = Alert {
        what: Happened::AddressChanged(&change.old_email),
        name: &change.name,
        email: &change.new_email,
        email_norm: &change.new_norm,
        began: change.begun_by,
    };
    alerts::tell(tx, &cx.platform, &cx.firm, &alert).await
}
