//! Reading and saving what a member of staff wants to hear of.

use super::events::AlertsChanged;
use super::store;
use crate::alerts::{Choice, Event};
use crate::gate::Staff;
use kernel::AppError;
use platform::Cx;

/// Every kind of event, and whether this person hears of it.
pub(in crate::alerts) async fn read(cx: &Cx, staff: &Staff) -> Result<Vec<Choice>, AppError> {
    let mut conn = cx.db.read().await?;
    let off = store::off(&mut conn, staff.firm(), staff.user()).await?;
    let choice = |event: Event| Choice { event, on: !off.iter().any(|key| key == event.key()) };
    Ok(Event::ALL.map(choice).to_vec())
}

/// These and no others from now on. What did not change is not written down.
pub(in crate::alerts) async fn save(cx: &Cx, staff: &Staff, wanted: Vec<Event>) -> Result<(), AppError> {
    cx.work(staff, async move |w, staff| {
        let (firm, user) = (staff.firm(), staff.user());
        let off = store::off(w, firm, user).await?;
        let mut changes = Vec::new();
        for event in Event::ALL {
            let (was, is) = (!off.iter().any(|key| key == event.key()), wanted.contains(&event));
            match (was, is) {
                (true, false) => store::switch_off(w, firm, user, event).await?,
                (false, true) => store::switch_on(w, firm, user, event).await?,
                _ => continue,
            }
            changes.push(format!("{}: {}", event.key(), if is { "on" } else { "off" }));
        }
        if changes.is_empty() {
            return Ok(());
        }
        let email = staff.who().email().to_owned();
        w.happened(AlertsChanged { user, email, changes: changes.join(", ") }).await
    })
    .await
}
