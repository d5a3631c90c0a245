//! The list of accounts, part by part, narrowed to a state of access, and what a search in it finds.

use super::filter_store::{self, Standing};
use super::list_store::{self as store, ListRow};
use super::why;
use crate::accounts::model::{AccountPage, AccountRow};
use crate::lists::{BEST, Cursor, Found, InOrder, ListAt, MOST_PARTS, PART, Place, ids_text};
use access::access_state::{AccessState, counted};
use access::gate::Staff;
use directory::accounts::AccountKind;
use kernel::AppError;
use platform::Cx;
use platform::db::Conn;
use platform::search::{self, Kind, Query};
use std::collections::HashSet;
use uuid::Uuid;

/// A part of the accounts that this staff member may see: of all, or of those that match a search.
#[cfg(test)]
pub(crate) async fn list(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    archived: bool,
    after: Option<&str>,
) -> Result<AccountPage, AppError> {
    narrowed(cx, staff, search, archived, None, after).await
}

/// As [`list`], narrowed as [`List::open`] says.
#[cfg(test)]
pub(crate) async fn narrowed(
    cx: &Cx,
    staff: &Staff,
    search: &str,
    archived: bool,
    access: Option<AccessState>,
    after: Option<&str>,
) -> Result<AccountPage, AppError> {
    List::open(cx, staff, search, archived, access).await?.part(after).await
}

/// So many parts of the list from this place of it, behind one another.
pub(crate) async fn parts(cx: &Cx, staff: &Staff, at: &ListAt) -> Result<AccountPage, AppError> {
    let mut list = List::open(cx, staff, &at.search, at.archived, at.access).await?;
    let mut all = list.part(at.after.as_deref()).await?;
    for _ in 1..at.parts.clamp(1, MOST_PARTS) {
        let Some(next) = all.next.take() else { break };
        let part = list.part(Some(&next)).await?;
        all.rows.extend(part.rows);
        (all.next, all.capped) = (part.next, part.capped);
    }
    Ok(all)
}

/// A list as it was asked for. What all of its parts are taken from is read once.
struct List<'a> {
    cx: &'a Cx,
    staff: &'a Staff,
    search: &'a str,
    archived: bool,
    conn: Conn,
    from: Source,
}

/// What the parts of a list are taken from.
enum Source {
    /// The accounts in the order of their names; each part is a seek.
    Names,
    /// What the tables keep of each account; each part is a seek.
    Kept(AccessState),
    /// Accounts that were looked through one by one.
    Chosen(InOrder),
    Found(Found, Query),
}

impl<'a> List<'a> {
    /// The accounts that this staff member may see, or those that match a search; with `access` only those that have somebody
    /// in that state, or nobody in any for `NoAccess`. Nobody enters an archived account, so those are not narrowed.
    async fn open(
        cx: &'a Cx,
        staff: &'a Staff,
        search: &'a str,
        archived: bool,
        access: Option<AccessState>,
    ) -> Result<Self, AppError> {
        let mut conn = cx.db.read().await?;
        let access = access.filter(|_| !archived);
        let from = match (Query::parse(search), access) {
            (Some(query), _) => {
                let mut found = found(&mut conn, staff, archived, &query).await?;
                if let Some(state) = access {
                    let kept = in_state(cx, &mut conn, staff, &found, state).await?;
                    found.keep(&kept);
                }
                Source::Found(found, query)
            }
            (None, None) => Source::Names,
            (None, Some(state)) if staff.sees_all() => Source::Kept(state),
            (None, Some(state)) => {
                let mine = assigned_in(cx, &mut conn, staff, state).await?;
                let place = |it: Standing| Cursor { sort_key: it.sort_key, id: it.id.0 };
                Source::Chosen(InOrder::new(mine.into_iter().map(place).collect()))
            }
        };
        Ok(Self { cx, staff, search, archived, conn, from })
    }

