//! All SQL of the list of accounts. Joins switches, addresses and logins read-only.
//!
//! Each statement first settles which accounts the part holds, at most 51, and only then asks about their people. So the
//! lists of accounts and of people are never read as a whole. The number of rows is written out, because PostgreSQL
//! would take a bound one for a tenth of the table. What belongs to an assignment is found by its id alone: it is of the
//! same firm, and were the firm named once more, PostgreSQL could begin with all that the firm has.

use access::gate::Staff;
use directory::{in_sight, invitation_in_sight, is_active, login_in_sight};
use kernel::{AccountId, Ts};
use lists::{Cursor, part_behind};
use platform::db::{Conn, DbError};
use platform::search::{Candidate, Kind, Query};
use platform::sql;

#[derive(sqlx::FromRow)]
pub(super) struct ListRow {
    pub id: AccountId,
    pub code: String,
    pub name: String,
    pub kind: String,
    pub sort_key: String,
    /// What [`access::access_state::counted`] reads: of each address with LOGIN on where it stands.
    pub access: Option<String>,
    pub notified: i64,
    pub last_login: Option<Ts>,
}

/// Accounts in order, after the cursor; only those this staff member may see (ROLE-3).
pub(super) async fn page(
    conn: &mut Conn,
    staff: &Staff,
    archived: bool,
    after: &Cursor,
) -> Result<Vec<ListRow>, DbError> {
    if staff.sees_all() {
        all(conn, staff, archived, after).await
    } else {
        assigned(conn, staff, archived, after).await
    }
}

async fn all(
    conn: &mut Conn,
    staff: &Staff,
    archived: bool,
    after: &Cursor,
) -> Result<Vec<ListRow>, DbError> {
    sql!(
        [
            "WITH page AS (
            SELECT a.id, a.firm_id, a.code, a.name, a.kind, a.sort_key FROM account a
            WHERE a.firm_id = $1 AND (a.archived_at IS NOT NULL) = $2 AND ",
            part_behind!("a.sort_key", "a.id", "$3", "$4"),
            ")
         SELECT p.id, p.code, p.name, p.kind, p.sort_key,
            STRING_AGG(CASE WHEN ",
            is_active!("u"),
            " THEN 'a'
                WHEN e.id IS NOT NULL THEN COALESCE((SELECT v.told FROM open_invitation v
                    WHERE v.email_norm = e.email_norm AND v.firm_id = e.firm_id), 'n') END, ';')
                AS access,
            COUNT(CASE WHEN s.notify THEN s.id END) AS notified,
            MAX(u.last_login_at) AS last_login
         FROM page p
         LEFT JOIN contact_setting s ON s.account_id = p.id
         LEFT JOIN contact_email e ON e.id = s.email_id AND s.login
         LEFT JOIN portal_user u ON u.firm_id = p.firm_id AND u.email_norm = e.email_norm
         GROUP BY p.sort_key, p.id, p.code, p.name, p.kind
         ORDER BY p.sort_key, p.id, p.code, p.name, p.kind"
        ],
        staff.firm(),
        archived,
        &after.sort_key,
        after.id
    )
    .all(conn)
    .await
}

