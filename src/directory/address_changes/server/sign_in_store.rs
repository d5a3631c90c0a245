//! All SQL of changes of address as far as signing in goes: with the new address, or on with the login of the old one.

use crate::is_active;
use kernel::{ChangeId, ContactId, EmailId, FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// A change that has just been settled.
#[derive(sqlx::FromRow)]
pub struct Settled {
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
pub async fn accept(
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

/// The change is over once its old address opens nothing any more.
pub async fn close(conn: &mut Conn, firm: FirmId, change: ChangeId) -> Result<(), DbError> {
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

/// The login that the owner of a new address may take over.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct OldLogin {
    pub change: ChangeId,
    pub old_email_id: EmailId,
    pub user: UserId,
    pub email: String,
    pub email_norm: String,
}

/// The login behind the address that this new one is to replace, while that waits. None when the login means more
/// than this: a colleague's, a mailbox that somebody else signs in with too, or when the new address has a login.
pub async fn old_login(
    conn: &mut Conn,
    firm: FirmId,
    new_norm: &str,
    now: Ts,
) -> Result<Option<OldLogin>, DbError> {
    sql!(
        ["SELECT h.id AS change, h.old_email_id, u.id AS \"user\", u.email, u.email_norm
         FROM address_change h CROSS JOIN portal_user u
         WHERE h.firm_id = $1 AND h.new_norm = $2 AND h.state = 'pending_new' AND h.expires_at > $3
           AND u.id = (SELECT w.id FROM portal_user w WHERE w.firm_id = h.firm_id AND w.email_norm = h.old_norm)
           AND ",
            is_active!("u"),
            "
           AND NOT EXISTS (SELECT 1 FROM staff_member m WHERE m.firm_id = u.firm_id AND m.user_id = u.id)
           AND NOT EXISTS (SELECT 1 FROM portal_user n WHERE n.firm_id = h.firm_id AND n.email_norm = h.new_norm)
           AND NOT EXISTS (SELECT 1 FROM contact_email e CROSS JOIN contact_setting s
                WHERE e.firm_id = h.firm_id AND e.email_norm = h.old_norm AND e.id <> h.old_email_id
                  AND s.email_id = e.id AND s.firm_id = e.firm_id AND s.login)
         ORDER BY h.id DESC LIMIT 1"],
        firm,
        new_norm,
        now
    )
    .optional(conn)
    .await
}

/// Keeps the change from being stopped while its login moves; whether it still waited.
pub async fn hold(conn: &mut Conn, firm: FirmId, change: ChangeId, now: Ts) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE address_change SET settled_at = $3 WHERE firm_id = $1 AND id = $2 AND state = 'pending_new'",
        firm,
        change,
        now
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}