    /// The part behind this place; what is no place is the beginning.
    async fn part(&mut self, after: Option<&str>) -> Result<AccountPage, AppError> {
        let (cx, staff, conn) = (self.cx, self.staff, &mut self.conn);
        let cursor = || after.and_then(Cursor::parse).unwrap_or_default();
        match &self.from {
            Source::Names => browse(cx, conn, staff, self.archived, cursor()).await,
            Source::Kept(state) => {
                let places = filter_store::places(conn, staff, *state, &cursor(), cx.now()).await?;
                at_places(cx, conn, staff, &places).await
            }
            Source::Chosen(places) => at_places(cx, conn, staff, places.behind(&cursor())).await,
            Source::Found(found, query) => {
                let places = (found.behind(after), found.capped);
                hits(cx, conn, staff, self.archived, places, (query, self.search)).await
            }
        }
    }
}

async fn browse(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    archived: bool,
    after: Cursor,
) -> Result<AccountPage, AppError> {
    let mut rows = store::page(conn, staff, archived, after).await?;
    let more = rows.len() > PART;
    rows.truncate(PART);
    let next = rows.last().filter(|_| more);
    let next = next.map(|last| Cursor { sort_key: last.sort_key.clone(), id: last.id.0 }.to_text());
    Ok(AccountPage { rows: shown(cx, archived, rows), next, capped: false })
}

/// A part of what a search found: `query` is what was `typed`.
async fn hits(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    archived: bool,
    (places, capped): (&[Place], bool),
    (query, typed): (&Query, &str),
) -> Result<AccountPage, AppError> {
    // An account may have been archived since it was found; a part that comes out empty is no end of the list.
    for (number, part) in places.chunks(PART).enumerate() {
        let rows = store::these(conn, staff, archived, &ids_text(part)).await?;
        if rows.is_empty() {
            continue;
        }
        let more = places.len() > (number + 1) * PART;
        let next = part.last().filter(|_| more).map(Place::to_text);
        let rows = in_order(rows, part);
        let marks = why::found(conn, staff, &rows, query.words(), typed).await?;
        let marked = |(row, marks)| AccountRow { found: marks, ..row };
        let rows = shown(cx, archived, rows).into_iter().zip(marks).map(marked).collect();
        return Ok(AccountPage { rows, next, capped });
    }
    Ok(AccountPage { capped, ..AccountPage::default() })
}

/// The first of the accounts that stand here.
async fn at_places(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    places: &[Cursor],
) -> Result<AccountPage, AppError> {
    let part = places.get(..PART).unwrap_or(places);
    let next = part.last().filter(|_| places.len() > PART).map(Cursor::to_text);
    let ids = platform::db::id_list(part.iter().map(|place| place.id));
    let mut rows = store::these(conn, staff, false, &ids).await?;
    rows.sort_by_key(|row| part.iter().position(|place| place.id == row.id.0));
    Ok(AccountPage { rows: shown(cx, false, rows), next, capped: false })
}

/// The accounts assigned to this staff member that have somebody in this state.
async fn assigned_in(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    state: AccessState,
) -> Result<Vec<Standing>, AppError> {
    let mut mine = filter_store::assigned(conn, staff).await?;
    mine.retain(|it| counted(it.access.as_deref(), false, cx.now()).of(state) > 0);
    Ok(mine)
}

/// Which of the hits have somebody in this state.
async fn in_state(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    found: &Found,
    state: AccessState,
) -> Result<HashSet<Uuid>, AppError> {
    if staff.sees_all() {
        let kept = filter_store::kept(conn, staff, &ids_text(found.behind(None))).await?;
        let now = cx.now();
        return Ok(kept.into_iter().filter(|(_, it)| it.has(state, now)).map(|(id, _)| id).collect());
    }
    let mine = assigned_in(cx, conn, staff, state).await?;
    Ok(mine.into_iter().map(|it| it.id.0).collect())
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

fn shown(cx: &Cx, archived: bool, rows: Vec<ListRow>) -> Vec<AccountRow> {
    let row = |row: ListRow| AccountRow {
        code: row.code,
        name: row.name,
        kind: AccountKind::from_key(&row.kind).unwrap_or(AccountKind::Other),
        access: counted(row.access.as_deref(), archived, cx.now()),
        notify: row.notified > 0,
        last_login: row.last_login.map(|at| cx.when(at)),
        ..AccountRow::default()
    };
    rows.into_iter().map(row).collect()
}
