//! The list of accounts, part by part, and what a search in it finds.

use super::list_store::{self as store, ListRow};
use crate::accounts::model::{AccountKind, AccountPage, AccountRow};
use crate::accounts::rules::{BEST, Cursor, Place};
use crate::listing::{Found, PART, ids_text};
use access::gate::Staff;
use kernel::AppError;
use platform::Cx;
use platform::db::Conn;
use platform::search::{self, Kind, Query};

/// A part of the accounts that this staff member may see: of all, or of those that match a search.
///
/// # Errors
/// What the database says.
pub(crate) async fn list(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    archived: bool,
    after: Option<&str>,
) -> Result<AccountPage, AppError> {
    let mut conn = cx.db.read().await?;
    let Some(query) = Query::parse(search) else {
        return browse(cx, &mut conn, staff, archived, after).await;
    };
    let found = found(&mut conn, staff, archived, &query).await?;
    let places = found.behind(after);
    // An account may have been archived since it was found; a part that comes out empty is no end of the list.
    for (number, part) in places.chunks(PART).enumerate() {
        let rows = store::these(&mut conn, staff, archived, &ids_text(part)).await?;
        if rows.is_empty() {
            continue;
        }
        let more = places.len() > (number + 1) * PART;
        let next = part.last().filter(|_| more).map(Place::to_text);
        return Ok(AccountPage { rows: shown(cx, in_order(rows, part)), next, capped: found.capped });
    }
    Ok(AccountPage { capped: found.capped, ..AccountPage::default() })
}

async fn browse(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    archived: bool,
    after: Option<&str>,
) -> Result<AccountPage, AppError> {
    let after = after.and_then(Cursor::parse).unwrap_or_default();
    let mut rows = store::page(conn, staff, archived, after).await?;
    let more = rows.len() > PART;
    rows.truncate(PART);
    let next = rows.last().filter(|_| more);
    let next = next.map(|last| Cursor { sort_key: last.sort_key.clone(), id: last.id.0 }.to_text());
    Ok(AccountPage { rows: shown(cx, rows), next, capped: false })
}

/// The best hits among the accounts that this staff member may see.
async fn found(conn: &mut Conn, staff: &Staff, archived: bool, query: &Query) -> Result<Found, AppError> {
    let kind = if archived { Kind::ArchivedAccount } else { Kind::ActiveAccount };
    if staff.sees_all() {
        return Ok(search::find(conn, staff.firm(), kind, query, BEST).await?.into());
    }
    let hits = store::assigned_hits(conn, staff, kind, query).await?;
    Ok(search::ranked(hits, query, BEST).into())
}

/// The rows in the order of the hits.
fn in_order(mut rows: Vec<ListRow>, part: &[Place]) -> Vec<ListRow> {
    rows.sort_by_key(|row| part.iter().position(|place| place.cursor.id == row.id.0));
    rows
}

fn shown(cx: &Cx, rows: Vec<ListRow>) -> Vec<AccountRow> {
    let row = |row: ListRow| AccountRow {
        code: row.code,
        name: row.name,
        kind: AccountKind::from_key(&row.kind).unwrap_or(AccountKind::Other),
        people: row.people,
        notify: row.notified > 0,
        last_login: row.last_login.map(|at| cx.when(at)),
    };
    rows.into_iter().map(row).collect()
}
