//! The list of contacts, part by part, and what a search in it finds.

use super::list_store::{self as store, ListRow, MOST_LINES};
use crate::accounts::rules::{BEST, Cursor, Place};
use crate::contacts::model::{ContactPart, ContactRow};
use crate::listing::{Found, PART, ids_text};
use access::gate::Staff;
use kernel::AppError;
use platform::Cx;
use platform::db::Conn;
use platform::search::{self, Kind, Query};

/// A part of the contacts that this staff member may see: of all, or of those that match a search.
///
/// # Errors
/// What the database says.
pub(crate) async fn list(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    after: Option<&str>,
) -> Result<ContactPart, AppError> {
    let mut conn = cx.db.read().await?;
    let Some(query) = Query::parse(search) else { return browse(&mut conn, staff, after).await };
    let found = found(&mut conn, staff, &query).await?;
    let mut rest = found.behind(after);
    // What is out of sight is left out by the statement; a part that comes out empty is no end of the list.
    while !rest.is_empty() {
        let (rows, seen) = these(&mut conn, staff, rest).await?;
        let (part, behind) = rest.split_at(seen);
        rest = behind;
        if !rows.is_empty() {
            let next = part.last().filter(|_| !rest.is_empty()).map(Place::to_text);
            return Ok(ContactPart { rows: in_order(rows, part), next, capped: found.capped });
        }
    }
    Ok(ContactPart { capped: found.capped, ..ContactPart::default() })
}

async fn browse(conn: &mut Conn, staff: &Staff, after: Option<&str>) -> Result<ContactPart, AppError> {
    let after = after.and_then(Cursor::parse).unwrap_or_default();
    let lines = store::page(conn, staff, after).await?;
    let cut = lines.len() >= MOST_LINES;
    let mut rows = folded(lines);
    // Of a list that was cut off the last contact is not whole: the next part begins with it.
    if cut && rows.len() > 1 {
        rows.pop();
    }
    let more = cut || rows.len() > PART;
    rows.truncate(PART);
    let next = rows.last().filter(|_| more).map(|(cursor, _)| cursor.to_text());
    Ok(ContactPart { rows: rows.into_iter().map(|(_, row)| row).collect(), next, capped: false })
}

/// The best hits among the contacts that this staff member may see. Out of sight is left out before a part is cut: the last
/// hit of one is named in the address of the next. It is left out of the best, though: among very many contacts without an
/// account some with one may be missed, and it is said that there may be more.
async fn found(conn: &mut Conn, staff: &Staff, query: &Query) -> Result<Found, AppError> {
    if !staff.sees_all() && !staff.sees_all_contacts() {
        let hits = store::assigned_hits(conn, staff, query).await?;
        return Ok(search::ranked(hits, query, BEST).into());
    }
    let mut found: Found = search::find(conn, staff.firm(), Kind::Contact, query, BEST).await?.into();
    if !staff.sees_all_contacts() && !found.is_empty() {
        let seen = store::of_any_account(conn, staff, &ids_text(found.behind(None))).await?;
        found.keep(&seen);
    }
    Ok(found)
}

/// The next of these hits, and how many that are; fewer when their lines do not fit into an answer.
async fn these(
    conn: &mut Conn,
    staff: &Staff,
    places: &[Place],
) -> Result<(Vec<(Cursor, ContactRow)>, usize), AppError> {
    let mut count = places.len().min(PART);
    loop {
        let part = places.get(..count).unwrap_or(places);
        let lines = store::these(conn, staff, &ids_text(part)).await?;
        if lines.len() < MOST_LINES || count <= 1 {
            return Ok((folded(lines), count));
        }
        count /= 2;
    }
}

/// One row a contact.
fn folded(lines: Vec<ListRow>) -> Vec<(Cursor, ContactRow)> {
    let mut rows: Vec<(Cursor, ContactRow)> = Vec::new();
    for line in lines {
        match (line.what, rows.last_mut()) {
            (0, _) | (_, None) => {
                let row = ContactRow { id: line.id.to_string(), name: line.word, ..ContactRow::default() };
                rows.push((Cursor { sort_key: line.sort_key, id: line.id.0 }, row));
            }
            (1, Some((_, row))) => row.addresses.push(line.word),
            (_, Some((_, row))) => row.accounts.push((line.word, line.name_of)),
        }
    }
    rows
}

/// The rows in the order of the hits.
fn in_order(mut rows: Vec<(Cursor, ContactRow)>, part: &[Place]) -> Vec<ContactRow> {
    rows.sort_by_key(|(cursor, _)| part.iter().position(|place| place.cursor.id == cursor.id));
    rows.into_iter().map(|(_, row)| row).collect()
}
