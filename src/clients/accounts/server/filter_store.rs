//! All SQL of the list of accounts narrowed to one state of access.
//!
//! Whoever sees all accounts seeks in what the tables keep of each (`account_standing`): by name, or, where an invitation's end
//! decides, by that end, the earliest first. So each part is a seek to where the last one ended, and the clock is asked at
//! that moment. What somebody with assigned accounts may know of a person is another matter for each of them (ROLE-3): their
//! few accounts are looked through one by one.

use access::access_state::{AccessState, AccessSummary};
use access::gate::Staff;
use directory::{invitation_in_sight, is_active, login_in_sight};
use kernel::{AccountId, Ts};
use lists::{Cursor, part_behind};
use platform::db::{Conn, DbError};
use platform::sql;
use uuid::Uuid;

/// The statement of one state, whose index ends with `key` and the id. A macro, because a statement is made of literals only.
macro_rules! places {
    ($key:literal, $narrowed:literal, $staff:ident, $cursor:expr $(, $arg:expr)*) => {
        sql!(
            [
                "SELECT ", $key, ", a.id FROM account a WHERE a.firm_id = $1 AND a.archived_at IS NULL AND ", $narrowed,
                " AND ", part_behind!($key, "a.id", "$2", "$3")
            ],
            $staff.firm(),
            $cursor.0,
            $cursor.1
            $(, $arg)*
        )
    };
}

/// Where the accounts with somebody in this state stand, after the cursor; at most 51. For whoever sees all.
pub(super) async fn places(
    conn: &mut Conn,
    staff: &Staff,
    state: AccessState,
    after: &Cursor,
    now: Ts,
) -> Result<Vec<Cursor>, DbError> {
    match state {
        AccessState::Active => {
            let rows = places!("a.sort_key", "a.access_active", staff, by_name(after));
            rows.all(conn).await.map(of_names)
        }
        AccessState::NotDelivered => {
            let rows = places!("a.sort_key", "a.access_undelivered", staff, by_name(after));
            rows.all(conn).await.map(of_names)
        }
        AccessState::NoAccess => {
            let rows = places!(
                "a.sort_key",
                "NOT a.access_active AND NOT a.access_undelivered AND a.access_first_end IS NULL",
                staff,
                by_name(after)
            );
            rows.all(conn).await.map(of_names)
        }
        // Those whose last invitation ends in the future, the next to end first.
        AccessState::Invited => {
            let after = by_end(after).max((now, Uuid::max()));
            let rows = places!("a.access_last_end", "a.access_last_end IS NOT NULL", staff, after);
            rows.all(conn).await.map(of_ends)
        }
        // Those of whose invitations one has ended, the earliest first.
        AccessState::Expired => {
            let rows = places!(
                "a.access_first_end",
                "a.access_first_end IS NOT NULL AND a.access_first_end <= $4",
                staff,
                by_end(after),
                now
            );
            rows.all(conn).await.map(of_ends)
        }
    }
}

fn by_name(after: &Cursor) -> (&str, Uuid) {
    (&after.sort_key, after.id)
}

fn of_names(rows: Vec<(String, Uuid)>) -> Vec<Cursor> {
    rows.into_iter().map(|(sort_key, id)| Cursor::at(sort_key, id)).collect()
}

/// An end of an invitation where a list in the order of names has a name; what is no end stands before all of them.
fn by_end(after: &Cursor) -> (Ts, Uuid) {
    after.sort_key.parse().map_or((Ts(0), Uuid::nil()), |end| (Ts(end), after.id))
}

fn of_ends(rows: Vec<(Ts, Uuid)>) -> Vec<Cursor> {
    rows.into_iter().map(|(end, id)| Cursor::at(end.0.to_string(), id)).collect()
}

#[derive(sqlx::FromRow)]
struct Kept {
    id: Uuid,
    access_active: bool,
    access_undelivered: bool,
    access_first_end: Option<Ts>,
    access_last_end: Option<Ts>,
}

/// What the tables keep of these accounts, at most 200. `ids` are an `id_list`. The firm is compared in a way that no index
/// answers: only the ids lead to accounts.
pub(super) async fn kept(
    conn: &mut Conn,
    staff: &Staff,
    ids: &str,
) -> Result<Vec<(Uuid, AccessSummary)>, DbError> {
    let rows: Vec<Kept> = sql!(
        before: "SELECT a.id, a.access_active, a.access_undelivered, a.access_first_end, a.access_last_end FROM ",
        ids: "$2",
        after: " CROSS JOIN account a WHERE a.id = j.id AND COALESCE(a.firm_id = $1, FALSE) LIMIT 200",
        staff.firm(),
        ids
    )
    .all(conn)
    .await?;
    let summary = |row: Kept| {
        let summary = AccessSummary {
            active: row.access_active,
            undelivered: row.access_undelivered,
            first_end: row.access_first_end,
            last_end: row.access_last_end,
        };
        (row.id, summary)
    };
    Ok(rows.into_iter().map(summary).collect())
}

/// An account and what `counted` reads of its people.
#[derive(sqlx::FromRow)]
pub(super) struct Standing {
    pub sort_key: String,
    pub id: AccountId,
    pub access: Option<String>,
}

/// The accounts assigned to this staff member that are not archived, in no order, with where their people stand as far as
/// accounts in sight tell; at most 5,000, as many as a choice may have.
pub(super) async fn assigned(conn: &mut Conn, staff: &Staff) -> Result<Vec<Standing>, DbError> {
    sql!(
        [
            "WITH mine AS (
            SELECT a.id, a.firm_id, a.sort_key FROM account_assignment x CROSS JOIN account a
            WHERE x.firm_id = $1 AND x.user_id = $2 AND a.id = x.account_id AND a.archived_at IS NULL
            ORDER BY a.sort_key, a.id LIMIT 5000)
         SELECT p.sort_key, p.id,
            STRING_AGG(CASE WHEN ",
            is_active!("u"),
            " AND ",
            login_in_sight!("e", "u", "$2"),
            " THEN 'a'
                WHEN e.id IS NOT NULL THEN COALESCE((SELECT v.told FROM open_invitation v
                    WHERE v.email_norm = e.email_norm AND v.firm_id = e.firm_id
                      AND ",
            invitation_in_sight!("v", "$2"),
            "), 'n') END, ';') AS access
         FROM mine p
         LEFT JOIN contact_setting s ON s.account_id = p.id
         LEFT JOIN contact_email e ON e.id = s.email_id AND s.login
         LEFT JOIN portal_user u ON u.firm_id = p.firm_id AND u.email_norm = e.email_norm
         GROUP BY p.sort_key, p.id"
        ],
        staff.firm(),
        staff.user()
    )
    .all(conn)
    .await
}
