//! The list of accounts: where its parts are taken from, narrowed to a state of access, and what a search in it finds.

use super::filter_store::{self, Standing};
use super::list_store::{self as store, ListRow};
use super::why;
use crate::accounts::list::Accounts;
use crate::accounts::model::AccountRow;
use access::access_state::{AccessState, counted};
use access::gate::Staff;
use directory::accounts::AccountKind;
use kernel::{AccountId, AppError};
use lists::{BEST, Behind, Cursor, Fetched, PART, Part, Places, Rows, Wanted};
use platform::Cx;
use platform::db::{Conn, id_list};
use platform::search::{self, Kind, Query};
use std::collections::HashSet;
use uuid::Uuid;

/// The accounts that this staff member may see, as far as they are wanted.
pub(crate) async fn list(
    cx: &Cx,
    staff: &Staff,
    wanted: &Wanted<Accounts>,
) -> Result<Part<AccountRow>, AppError> {
    let mut list = ForStaff {
        cx,
        staff,
        conn: cx.db.read().await?,
        archived: Accounts::is_archived(wanted),
        access: Accounts::access(wanted),
        search: Query::parse(wanted.search()).map(|query| (query, wanted.search())),
    };
    let places = list.places().await?;
    lists::read(&mut list, wanted, places.as_ref()).await
}

/// The list as somebody of the staff may see it.
struct ForStaff<'a> {
    cx: &'a Cx,
    staff: &'a Staff,
    conn: Conn,
    archived: bool,
    access: Option<AccessState>,
    /// What is searched for, and how it was typed.
    search: Option<(Query, &'a str)>,
}

impl ForStaff<'_> {
    /// What is known before a part is cut: the hits of a search, or accounts that were looked through one by one. Otherwise each
    /// part is a seek.
    async fn places(&mut self) -> Result<Option<Places>, AppError> {
        let (cx, staff, conn) = (self.cx, self.staff, &mut self.conn);
        match (&self.search, self.access) {
            (Some((query, _)), access) => {
                let mut found = found(conn, staff, self.archived, query).await?;
                if let Some(state) = access {
                    let ids: Vec<Uuid> = found.behind(None).iter().map(|place| place.id).collect();
                    let (kept, _) = these_in_state(cx, conn, staff, &ids, state).await?;
                    found.keep(&kept);
                }
                Ok(Some(found))
            }
            (None, Some(state)) if !staff.sees_all() => {
                let (mine, _) = assigned_in(cx, conn, staff, state).await?;
                let place = |it: Standing| Cursor::at(it.sort_key, it.id.0);
                Ok(Some(Places::in_order(mine.into_iter().map(place).collect())))
            }
            (None, _) => Ok(None),
        }
    }
}

impl Rows for ForStaff<'_> {
    type Row = AccountRow;

    async fn behind(&mut self, after: &Cursor) -> Result<Behind<AccountRow>, AppError> {
        if let Some(state) = self.access {
            let now = self.cx.now();
            let places = filter_store::places(&mut self.conn, self.staff, state, after, now).await?;
            return Ok(Behind::Places(places));
        }
        let rows = store::page(&mut self.conn, self.staff, self.archived, after).await?;
        let row =
            |row: ListRow| (Cursor::at(row.sort_key.clone(), row.id.0), shown(self.cx, self.archived, row));
        Ok(Behind::Rows { rows: rows.into_iter().map(row).collect(), cut: false })
    }

    async fn at(&mut self, ids: &[Uuid]) -> Result<Fetched<AccountRow>, AppError> {
        let (cx, staff, archived, conn) = (self.cx, self.staff, self.archived, &mut self.conn);
        let rows = store::these(conn, staff, archived, &id_list(ids.iter().copied())).await?;
        let marks = match &self.search {
            Some((query, typed)) => why::found(conn, staff, &rows, query.words(), typed).await?,
            None => Vec::new(),
        };
        let marks = marks.into_iter().chain(std::iter::repeat_with(Default::default));
        let row = |(row, found): (ListRow, _)| (row.id.0, AccountRow { found, ..shown(cx, archived, row) });
        Ok(Fetched { rows: rows.into_iter().zip(marks).map(row).collect(), read: ids.len() })
    }
}

