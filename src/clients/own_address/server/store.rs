//! All SQL about changes that clients make themselves. Reads logins, accounts and staff where a rule asks for them.

use directory::{open_to, works_here};
use kernel::{ContactId, EmailAddress, EmailId, FirmId, SessionId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

/// An address that somebody signs in with, as it stands on a contact.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Mine {
    pub email_id: EmailId,
    pub contact_id: ContactId,
    pub unlinked_at: Option<Ts>,
}

/// Where this address opens an account today.
pub(super) async fn mine(conn: &mut Conn, firm: FirmId, norm: &str) -> Result<Vec<Mine>, DbError> {
    sql!(
        [
            "SELECT e.id AS email_id, e.contact_id, e.unlinked_at FROM contact_email e
         WHERE e.firm_id = $1 AND e.email_norm = $2
           AND EXISTS (SELECT 1 FROM contact_setting s CROSS JOIN account a WHERE ",
            open_to!(ids: "e", "s", "a"),
            ")
         LIMIT 10"
        ],
        firm,
        norm
    )
    .all(conn)
    .await
}

/// Whether another contact has this address with LOGIN on: it waits for its own person.
pub(super) async fn waits_for_another(
    conn: &mut Conn,
    firm: FirmId,
    contact: ContactId,
    norm: &str,
) -> Result<bool, DbError> {
    let (n,): (i64,) = sql!(
        "SELECT COUNT(*) FROM contact_email e
         WHERE e.firm_id = $1 AND e.email_norm = $3 AND e.contact_id <> $2
           AND EXISTS (SELECT 1 FROM contact_setting s
                WHERE s.email_id = e.id AND s.firm_id = e.firm_id AND s.login)",
        firm,
        contact,
        norm
    )
    .one(conn)
    .await?;
    Ok(n > 0)
}

/// The contact's own row of this address, but for this one.
pub(super) async fn twin(
    conn: &mut Conn,
    firm: FirmId,
    mine: &Mine,
    norm: &str,
) -> Result<Option<EmailId>, DbError> {
    let row: Option<(EmailId,)> = sql!(
        "SELECT id FROM contact_email WHERE firm_id = $1 AND contact_id = $2 AND email_norm = $3 AND id <> $4",
        firm,
        mine.contact_id,
        norm,
        mine.email_id
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// A change to be asked for.
pub(super) struct Asked<'a> {
    pub id: Uuid,
    pub user: UserId,
    pub session: SessionId,
    pub old: (&'a str, &'a str),
    pub new: &'a EmailAddress,
    pub at: Ts,
}

pub(super) async fn insert(conn: &mut Conn, firm: FirmId, asked: &Asked<'_>) -> Result<(), DbError> {
    sql!(
        "INSERT INTO own_address_change (id, firm_id, user_id, session_id, old_email, old_norm, new_email, new_norm,
            state, tries, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $9)",
        asked.id,
        firm,
        asked.user,
        asked.session,
        asked.old.0,
        asked.old.1,
        asked.new.shown(),
        asked.new.norm(),
        asked.at
    )
    .run(conn)
    .await
    .map(drop)
}

/// A change that waits for its code.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct WaitingRow {
    pub id: Uuid,
    pub old_norm: String,
    pub new_email: String,
    pub new_norm: String,
    pub tries: i64,
}

/// The change that this sign-in waits with.
pub(super) async fn waiting(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    session: SessionId,
) -> Result<Option<WaitingRow>, DbError> {
    sql!(
        "SELECT id, old_norm, new_email, new_norm, tries FROM own_address_change
         WHERE firm_id = $1 AND user_id = $2 AND session_id = $3 AND state = 'waiting'
         ORDER BY id DESC LIMIT 1",
        firm,
        user,
        session
    )
    .optional(conn)
    .await
}

