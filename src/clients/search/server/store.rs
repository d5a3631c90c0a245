//! What accounts and contacts are found by, read from their tables.

use kernel::{AccountId, ContactId, FirmId, Ts};
use platform::db::{Conn, DbError, id_list};
use platform::sql;
use uuid::Uuid;

/// Most lines read at once; whoever gets so many asks for fewer accounts.
pub(super) const MOST_LINES: usize = 100_000;

/// An account with one of its contacts' addresses.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct AccountLine {
    pub id: AccountId,
    pub firm_id: FirmId,
    pub code: String,
    pub name: String,
    pub sort_key: String,
    pub archived_at: Option<Ts>,
    pub linked_at: Option<Ts>,
    pub contact_id: Option<ContactId>,
    pub person: Option<String>,
    pub email: Option<String>,
    pub email_norm: Option<String>,
    pub position: Option<i64>,
}

/// A contact with one of its addresses.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct ContactLine {
    pub id: ContactId,
    pub firm_id: FirmId,
    pub name: String,
    pub sort_key: String,
    pub email: Option<String>,
    pub email_norm: Option<String>,
    pub position: Option<i64>,
}

/// Stands in line, until the transaction ends, with all who change this firm's accounts, where their people stand
/// (`account_standing`) or what they are found by: of two the second sees what the first did. SQLite has one writer anyway.
///
/// On PostgreSQL the line comes last in the order of locks: behind changes of address, addresses, switches, invitations and
/// logins, for whoever changed one of those gets into it when they commit and holds those rows until then. So an act that has
/// been in the line writes only what nobody else can be holding: accounts, which nobody writes without having stood here
/// first, documents of the index, rows of its own, audit, news and mails.
pub(super) async fn stand_in_line(conn: &mut Conn, firm: FirmId) -> Result<(), DbError> {
    if !conn.is_postgres() {
        return Ok(());
    }
    sql!(
        sqlite: "SELECT id FROM firm WHERE id = $1",
        postgres: "SELECT accounts_in_line(firm_id => CAST($1 AS UUID))",
        firm
    )
    .run(conn)
    .await
    .map(drop)
}

/// These accounts with all by which they are found, in no order.
pub(super) async fn accounts(conn: &mut Conn, ids: &[AccountId]) -> Result<Vec<AccountLine>, DbError> {
    let most = i64::try_from(MOST_LINES).unwrap_or(i64::MAX);
    sql!(
        before: "SELECT a.id, a.firm_id, a.code, a.name, a.sort_key, a.archived_at, l.created_at AS linked_at,
            l.contact_id, c.name AS person, e.email, e.email_norm, e.position
         FROM ",
        ids: "$1",
        after: " CROSS JOIN account a
         LEFT JOIN account_contact l ON l.account_id = a.id AND l.firm_id = a.firm_id
         LEFT JOIN contact c ON c.id = l.contact_id AND c.firm_id = a.firm_id
         LEFT JOIN contact_email e ON e.contact_id = c.id AND e.firm_id = a.firm_id
         WHERE a.id = j.id LIMIT $2",
        id_list(ids.iter().map(|id| id.0)),
        most
    )
    .all(conn)
    .await
}

/// These contacts with all by which they are found, in no order.
pub(super) async fn contacts(conn: &mut Conn, ids: &[ContactId]) -> Result<Vec<ContactLine>, DbError> {
    let most = i64::try_from(MOST_LINES).unwrap_or(i64::MAX);
    sql!(
        before: "SELECT c.id, c.firm_id, c.name, c.sort_key, e.email, e.email_norm, e.position
         FROM ",
        ids: "$1",
        after: " CROSS JOIN contact c
         LEFT JOIN contact_email e ON e.contact_id = c.id AND e.firm_id = c.firm_id
         WHERE c.id = j.id LIMIT $2",
        id_list(ids.iter().map(|id| id.0)),
        most
    )
    .all(conn)
    .await
}

/// Accounts of all firms behind this one, in the order of their ids, each with its firm.
pub(super) async fn accounts_after(
    conn: &mut Conn,
    id: Uuid,
    limit: i64,
) -> Result<Vec<(AccountId, FirmId)>, DbError> {
    sql!("SELECT id, firm_id FROM account WHERE id > $1 ORDER BY id LIMIT $2", id, limit).all(conn).await
}

/// Contacts of all firms behind this one, in the order of their ids, each with its firm.
pub(super) async fn contacts_after(
    conn: &mut Conn,
    id: Uuid,
    limit: i64,
) -> Result<Vec<(ContactId, FirmId)>, DbError> {
    sql!("SELECT id, firm_id FROM contact WHERE id > $1 ORDER BY id LIMIT $2", id, limit).all(conn).await
}

/// Accounts that a contact belongs to, behind the one with this id, at most 1,000.
pub(super) async fn accounts_of(
    conn: &mut Conn,
    firm: FirmId,
    contact: ContactId,
    behind: Uuid,
) -> Result<Vec<AccountId>, DbError> {
    let rows: Vec<(AccountId,)> = sql!(
        "SELECT l.account_id FROM account_contact l
         WHERE COALESCE(l.firm_id = $1, FALSE) AND l.contact_id = $2 AND l.account_id > $3
         ORDER BY l.account_id LIMIT 1000",
        firm,
        contact,
        behind
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Which of these are accounts or contacts.
pub(super) async fn existing(conn: &mut Conn, ids: &[Uuid]) -> Result<Vec<Uuid>, DbError> {
    let rows: Vec<(Uuid, FirmId)> = sql!(
        before: "WITH wanted AS (SELECT j.id FROM ",
        ids: "$1",
        after: ")
         SELECT a.id, a.firm_id FROM wanted w CROSS JOIN account a WHERE a.id = w.id
         UNION ALL
         SELECT c.id, c.firm_id FROM wanted w CROSS JOIN contact c WHERE c.id = w.id",
        id_list(ids.iter().copied())
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id, _)| id).collect())
}
