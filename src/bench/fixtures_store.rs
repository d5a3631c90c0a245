//! What the measuring asks of a seeded database, and the sessions that it puts there.

use kernel::{FirmId, Ts, UserId};
use platform::db::{Conn, DbError, Tx};
use platform::sql;
use uuid::Uuid;

/// The one firm.
pub(super) async fn firm(conn: &mut Conn) -> Result<Option<FirmId>, DbError> {
    let row: Option<(FirmId,)> = sql!("SELECT id FROM firm ORDER BY id LIMIT 1").optional(conn).await?;
    Ok(row.map(|(id,)| id))
}

pub(super) async fn owner(conn: &mut Conn, firm: FirmId) -> Result<UserId, DbError> {
    let (id,): (UserId,) =
        sql!("SELECT user_id FROM staff_member WHERE firm_id = $1 AND role = 'owner'", firm)
            .one(conn)
            .await?;
    Ok(id)
}

/// A real firm, as far as a server can tell.
pub(super) async fn make_real(tx: &mut Tx, firm: FirmId) -> Result<(), DbError> {
    sql!("UPDATE firm SET demo = $2 WHERE id = $1", firm, false).run(tx).await.map(drop)
}

/// A session whose last use needs not be written down while it is used.
pub(super) async fn sign_in(
    tx: &mut Tx,
    firm: FirmId,
    (id, user): (Uuid, UserId),
    token_hash: [u8; 32],
    (now, seen, until): (Ts, Ts, Ts),
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO session (id, firm_id, user_id, token_hash, stage, factor, banner_closed, account_chosen, code_tries,
            created_at, last_seen_at, expires_at, proved_at, ip, place, os, browser)
         VALUES ($1, $2, $3, $4, 'full', 'code', $8, $8, 0, $5, $6, $7, $5, '127.0.0.1', '', 'Linux', 'Firefox 147')",
        id,
        firm,
        user,
        token_hash,
        now,
        seen,
        until,
        true
    )
    .run(tx)
    .await
    .map(drop)
}

/// All open accounts, the oldest first.
pub(super) async fn ids_of_accounts(conn: &mut Conn, firm: FirmId) -> Result<Vec<Uuid>, DbError> {
    let rows: Vec<(Uuid,)> =
        sql!("SELECT id FROM account WHERE firm_id = $1 AND archived_at IS NULL ORDER BY id", firm)
            .all(conn)
            .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Its short id and its name.
pub(super) async fn account(conn: &mut Conn, firm: FirmId, id: Uuid) -> Result<(String, String), DbError> {
    sql!("SELECT code, name FROM account WHERE firm_id = $1 AND id = $2", firm, id).one(conn).await
}

/// Somebody's row in an account: contact, setting, NOTIFY, version.
pub(super) async fn setting_of(
    conn: &mut Conn,
    firm: FirmId,
    account: Uuid,
) -> Result<Option<(Uuid, Uuid, bool, i64)>, DbError> {
    sql!(
        "SELECT s.contact_id, s.id, s.notify, s.version FROM contact_setting s CROSS JOIN contact_email e
         WHERE s.account_id = $2 AND s.firm_id = $1 AND e.id = s.email_id AND e.unlinked_at IS NULL
         ORDER BY s.id LIMIT 1",
        firm,
        account
    )
    .optional(conn)
    .await
}

/// A client with a login who may enter an account.
pub(super) async fn client_of(
    conn: &mut Conn,
    firm: FirmId,
    account: Uuid,
) -> Result<Option<(UserId, String)>, DbError> {
    sql!(
        "SELECT u.id, u.email FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN portal_user u
         WHERE s.account_id = $2 AND s.firm_id = $1 AND s.login AND e.id = s.email_id
           AND u.firm_id = $1 AND u.email_norm = e.email_norm AND u.activated_at IS NOT NULL
           AND u.disabled_at IS NULL AND NOT EXISTS (SELECT 1 FROM staff_member m WHERE m.user_id = u.id)
         ORDER BY u.id LIMIT 1",
        firm,
        account
    )
    .optional(conn)
    .await
}

pub(super) async fn open_accounts(conn: &mut Conn, firm: FirmId) -> Result<i64, DbError> {
    let (n,): (i64,) = sql!("SELECT COUNT(*) FROM account WHERE firm_id = $1 AND archived_at IS NULL", firm)
        .one(conn)
        .await?;
    Ok(n)
}

/// The account at this place of the list.
pub(super) async fn account_at(conn: &mut Conn, firm: FirmId, place: i64) -> Result<(Uuid, String), DbError> {
    sql!(
        "SELECT id, sort_key FROM account WHERE firm_id = $1 AND (archived_at IS NOT NULL) = $2
         ORDER BY sort_key, id LIMIT 1 OFFSET $3",
        firm,
        false,
        place
    )
    .one(conn)
    .await
}
