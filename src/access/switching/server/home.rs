//! The home of an account: read when it is opened, nothing written.

use super::store::{self, SignInRow};
use crate::gate::ClientOf;
use crate::security_mails;
use crate::switching::HomeView;
use crate::switching::rules;
use kernel::AppError;
use kernel::notify::Item;
use platform::{Cx, when};

/// What is there for this person in this account.
pub async fn home(cx: &Cx, client: &ClientOf) -> Result<HomeView, AppError> {
    offering(cx, client, Item::AVAILABLE).await
}

/// The home of a product that has these kinds of mail to choose from.
pub(super) async fn offering(cx: &Cx, client: &ClientOf, items: &[Item]) -> Result<HomeView, AppError> {
    let (who, code) = (client.who(), &client.card().code);
    let is_new = !items.is_empty() && who.activated.is_some_and(|at| cx.now().since(at) < rules::NEW_HERE);
    let mut conn = cx.db.read().await?;
    let team = store::team(&mut conn, who.firm(), client.account()).await?;
    let last_sign_in = another_sign_in(store::sign_ins(&mut conn, who).await?);
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
        last_sign_in: last_sign_in.map(|row| in_words(cx, row)),
        review_notifications,
    })
}

/// The newest that is not this session's own: somebody else's must be noticed, however late it was.
fn another_sign_in(newest_first: Vec<SignInRow>) -> Option<SignInRow> {
    let mut rows = newest_first.into_iter();
    let (newest, before) = (rows.next()?, rows.next());
    let own = newest.began.is_some_and(|began| {
        let at = before.as_ref().map(|row| row.at);
        rules::is_sign_in_of_session(newest.at, at, began)
    });
    if own { before } else { Some(newest) }
}

/// "2 Mar 2026, 09:12 · Berlin, Germany · Firefox on Windows", as far as it is known.
fn in_words(cx: &Cx, row: SignInRow) -> String {
    let device = security_mails::device_in(cx.locale, &row.browser, &row.os);
    let facts = [cx.when(row.at).text, cx.place_in_words(row.place), device];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn hour(cx: &Cx) -> u32 {
    let time = when::show_time(cx.now(), cx.zone());
    time.split(':').next().and_then(|hour| hour.parse().ok()).unwrap_or(12)
}
