//! What every act of this area leaves behind: a line in the audit trail, and news for colleagues and other nodes.

use access::gate::Staff;
use kernel::AppError;
use kernel::live::News;
use platform::audit::{self, Act};
use platform::db::Tx;
use platform::{Cx, events};

/// Records the act and tells everybody.
pub(crate) async fn record(
    tx: &mut Tx,
    cx: &Cx,
    staff: &Staff,
    event: &'static str,
    subject: &str,
    detail: String,
) -> Result<(), AppError> {
    let act = Act {
        event,
        who: staff.audit(),
        account: None,
        subject_id: Some(cx.firm.id.0),
        subject: subject.to_owned(),
        detail,
    };
    audit::record(tx, cx, act).await?;
    let news = News::Firm { act: event.to_owned(), by: staff.name().to_owned() };
    Ok(events::publish(tx, cx, news).await?)
}
