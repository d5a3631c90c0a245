//! Who hears of a change to a contact: colleagues at once, and the trail.

use access::gate::Staff;
use directory::accounts::AccountRecord;
use directory::contacts::accounts_of;
use kernel::live::News;
use kernel::{AppError, ContactId};
use platform::audit::{self, Act};
use platform::db::Tx;
use platform::{Cx, events};

/// Tells whoever looks at an account of this contact.
pub(super) async fn announce(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    id: ContactId,
    act: &str,
) -> Result<(), AppError> {
    let mut news = vec![News::Lists];
    for account in accounts_of(tx, cx.firm.id, id).await? {
        let (act, by) = (act.to_owned(), staff.name().to_owned());
        news.push(News::Account { account, act, about: Some(id.0), by });
    }
    Ok(events::publish_all(tx, cx, news).await?)
}

#[expect(clippy::too_many_arguments, reason = "an audit row has that many columns")]
pub(super) async fn record(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    event: &'static str,
    account: Option<&AccountRecord>,
    id: ContactId,
    subject: &str,
    detail: &str,
) -> Result<(), AppError> {
    let act = Act {
        event,
        who: staff.audit(),
        account: account.map(|account| account.id),
        subject_id: Some(id.0),
        subject: subject.to_owned(),
        detail: detail.to_owned(),
    };
    Ok(audit::record(tx, cx, act).await?)
}