/// All accounts that are wanted, not only those on a page: at most so many, and whether there may be more. Of hits some may be
/// out of sight; whoever shows them leaves those out.
pub(crate) async fn all_of(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    wanted: &Wanted<Accounts>,
    most: i64,
) -> Result<(Vec<AccountId>, bool), AppError> {
    let (query, access) = (Query::parse(wanted.search()), Accounts::access(wanted));
    if let (None, Some(state), true) = (&query, access, staff.sees_all()) {
        return all_in_state(cx, conn, staff, state, most).await;
    }
    let archived = Accounts::is_archived(wanted);
    let (mut ids, mut is_cut) = match &query {
        None => (store::ids(conn, staff, archived, most).await?, false),
        Some(query) if staff.sees_all() => {
            let found = search::find_all(conn, staff.firm(), kind(archived), query, most).await?;
            (found.ids.into_iter().map(AccountId).collect(), found.is_cut)
        }
        Some(query) => (store::assigned_ids(conn, staff, kind(archived), query, most).await?, false),
    };
    is_cut |= are_as_many(ids.len(), most);
    if let Some(state) = access {
        let all: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
        let (kept, looked_at) = these_in_state(cx, conn, staff, &all, state).await?;
        ids.retain(|id| kept.contains(&id.0));
        is_cut |= are_as_many(looked_at, most);
    }
    Ok((ids, is_cut))
}

/// Whether a limit may have left some out.
fn are_as_many(count: usize, most: i64) -> bool {
    i64::try_from(count).is_ok_and(|count| count >= most)
}

/// All accounts of the firm with somebody in this state, seek by seek as the list is read: looking through the first ones of all
/// would miss those further down.
async fn all_in_state(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    state: AccessState,
    most: i64,
) -> Result<(Vec<AccountId>, bool), AppError> {
    let (mut ids, mut after, now) = (Vec::new(), Cursor::default(), cx.now());
    loop {
        let places = filter_store::places(conn, staff, state, &after, now).await?;
        let has_more = places.len() > PART;
        ids.extend(places.iter().map(|place| AccountId(place.id)));
        match places.into_iter().next_back() {
            Some(last) if has_more && !are_as_many(ids.len(), most) => after = last,
            _ => {
                let most = usize::try_from(most).unwrap_or_default();
                let is_cut = has_more || ids.len() > most;
                ids.truncate(most);
                return Ok((ids, is_cut));
            }
        }
    }
}

/// The accounts assigned to this staff member that have somebody in this state, and how many were looked through for them.
async fn assigned_in(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    state: AccessState,
) -> Result<(Vec<Standing>, usize), AppError> {
    let mut mine = filter_store::assigned(conn, staff).await?;
    let looked_at = mine.len();
    mine.retain(|it| counted(it.access.as_deref(), false, cx.now()).of(state) > 0);
    Ok((mine, looked_at))
}

/// Which of these accounts have somebody in this state, and how many were looked through.
async fn these_in_state(
    cx: &Cx,
    conn: &mut Conn,
    staff: &Staff,
    ids: &[Uuid],
    state: AccessState,
) -> Result<(HashSet<Uuid>, usize), AppError> {
    if !staff.sees_all() {
        let (mine, looked_at) = assigned_in(cx, conn, staff, state).await?;
        return Ok((mine.into_iter().map(|it| it.id.0).collect(), looked_at));
    }
    let mut all = HashSet::new();
    for ids in ids.chunks(BEST) {
        let kept = filter_store::kept(conn, staff, &id_list(ids.iter().copied())).await?;
        all.extend(kept.into_iter().filter(|(_, it)| it.has(state, cx.now())).map(|(id, _)| id));
    }
    Ok((all, ids.len()))
}

/// The best hits among the accounts that this staff member may see.
async fn found(conn: &mut Conn, staff: &Staff, archived: bool, query: &Query) -> Result<Places, AppError> {
    if staff.sees_all() {
        return Ok(search::find(conn, staff.firm(), kind(archived), query, BEST).await?.into());
    }
    let hits = store::assigned_hits(conn, staff, kind(archived), query).await?;
    Ok(search::ranked(hits, query, BEST).into())
}

fn kind(archived: bool) -> Kind {
    if archived { Kind::ArchivedAccount } else { Kind::ActiveAccount }
}

fn shown(cx: &Cx, archived: bool, row: ListRow) -> AccountRow {
    AccountRow {
        code: row.code,
        name: row.name,
        kind: AccountKind::from_key(&row.kind).unwrap_or(AccountKind::Other),
        access: counted(row.access.as_deref(), archived, cx.now()),
        notify: row.notified > 0,
        last_login: row.last_login.map(|at| cx.when(at)),
        ..AccountRow::default()
    }
}