/// Those assigned to this person, found by their assignments and sorted: an employee works for a few accounts. To
/// restricted staff nobody was here before the account was open to them: that was elsewhere.
async fn assigned(
    conn: &mut Conn,
    staff: &Staff,
    archived: bool,
    after: &Cursor,
) -> Result<Vec<ListRow>, DbError> {
    sql!(
        [
            "WITH page AS (
            SELECT a.id, a.firm_id, a.code, a.name, a.kind, a.sort_key
            FROM account_assignment x CROSS JOIN account a
            WHERE x.firm_id = $1 AND x.user_id = $5 AND a.id = x.account_id
              AND (a.archived_at IS NOT NULL) = $2 AND ",
            part_behind!("a.sort_key", "a.id", "$3", "$4"),
            ")
         SELECT p.id, p.code, p.name, p.kind, p.sort_key,
            STRING_AGG(CASE WHEN ",
            is_active!("u"),
            " AND ",
            login_in_sight!("e", "u", "$5"),
            " THEN 'a'
                WHEN e.id IS NOT NULL THEN COALESCE((SELECT v.told FROM open_invitation v
                    WHERE v.email_norm = e.email_norm AND v.firm_id = e.firm_id
                      AND ",
            invitation_in_sight!("v", "$5"),
            "), 'n') END, ';') AS access,
            COUNT(CASE WHEN s.notify THEN s.id END) AS notified,
            MAX(CASE WHEN u.last_login_at >= COALESCE(s.login_since, s.changed_at) THEN u.last_login_at END)
                AS last_login
         FROM page p
         LEFT JOIN contact_setting s ON s.account_id = p.id
         LEFT JOIN contact_email e ON e.id = s.email_id AND s.login
         LEFT JOIN portal_user u ON u.firm_id = p.firm_id AND u.email_norm = e.email_norm
         GROUP BY p.sort_key, p.id, p.code, p.name, p.kind
         ORDER BY p.sort_key, p.id, p.code, p.name, p.kind"
        ],
        staff.firm(),
        archived,
        &after.sort_key,
        after.id,
        staff.user()
    )
    .all(conn)
    .await
}

/// These accounts, in no order, as far as this staff member may see them and they stand where they are looked for.
/// `ids` are an `id_list`.
pub(super) async fn these(
    conn: &mut Conn,
    staff: &Staff,
    archived: bool,
    ids: &str,
) -> Result<Vec<ListRow>, DbError> {
    sql!(
        before: "WITH page AS (
            SELECT a.id, a.firm_id, a.code, a.name, a.kind, a.sort_key
            FROM ",
        ids: "$3",
        after: [" CROSS JOIN account a
            WHERE a.id = j.id AND a.firm_id = $1 AND (a.archived_at IS NOT NULL) = $2
              AND ", in_sight!("a.id", "$4", "$5"), "
            LIMIT 51)
         SELECT p.id, p.code, p.name, p.kind, p.sort_key,
            STRING_AGG(CASE WHEN ", is_active!("u"), " AND ", login_in_sight!("e", "u", "$4", "$5"), " THEN 'a'
                WHEN e.id IS NOT NULL THEN COALESCE((SELECT v.told FROM open_invitation v
                    WHERE v.email_norm = e.email_norm AND v.firm_id = e.firm_id
                      AND ", invitation_in_sight!("v", "$4", "$5"), "), 'n') END, ';') AS access,
            COUNT(CASE WHEN s.notify THEN s.id END) AS notified,
            MAX(CASE WHEN $4 OR u.last_login_at >= COALESCE(s.login_since, s.changed_at) THEN u.last_login_at END)
                AS last_login
         FROM page p
         LEFT JOIN contact_setting s ON s.account_id = p.id
         LEFT JOIN contact_email e ON e.id = s.email_id AND s.login
         LEFT JOIN portal_user u ON u.firm_id = p.firm_id AND u.email_norm = e.email_norm
         GROUP BY p.id, p.code, p.name, p.kind, p.sort_key"],
        staff.firm(),
        archived,
        ids,
        staff.sees_all(),
        staff.user()
    )
    .all(conn)
    .await
}

/// Those of the assigned accounts that match, the typed short id and number first. Their documents are few, and looked
/// through one by one: what the index says of the firm's other accounts is none of this person's business.
pub(super) async fn assigned_hits(
    conn: &mut Conn,
    staff: &Staff,
    kind: Kind,
    query: &Query,
) -> Result<Vec<Candidate>, DbError> {
    let [p1, p2, p3, p4, p5, p6] = query.patterns();
    sql!(
        "SELECT d.entity_id, d.sort_key, d.lead, d.hay,
            CASE WHEN d.exact = $10 THEN CAST(0 AS BIGINT) WHEN d.number = $11 THEN CAST(1 AS BIGINT)
                ELSE CAST(3 AS BIGINT) END AS part
         FROM account_assignment x CROSS JOIN search_doc d
         WHERE x.firm_id = $1 AND x.user_id = $2 AND d.entity_id = x.account_id AND d.kind = $3
           AND d.hay LIKE $4 AND ($5 = '%' OR d.hay LIKE $5) AND ($6 = '%' OR d.hay LIKE $6)
             AND ($7 = '%' OR d.hay LIKE $7) AND ($8 = '%' OR d.hay LIKE $8) AND ($9 = '%' OR d.hay LIKE $9)
         ORDER BY part, d.sort_key, d.entity_id LIMIT 201",
        staff.firm(),
        staff.user(),
        kind.key(),
        p1,
        p2,
        p3,
        p4,
        p5,
        p6,
        query.code(),
        query.number()
    )
    .all(conn)
    .await
}

/// The first accounts of the list, at most so many.
pub(super) async fn ids(
    conn: &mut Conn,
    staff: &Staff,
    archived: bool,
    limit: i64,
) -> Result<Vec<AccountId>, DbError> {
    let rows: Vec<(AccountId,)> = if staff.sees_all() {
        sql!(
            "SELECT a.id FROM account a WHERE a.firm_id = $1 AND (a.archived_at IS NOT NULL) = $2
             ORDER BY a.sort_key, a.id LIMIT $3",
            staff.firm(),
            archived,
            limit
        )
        .all(conn)
        .await?
    } else {
        sql!(
            "SELECT a.id FROM account_assignment x CROSS JOIN account a
             WHERE x.firm_id = $1 AND x.user_id = $2 AND a.id = x.account_id AND (a.archived_at IS NOT NULL) = $3
             ORDER BY a.sort_key, a.id LIMIT $4",
            staff.firm(),
            staff.user(),
            archived,
            limit
        )
        .all(conn)
        .await?
    };
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Those of the assigned accounts that match, in no order.
pub(super) async fn assigned_ids(
    conn: &mut Conn,
    staff: &Staff,
    kind: Kind,
    query: &Query,
    limit: i64,
) -> Result<Vec<AccountId>, DbError> {
    let [p1, p2, p3, p4, p5, p6] = query.patterns();
    let rows: Vec<(AccountId,)> = sql!(
        "SELECT x.account_id FROM account_assignment x CROSS JOIN search_doc d
         WHERE x.firm_id = $1 AND x.user_id = $2 AND d.entity_id = x.account_id AND d.kind = $3
           AND d.hay LIKE $4 AND d.hay LIKE $5 AND d.hay LIKE $6 AND d.hay LIKE $7 AND d.hay LIKE $8 AND d.hay LIKE $9
         LIMIT $10",
        staff.firm(),
        staff.user(),
        kind.key(),
        p1,
        p2,
        p3,
        p4,
        p5,
        p6,
        limit
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
