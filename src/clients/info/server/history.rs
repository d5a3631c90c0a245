//! The last lines of a row's trail.

use super::history_store as store;
use crate::info::model::HistoryLine;
use crate::info::rules;
use access::gate::Staff;
use kernel::{AppError, SettingId};
use platform::Cx;

/// What was last done to a row of an account that this staff member may see, the newest first.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn lines(
    cx: &Cx,
    staff: &Staff,
    code: &str,
    setting: &str,
) -> Result<Vec<HistoryLine>, AppError> {
    let id: SettingId = setting.parse().map_err(|()| AppError::NotFound)?;
    let rows = store::lines(&mut cx.db.read().await?, staff, code, id).await?;
    if rows.is_empty() {
        return Err(AppError::NotFound);
    }
    let line = |row: store::Line| HistoryLine {
        at: cx.when(row.at),
        act: act(&row.event).to_owned(),
        by: name(&row.actor_name).to_owned(),
    };
    let acts = rows.into_iter().filter(|row| !row.event.is_empty()).take(rules::HISTORY);
    Ok(acts.map(line).collect())
}

/// What live news calls the same.
fn act(event: &str) -> &str {
    match event {
        "notifications_changed" => "notifications",
        other => other,
    }
}

/// The trail has the address behind the name.
fn name(actor: &str) -> &str {
    actor.split(" <").next().unwrap_or_default()
}
