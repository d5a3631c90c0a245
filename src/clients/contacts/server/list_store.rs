//! All SQL of the list of contacts. Joins addresses, links and accounts read-only.
//!
//! Each statement first settles which contacts the part holds, at most 51, and only then asks for their addresses and
//! accounts. The numbers of rows are written out, because PostgreSQL would take a bound one for a tenth of the table. What
//! belongs to an assignment is found by its id alone: it is of the same firm, and were the firm named once more,
//! PostgreSQL could begin with all that the firm has.
//!
//! Who sees all contacts meets all; who does not, those with an account in sight (ROLE-2). Of their accounts everybody
//! meets those in sight (ROLE-3).

use access::gate::Staff;
use directory::{contact_in_sight, in_sight, invitation_in_sight, is_active, login_in_sight, open_to};
use kernel::ContactId;
use lists::{Cursor, part_behind};
use platform::db::{Conn, DbError};
use platform::search::{Candidate, Kind, Query};
use platform::sql;
use std::collections::HashSet;
use uuid::Uuid;

/// Most lines of an answer; an answer with so many may have been cut off.
pub(super) const MOST_LINES: usize = 1000;

/// One line: a contact's name, one of its addresses, or one of its accounts.
#[derive(sqlx::FromRow)]
pub(super) struct ListRow {
    pub sort_key: String,
    pub id: ContactId,
    /// 0 the name, 1 an address, 2 an account, 3 what else it is found by: an address and what mail servers read.
    pub what: i64,
    pub word: String,
    /// An account's name; of an address what [`access::access_state::told`] reads, nothing where LOGIN is off.
    pub name_of: String,
}

