//! Where a page sends what is on it when its session is over.

use crate::gate::prelude::*;
use crate::gate::{sent_fields, sent_from};

crate::command!(KeepUnsent: SignedIn, "*" on |_it| sent_from());

/// The session lives still: another tab was used meanwhile. Without one, the server keeps every form in the same way. Which
/// fields come is up to the page.
#[server(protocol = ByForm, prefix = "", endpoint = "session/keep")]
pub async fn keep_unsent() -> Result<Done, AppError> {
    let (cx, who) = KeepUnsent::enter()?;
    let fields = sent_fields();
    let action = fields.iter().find(|(name, _)| name == super::ACTION).map(|(_, action)| action.clone());
    let typed = super::Typed::of(&cx, &action.unwrap_or_default(), fields);
    let unsent = super::Unsent { page: sent_from(), typed };
    let kept = super::server::keep_for(&cx, who.user(), &unsent).await?;
    Ok(Done::at(kept.unwrap_or(unsent.page)))
}