/// Ends whatever this person waits with; another wish takes its place, or none.
pub(super) async fn void_waiting(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<(), DbError> {
    sql!(
        "UPDATE own_address_change SET state = 'void' WHERE firm_id = $1 AND user_id = $2 AND state = 'waiting'",
        firm,
        user
    )
    .run(conn)
    .await
    .map(drop)
}

/// Counts a try for good, while there are any; how many that makes.
pub(super) async fn count_try(
    conn: &mut Conn,
    firm: FirmId,
    change: Uuid,
    most: i64,
) -> Result<Option<i64>, DbError> {
    let row: Option<(i64,)> = sql!(
        "UPDATE own_address_change SET tries = tries + 1
         WHERE firm_id = $1 AND id = $2 AND state = 'waiting' AND tries < $3 RETURNING tries",
        firm,
        change,
        most
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(tries,)| tries))
}

/// Done; whether nobody was faster.
pub(super) async fn finish(
    conn: &mut Conn,
    firm: FirmId,
    change: Uuid,
    mine: &Mine,
    now: Ts,
) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE own_address_change SET state = 'done', changed_at = $3, email_id = $4, contact_id = $5
         WHERE firm_id = $1 AND id = $2 AND state = 'waiting'",
        firm,
        change,
        now,
        mine.email_id,
        mine.contact_id
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// A change that was made.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Made {
    pub id: Uuid,
    pub user_id: UserId,
    pub old_email: String,
    pub new_email: String,
    pub state: String,
    pub created_at: Ts,
    pub changed_at: Ts,
    pub email_id: EmailId,
    pub contact_id: ContactId,
}

/// A change that was made.
pub(super) async fn made(conn: &mut Conn, firm: FirmId, id: Uuid) -> Result<Option<Made>, DbError> {
    sql!(
        "SELECT id, user_id, old_email, new_email, state, created_at, changed_at, email_id, contact_id
         FROM own_address_change WHERE firm_id = $1 AND id = $2",
        firm,
        id
    )
    .optional(conn)
    .await
}

/// Stops the change and every later one of this person, whose links would bring a stranger's address back; whether
/// nobody was faster.
pub(super) async fn stop(conn: &mut Conn, firm: FirmId, made: &Made) -> Result<bool, DbError> {
    let first = sql!(
        "UPDATE own_address_change SET state = 'stopped' WHERE firm_id = $1 AND id = $2 AND state = 'done'",
        firm,
        made.id
    )
    .run(conn)
    .await?;
    sql!(
        "UPDATE own_address_change SET state = 'stopped'
         WHERE firm_id = $1 AND user_id = $2 AND created_at >= $3 AND state IN ('done', 'waiting')",
        firm,
        made.user_id,
        made.created_at
    )
    .run(conn)
    .await?;
    Ok(first == 1)
}

/// The address that this row of a contact has today, if the contact has it still.
pub(super) async fn address_now(
    conn: &mut Conn,
    firm: FirmId,
    email: EmailId,
) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> =
        sql!("SELECT email_norm FROM contact_email WHERE firm_id = $1 AND id = $2", firm, email)
            .optional(conn)
            .await?;
    Ok(row.map(|(norm,)| norm))
}

/// The address this person signs in with today.
pub(super) async fn login_now(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> =
        sql!("SELECT email_norm FROM portal_user WHERE firm_id = $1 AND id = $2", firm, user)
            .optional(conn)
            .await?;
    Ok(row.map(|(norm,)| norm))
}

/// The owner: name, address, language.
#[derive(sqlx::FromRow)]
pub(super) struct Owner {
    pub name: String,
    pub email: String,
    pub locale: Option<String>,
}

pub(super) async fn owner(conn: &mut Conn, firm: FirmId) -> Result<Option<Owner>, DbError> {
    sql!(
        [
            "SELECT u.name, u.email, u.locale FROM staff_member m
         JOIN portal_user u ON u.id = m.user_id AND u.firm_id = m.firm_id
         WHERE m.firm_id = $1 AND m.role = 'owner' AND ",
            works_here!("m"),
            " AND u.disabled_at IS NULL"
        ],
        firm
    )
    .optional(conn)
    .await
}
