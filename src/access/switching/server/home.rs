//! The home of an account: read when it is opened, nothing written.

use super::store;
use crate::gate::ClientOf;
use crate::switching::HomeView;
use crate::switching::rules;
use kernel::{AppError, Ts};
use platform::{Cx, when};

/// How long somebody counts as new here.
const NEW_HERE: i64 = 14 * Ts::DAY;

/// What is there for this person in this account.
///
/// # Errors
/// When the database does not answer.
pub async fn home(cx: &Cx, client: &ClientOf) -> Result<HomeView, AppError> {
    let (who, code) = (client.who(), &client.card().code);
    let is_new = who.activated.is_some_and(|at| cx.now().since(at) < NEW_HERE);
    let mut conn = cx.db.read().await?;
    let team = store::team(&mut conn, who.firm(), client.account()).await?;
    let review_notifications =
        is_new && store::nothing_chosen(&mut conn, who.firm(), client.account(), who.email_norm()).await?;
    Ok(HomeView {
        name: who.name().to_owned(),
        email: who.email().to_owned(),
        daypart: rules::daypart(hour(cx)),
        account: client.card().clone(),
        others: who
            .grants()
            .iter()
            .map(|(_, card)| card)
            .filter(|card| card.code != *code)
            .cloned()
            .collect(),
        team,
        review_notifications,
    })
}

fn hour(cx: &Cx) -> u32 {
    let time = when::show_time(cx.now(), cx.zone());
    time.split(':').next().and_then(|hour| hour.parse().ok()).unwrap_or(12)
}
