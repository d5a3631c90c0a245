//! The home of an account: read when it is opened, nothing written.

use super::store;
use crate::gate::{ClientOf, Visitor};
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
    let who = client.who();
    let visitor = Visitor::SignedIn(who.clone()).card(cx).await?;
    let since = cx.now().plus(-NEW_HERE);
    let mut conn = cx.db.read().await?;
    let team = store::team(&mut conn, who.firm(), client.account()).await?;
    let review_notifications =
        store::nothing_chosen(&mut conn, who.firm(), client.account(), who.email_norm()).await?
            && store::is_new(&mut conn, who.firm(), who.user(), since).await?;
    let code = &client.card().code;
    Ok(HomeView {
        name: who.name().to_owned(),
        email: who.email().to_owned(),
        daypart: rules::daypart(hour(cx)),
        account: client.card().clone(),
        others: visitor.accounts().iter().filter(|account| account.code != *code).cloned().collect(),
        team,
        review_notifications,
    })
}

fn hour(cx: &Cx) -> u32 {
    let time = when::show_time(cx.now(), cx.zone());
    time.split(':').next().and_then(|hour| hour.parse().ok()).unwrap_or(12)
}
