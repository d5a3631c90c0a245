//! All SQL of replaced addresses as far as signing in goes. Reads and settles rows of `clients`.

use kernel::{AccountId, ChangeId, ContactId, EmailId, FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Stands in line behind whoever stops, cancels or accepts a change to the address of this invitation. Everybody takes
/// the change first, then switches, then invitations: on PostgreSQL two who took them the other way round would wait for
/// each other.
pub(super) async fn stand_in_line(
    conn: &mut Conn,
    firm: FirmId,
    invitation: [u8; 32],
) -> Result<(), DbError> {
    sql!(
        "UPDATE address_change SET settled_at = settled_at
         WHERE firm_id = $1 AND state IN ('pending_new', 'expired')
           AND new_norm = (SELECT v.email_norm FROM invitation v WHERE v.firm_id = $1 AND v.token_hash = $2)",
        firm,
        invitation
    )
    .run(conn)
    .await
    .map(drop)
}

/// Stands in line behind whoever stops, cancels or accepts a change to the address of this login.
pub(super) async fn stand_in_line_of_login(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
) -> Result<(), DbError> {
    sql!(
        "UPDATE address_change SET settled_at = settled_at
         WHERE firm_id = $1 AND state IN ('pending_new', 'expired')
           AND new_norm = (SELECT u.email_norm FROM portal_user u WHERE u.firm_id = $1 AND u.id = $2)",
        firm,
        user
    )
    .run(conn)
    .await
    .map(drop)
}

/// A change that has just been settled.
#[derive(sqlx::FromRow)]
pub(super) struct Settled {
    pub id: ChangeId,
    pub contact_id: ContactId,
    pub old_email_id: EmailId,
    pub old_email: String,
    pub new_email: String,
    pub new_norm: String,
    pub begun_by: Option<UserId>,
    pub name: String,
}

/// Accepts the changes to the address of this login, where LOGIN is on for it. The new address has signed in; the old
/// one goes by itself at `remove_at` unless the firm says otherwise.
pub(super) async fn accept(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    now: Ts,
    remove_at: Ts,
) -> Result<Vec<Settled>, DbError> {
    sql!(
        "UPDATE address_change SET state = 'accepted', settled_at = $3, remove_at = $4
         WHERE firm_id = $1 AND state IN ('pending_new', 'expired')
           AND new_norm = (SELECT u.email_norm FROM portal_user u WHERE u.firm_id = $1 AND u.id = $2)
           AND EXISTS (SELECT 1 FROM contact_setting s
                WHERE s.firm_id = address_change.firm_id AND s.email_id = address_change.new_email_id AND s.login)
         RETURNING id, contact_id, old_email_id, old_email, new_email, new_norm, begun_by,
            (SELECT c.name FROM contact c
                WHERE c.firm_id = address_change.firm_id AND c.id = address_change.contact_id) AS name",
        firm,
        user,
        now,
        remove_at
    )
    .all(conn)
    .await
}

/// The old address is written to no longer; with `login`, it opens nothing any more either.
pub(crate) async fn retire(
    conn: &mut Conn,
    firm: FirmId,
    old: EmailId,
    login: bool,
    (at, by): (Ts, &str),
) -> Result<(), DbError> {
    sql!(
        "UPDATE contact_setting SET notify = FALSE, email_sync = FALSE, login = (login AND NOT $3),
            version = version + 1, changed_at = $4, changed_by = $5
         WHERE firm_id = $1 AND email_id = $2",
        firm,
        old,
        login,
        at,
        by
    )
    .run(conn)
    .await
    .map(drop)
}

/// The change is over once its old address opens nothing any more.
pub(super) async fn close(conn: &mut Conn, firm: FirmId, change: ChangeId) -> Result<(), DbError> {
    sql!(
        "UPDATE address_change SET state = 'old_removed' WHERE firm_id = $1 AND id = $2 AND NOT EXISTS (
            SELECT 1 FROM contact_setting s
            WHERE s.firm_id = address_change.firm_id AND s.email_id = address_change.old_email_id AND s.login)",
        firm,
        change
    )
    .run(conn)
    .await
    .map(drop)
}

/// Accounts whose Info tab shows the old address.
pub(super) async fn accounts(conn: &mut Conn, firm: FirmId, old: EmailId) -> Result<Vec<AccountId>, DbError> {
    let rows: Vec<(AccountId,)> = sql!(
        "SELECT account_id FROM contact_setting WHERE firm_id = $1 AND email_id = $2 ORDER BY account_id LIMIT 1000",
        firm,
        old
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