/// The statement of a part: its contacts as the first piece settles them behind the cursor, then their addresses and accounts.
/// `sight` are the values that say whose sight it is. A macro, because a statement is made of literals only.
macro_rules! part {
    ($page:tt, sight: ($($sight:literal),+), accounts: $accounts:tt, $staff:ident, $after:ident $(, $arg:expr)+) => {
        part!(@pieces $page, [
            in_sight!("b.id", $($sight),+),
            login_in_sight!("e", "u", $($sight),+),
            invitation_in_sight!("v", $($sight),+)
        ], $accounts, $staff, $after $(, $arg)+)
    };
    (@pieces [$($page:expr),+], [$in_sight:expr, $login:expr, $invitation:expr], [$($accounts:expr),+],
        $staff:ident, $after:ident $(, $arg:expr)+) => {
        sql!(
            ["WITH page AS (", $($page),+, " AND ", part_behind!("c.sort_key", "c.id", "$2", "$3"), ")
             SELECT p.sort_key, p.id, CAST(0 AS BIGINT) AS what, CAST(0 AS BIGINT) AS place, p.name AS word, '' AS name_of
             FROM page p
             UNION ALL
             SELECT p.sort_key, p.id, CAST(1 AS BIGINT), e.position, e.email,
                CASE WHEN NOT EXISTS (SELECT 1 FROM contact_setting s CROSS JOIN account b
                    WHERE ", open_to!(ids: "e", "s", "b"), " AND ", $in_sight, ") THEN ''
                WHEN EXISTS (SELECT 1 FROM portal_user u WHERE u.email_norm = e.email_norm AND u.firm_id = e.firm_id
                    AND ", is_active!("u"), " AND ", $login, ") THEN 'a'
                ELSE COALESCE((SELECT v.told FROM open_invitation v
                    WHERE v.email_norm = e.email_norm AND v.firm_id = e.firm_id
                      AND ", $invitation, "), 'n') END
             FROM page p CROSS JOIN contact_email e WHERE e.contact_id = p.id AND e.unlinked_at IS NULL
             UNION ALL
             SELECT p.sort_key, p.id, CAST(2 AS BIGINT), CAST(0 AS BIGINT), a.code, a.name ", $($accounts),+, "
             ORDER BY 1, 2, 3, 4, 5 LIMIT 1000"],
            $staff.firm(),
            &$after.sort_key,
            $after.id
            $(, $arg)+
        )
    };
}

/// Contacts in order, after the cursor; of each first its name, then its addresses, then its accounts.
///
/// Who sees all contacts walks the index, and so does who sees all accounts, to meet the contacts of any: whether one has an
/// account is looked up for each that is met, with a LIMIT and an OFFSET, since PostgreSQL could otherwise gather the contacts
/// of all accounts first. Everybody else's are found by their assignments and sorted: an employee works for a few accounts.
pub(super) async fn page(conn: &mut Conn, staff: &Staff, after: &Cursor) -> Result<Vec<ListRow>, DbError> {
    if staff.sees_all_contacts() {
        return part!(
            ["SELECT c.id, c.name, c.sort_key FROM contact c WHERE c.firm_id = $1"],
            sight: ("$4", "$5"),
            accounts: ["FROM page p CROSS JOIN account_contact l CROSS JOIN account a
                WHERE l.contact_id = p.id AND a.id = l.account_id AND ", in_sight!("a.id", "$4", "$5")],
            staff, after, staff.sees_all(), staff.user()
        )
        .all(conn)
        .await;
    }
    if staff.sees_all() {
        return part!(
            ["SELECT c.id, c.name, c.sort_key FROM contact c WHERE c.firm_id = $1
                AND EXISTS (SELECT 1 FROM account_contact k WHERE k.contact_id = c.id LIMIT 1 OFFSET 0)"],
            sight: ("$4", "$5"),
            accounts: ["FROM page p CROSS JOIN account_contact l CROSS JOIN account a
                WHERE l.contact_id = p.id AND a.id = l.account_id AND ", in_sight!("a.id", "$4", "$5")],
            staff, after, staff.sees_all(), staff.user()
        )
        .all(conn)
        .await;
    }
    part!(
        ["SELECT DISTINCT c.id, c.name, c.sort_key
            FROM account_assignment x CROSS JOIN account_contact k CROSS JOIN contact c
            WHERE x.firm_id = $1 AND x.user_id = $4 AND k.account_id = x.account_id AND c.id = k.contact_id"],
        sight: ("$4"),
        accounts: ["FROM page p CROSS JOIN account_contact l CROSS JOIN account_assignment x CROSS JOIN account a
            WHERE l.contact_id = p.id AND x.account_id = l.account_id AND x.user_id = $4 AND a.id = l.account_id"],
        staff, after, staff.user()
    )
    .all(conn)
    .await
}

/// These contacts in the order of the list, as far as this staff member may see them, and what else they are found by: the
/// addresses that others replace, and those that mail servers read otherwise. `ids` are an `id_list`.
pub(super) async fn these(conn: &mut Conn, staff: &Staff, ids: &str) -> Result<Vec<ListRow>, DbError> {
    sql!(
        before: "WITH page AS (
            SELECT c.id, c.name, c.sort_key
            FROM ",
        ids: "$2",
        after: [" CROSS JOIN contact c
            WHERE c.id = j.id AND c.firm_id = $1
              AND ", contact_in_sight!("c.id", "$3", "$4", "$5"), "
            LIMIT 51)
         SELECT p.sort_key, p.id, CAST(0 AS BIGINT) AS what, CAST(0 AS BIGINT) AS place, p.name AS word, '' AS name_of
         FROM page p
         UNION ALL
         SELECT p.sort_key, p.id, CAST(1 AS BIGINT), e.position, e.email,
            CASE WHEN NOT EXISTS (SELECT 1 FROM contact_setting s CROSS JOIN account b
                WHERE ", open_to!(ids: "e", "s", "b"), " AND ", in_sight!("b.id", "$4", "$5"), ") THEN ''
            WHEN EXISTS (SELECT 1 FROM portal_user u WHERE u.email_norm = e.email_norm AND u.firm_id = e.firm_id
                AND ", is_active!("u"), " AND ", login_in_sight!("e", "u", "$4", "$5"), ") THEN 'a'
            ELSE COALESCE((SELECT v.told FROM open_invitation v
                WHERE v.email_norm = e.email_norm AND v.firm_id = e.firm_id
                  AND ", invitation_in_sight!("v", "$4", "$5"), "), 'n') END
         FROM page p CROSS JOIN contact_email e WHERE e.contact_id = p.id AND e.unlinked_at IS NULL
         UNION ALL
         SELECT p.sort_key, p.id, CAST(2 AS BIGINT), CAST(0 AS BIGINT), a.code, a.name
         FROM page p CROSS JOIN account_contact l CROSS JOIN account a
         WHERE l.contact_id = p.id AND a.id = l.account_id
           AND ", in_sight!("a.id", "$4", "$5"), "
         UNION ALL
         SELECT p.sort_key, p.id, CAST(3 AS BIGINT), e.position, e.email, e.email_norm
         FROM page p CROSS JOIN contact_email e
         WHERE e.contact_id = p.id AND (e.unlinked_at IS NOT NULL OR e.email_norm <> LOWER(e.email))
         ORDER BY 1, 2, 3, 4, 5 LIMIT 1000"],
        staff.firm(),
        ids,
        staff.sees_all_contacts(),
        staff.sees_all(),
        staff.user()
    )
    .all(conn)
    .await
}

/// Which of these contacts, at most 200, some account of the firm has. `ids` are an `id_list`. The firm is compared in a way
/// that no index answers: only the ids lead to contacts.
pub(super) async fn of_any_account(
    conn: &mut Conn,
    staff: &Staff,
    ids: &str,
) -> Result<HashSet<Uuid>, DbError> {
    let rows: Vec<(Uuid,)> = sql!(
        before: "SELECT j.id FROM ",
        ids: "$2",
        after: " WHERE EXISTS (SELECT 1 FROM account_contact k
            WHERE k.contact_id = j.id AND COALESCE(k.firm_id = $1, FALSE)) LIMIT 200",
        staff.firm(),
        ids
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Those contacts of the assigned accounts that match. Their documents are few, and looked through one by one: what the
/// index says of the firm's other contacts is none of this person's business. They are
/// gathered first, and the kind is compared in a way that no index answers, so that nothing else leads to documents.
pub(super) async fn assigned_hits(
    conn: &mut Conn,
    staff: &Staff,
    query: &Query,
) -> Result<Vec<Candidate>, DbError> {
    let [p1, p2, p3, p4, p5, p6] = query.patterns();
    sql!(
        "WITH theirs AS MATERIALIZED (
            SELECT DISTINCT k.contact_id FROM account_assignment x CROSS JOIN account_contact k
            WHERE x.firm_id = $1 AND x.user_id = $2 AND k.account_id = x.account_id)
         SELECT d.entity_id, d.sort_key, d.lead, d.hay, CAST(3 AS BIGINT) AS part
         FROM theirs t CROSS JOIN search_doc d
         WHERE d.entity_id = t.contact_id AND (d.kind || '') = $3
           AND d.hay LIKE $4 AND ($5 = '%' OR d.hay LIKE $5) AND ($6 = '%' OR d.hay LIKE $6)
             AND ($7 = '%' OR d.hay LIKE $7) AND ($8 = '%' OR d.hay LIKE $8) AND ($9 = '%' OR d.hay LIKE $9)
         ORDER BY d.sort_key, d.entity_id LIMIT 201",
        staff.firm(),
        staff.user(),
        Kind::Contact.key(),
        p1,
        p2,
        p3,
        p4,
        p5,
        p6
    )
    .all(conn)
    .await
}
