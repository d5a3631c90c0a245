//! The people of an account as one of them may know them: names, and addresses only in part.

use super::store;
use crate::access_state::AccessState;
use crate::access_state::{self, AccessFacts};
use crate::gate::ClientOf;
use crate::people::{People, PersonWithAccess};
use crate::switching;
use kernel::AppError;
use kernel::email::mask;
use platform::Cx;

/// Who has LOGIN on in this account, the asking person first, and who works for it.
pub async fn people(cx: &Cx, client: &ClientOf) -> Result<People, AppError> {
    let who = client.who();
    let mut conn = cx.db.read().await?;
    let rows = store::with_access(&mut conn, who.firm(), client.account()).await?;
    let team = switching::team(&mut conn, who.firm(), client.account()).await?;
    let mut people: Vec<PersonWithAccess> = rows
        .into_iter()
        .map(|row| {
            let me = row.email_norm == who.email_norm();
            let facts = AccessFacts { login: true, activated: row.activated, ..AccessFacts::default() };
            let active = access_state::state(&facts, cx.now()) == AccessState::Active;
            PersonWithAccess {
                masked: if me { row.email } else { mask(&row.email) },
                name: row.name,
                me,
                active,
            }
        })
        .collect();
    people.sort_by_key(|person| !person.me);
    Ok(People { account: client.card().name.clone(), people, team })
}
