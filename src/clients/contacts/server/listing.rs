//! The list of contacts, part by part, and what a search in it finds.

use super::list_store::{self as store, ListRow, MOST_LINES};
use crate::contacts::model::{self, ContactPart, ContactRow};
use crate::lists::{BEST, Cursor, Found, MOST_PARTS, PART, Place, ids_text};
use crate::search::{Reason, reasons, unsaid};
use access::access_state::told;
use access::gate::Staff;
use kernel::{AppError, Ts, fold};
use platform::Cx;
use platform::db::Conn;
use platform::search::{self, Kind, Query};

/// So many parts of the list, behind one another.
pub(crate) async fn parts(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    after: Option<&str>,
    number: usize,
) -> Result<ContactPart, AppError> {
    let mut list = List::open(cx, staff, search).await?;
    let mut all = list.part(after).await?;
    for _ in 1..number.clamp(1, MOST_PARTS) {
        let Some(next) = all.next.take() else { break };
        let part = list.part(Some(&next)).await?;
        all.rows.extend(part.rows);
        (all.next, all.capped) = (part.next, part.capped);
    }
    Ok(all)
}

/// A part of the contacts that this staff member may see: of all, or of those that match a search.
#[cfg(test)]
pub(crate) async fn list(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    after: Option<&str>,
) -> Result<ContactPart, AppError> {
    List::open(cx, staff, search).await?.part(after).await
}

/// A list as it was asked for. What a search found is read once for all of its parts.
struct List<'a> {
    cx: &'a Cx,
    staff: &'a Staff,
    conn: Conn,
    found: Option<(Found, Query)>,
}

impl<'a> List<'a> {
    /// The contacts that this staff member may see, or those that match a search.
    async fn open(cx: &'a Cx, staff: &'a Staff, search: &str) -> Result<Self, AppError> {
        let mut conn = cx.db.read().await?;
        let found = match Query::parse(search) {
            Some(query) => Some((found(&mut conn, staff, &query).await?, query)),
            None => None,
        };
        Ok(Self { cx, staff, conn, found })
    }

    /// The part behind this place; what is no place is the beginning.
    async fn part(&mut self, after: Option<&str>) -> Result<ContactPart, AppError> {
        let (conn, staff, now) = (&mut self.conn, self.staff, self.cx.now());
        let Some((found, query)) = &self.found else { return browse(conn, staff, after, now).await };
        let mut rest = found.behind(after);
        // What is out of sight is left out by the statement; a part that comes out empty is no end of the list.
        while !rest.is_empty() {
            let (rows, seen) = these(conn, staff, rest, now).await?;
            let (part, behind) = rest.split_at(seen);
            rest = behind;
            if !rows.is_empty() {
                let next = part.last().filter(|_| !rest.is_empty()).map(Place::to_text);
                let rows = in_order(rows, part).into_iter().map(|read| marked(read, query.words())).collect();
                return Ok(ContactPart { rows, next, capped: found.capped });
            }
        }
        Ok(ContactPart { capped: found.capped, ..ContactPart::default() })
    }
}

async fn browse(
    conn: &mut Conn,
    staff: &Staff,
    after: Option<&str>,
    now: Ts,
) -> Result<ContactPart, AppError> {
    let after = after.and_then(Cursor::parse).unwrap_or_default();
    let lines = store::page(conn, staff, after).await?;
    let cut = lines.len() >= MOST_LINES;
    let mut rows: Vec<_> = folded(lines, now).into_iter().map(|(cursor, read)| (cursor, read.row)).collect();
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
    now: Ts,
) -> Result<(Vec<(Cursor, Read)>, usize), AppError> {
    let mut count = places.len().min(PART);
    loop {
        let part = places.get(..count).unwrap_or(places);
        let lines = store::these(conn, staff, &ids_text(part)).await?;
        if lines.len() < MOST_LINES || count <= 1 {
            return Ok((folded(lines, now), count));
        }
        count /= 2;
    }
}

/// A contact as it was read.
struct Read {
    row: ContactRow,
    /// What else it is found by: addresses that others replace, and those that mail servers read otherwise, as both.
    others: Vec<(String, String)>,
}

/// One row a contact.
fn folded(lines: Vec<ListRow>, now: Ts) -> Vec<(Cursor, Read)> {
    let mut all: Vec<(Cursor, Read)> = Vec::new();
    for line in lines {
        match (line.what, all.last_mut()) {
            (0, _) | (_, None) => {
                let row = ContactRow { id: line.id.to_string(), name: line.word, ..ContactRow::default() };
                let cursor = Cursor { sort_key: line.sort_key, id: line.id.0 };
                all.push((cursor, Read { row, others: Vec::new() }));
            }
            (1, Some((_, read))) => {
                read.row.addresses.push(line.word);
                read.row.access.push(told(&line.name_of, now));
            }
            (3, Some((_, read))) => read.others.push((line.word, line.name_of)),
            (_, Some((_, read))) => read.row.accounts.push((line.word, line.name_of)),
        }
    }
    all
}

/// The contacts in the order of the hits.
fn in_order(mut all: Vec<(Cursor, Read)>, part: &[Place]) -> Vec<Read> {
    all.sort_by_key(|(cursor, _)| part.iter().position(|place| place.cursor.id == cursor.id));
    all.into_iter().map(|(_, read)| read).collect()
}

/// The row with what was found marked in its name and addresses; and an address that it does not show, where only that says
/// why.
fn marked(read: Read, query: &[String]) -> ContactRow {
    let Read { mut row, others } = read;
    let of = |address: &str| others.iter().find(|(text, _)| text == address).map(|(_, norm)| norm.as_str());
    let mut shown: Vec<&str> = vec![&row.name];
    for address in &row.addresses {
        shown.push(address);
        shown.extend(of(address));
    }
    let hidden = others.iter().filter(|(text, _)| !row.addresses.contains(text));
    let hidden: Vec<Reason<'_>> = hidden.map(|(text, norm)| Reason { text, also: Some(norm) }).collect();
    let why = reasons(unsaid(&shown, query), query, &hidden);
    let addresses = row.addresses.iter().map(|address| {
        let reason = Reason { text: address, also: of(address) };
        if reason.is_found(query) { reason.marked(query) } else { Vec::new() }
    });
    row.found = model::Found { name: fold::marks(&row.name, query), addresses: addresses.collect(), why };
    row
}
