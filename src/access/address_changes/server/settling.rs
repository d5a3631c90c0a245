//! The first sign-in with a new address settles the change (ECHG-3).

use crate::address_changes::rules::REMOVE_AFTER;
use crate::alerts::{self, Alert, Happened};
use directory::address_changes::{self as records, Settled};
use directory::switches;
use kernel::live::News;
use kernel::{AppError, UserId};
use platform::audit::{self, Act, Who};
use platform::db::Tx;
use platform::{Cx, events};

/// Accepts the changes that waited for this login's address, and tells whoever looks at an account of it. The old
/// address is written to no longer; its LOGIN stays until the firm ends it, or the time is over.
pub(crate) async fn settle(tx: &mut Tx, cx: &Cx, user: UserId, who: &Who) -> Result<(), AppError> {
    let settled = records::accept(tx, cx.firm.id, user, cx.now(), cx.now().plus(REMOVE_AFTER)).await?;
    for change in settled {
        accepted(tx, cx, &change, who).await?;
    }
    Ok(())
}

async fn accepted(tx: &mut Tx, cx: &Cx, change: &Settled, who: &Who) -> Result<(), AppError> {
    let firm = cx.firm.id;
    switches::retire(tx, firm, change.old_email_id, false, (cx.now(), &change.new_email)).await?;
    records::close(tx, firm, change.id).await?;
    let act = Act {
        event: "address_change_accepted",
        who: who.clone(),
        account: None,
        subject_id: Some(change.contact_id.0),
        subject: change.new_email.clone(),
        detail: format!("{} -> {}", change.old_email, change.new_email),
    };
    audit::record(tx, cx, act).await?;
    for account in switches::accounts_showing(tx, firm, change.old_email_id).await? {
        let act = "address_change_accepted".to_owned();
        let news = News::Account { account, act, about: Some(change.id.0), by: String::new() };
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
