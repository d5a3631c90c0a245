//! The list of contacts: where its parts are taken from, and what a search in it finds.

use super::list_store::{self as store, ListRow, MOST_LINES};
use crate::contacts::list::Contacts;
use crate::contacts::model::{self, ContactRow};
use access::access_state::told;
use access::gate::Staff;
use kernel::{AppError, Ts, fold};
use lists::{BEST, Behind, Cursor, Fetched, Part, Places, Reason, Rows, Wanted, reasons, unsaid};
use platform::Cx;
use platform::db::{Conn, id_list};
use platform::search::{self, Kind, Query};
use uuid::Uuid;

/// The contacts that this staff member may see, as far as they are wanted.
pub(crate) async fn list(
    cx: &Cx,
    staff: &Staff,
    wanted: &Wanted<Contacts>,
) -> Result<Part<ContactRow>, AppError> {
    let mut conn = cx.db.read().await?;
    let query = Query::parse(wanted.search());
    let places = match &query {
        Some(query) => Some(found(&mut conn, staff, query).await?),
        None => None,
    };
    lists::read(&mut ForStaff { staff, conn, query, now: cx.now() }, wanted, places.as_ref()).await
}

/// The list as somebody of the staff may see it.
struct ForStaff<'a> {
    staff: &'a Staff,
    conn: Conn,
    query: Option<Query>,
    now: Ts,
}

impl Rows for ForStaff<'_> {
    type Row = ContactRow;

    async fn behind(&mut self, after: &Cursor) -> Result<Behind<ContactRow>, AppError> {
        let lines = store::page(&mut self.conn, self.staff, after).await?;
        let cut = lines.len() >= MOST_LINES;
        let mut rows: Vec<_> =
            folded(lines, self.now).into_iter().map(|(cursor, read)| (cursor, read.row)).collect();
        // Of a list that was cut off the last contact is not whole: the next part begins with it.
        if cut && rows.len() > 1 {
            rows.pop();
        }
        Ok(Behind::Rows { rows, cut })
    }

    /// Fewer where their lines do not fit into an answer. What is out of sight is left out by the statement.
    async fn at(&mut self, ids: &[Uuid]) -> Result<Fetched<ContactRow>, AppError> {
        let words = self.query.as_ref().map(Query::words).unwrap_or_default();
        let mut count = ids.len();
        loop {
            let part = id_list(ids.iter().take(count).copied());
            let lines = store::these(&mut self.conn, self.staff, &part).await?;
            if lines.len() < MOST_LINES || count <= 1 {
                let rows = folded(lines, self.now).into_iter();
                let rows = rows.map(|(cursor, read)| (cursor.id, marked(read, words))).collect();
                return Ok(Fetched { rows, read: count });
            }
            count /= 2;
        }
    }
}

/// The best hits among the contacts that this staff member may see. Out of sight is left out before a part is cut: the last
/// hit of one is named in the address of the next. It is left out of the best, though: among very many contacts without an
/// account some with one may be missed, and it is said that there may be more.
async fn found(conn: &mut Conn, staff: &Staff, query: &Query) -> Result<Places, AppError> {
    if !staff.sees_all() && !staff.sees_all_contacts() {
        let hits = store::assigned_hits(conn, staff, query).await?;
        return Ok(search::ranked(hits, query, BEST).into());
    }
    let mut found: Places = search::find(conn, staff.firm(), Kind::Contact, query, BEST).await?.into();
    if !staff.sees_all_contacts() && !found.is_empty() {
        let seen = store::of_any_account(conn, staff, &found.ids_text()).await?;
        found.keep(&seen);
    }
    Ok(found)
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
                let cursor = Cursor::at(line.sort_key, line.id.0);
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
