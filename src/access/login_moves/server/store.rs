//! What is asked before a login goes to another address, and the change that it follows, which is a row of `clients`.

use kernel::{ChangeId, EmailId, FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// The login that the owner of a new address may take over.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct OldLogin {
    pub change: ChangeId,
    pub old_email_id: EmailId,
    pub user: UserId,
    pub email: String,
    pub email_norm: String,
}

/// The login behind the address that this new one is to replace, while that waits. None when the login means more
/// than this: a colleague's, a mailbox that somebody else signs in with too, or when the new address has a login.
pub(super) async fn old_login(
    conn: &mut Conn,
    firm: FirmId,
    new_norm: &str,
    now: Ts,
) -> Result<Option<OldLogin>, DbError> {
    sql!(
        "SELECT h.id AS change, h.old_email_id, u.id AS \"user\", u.email, u.email_norm
         FROM address_change h CROSS JOIN portal_user u
         WHERE h.firm_id = $1 AND h.new_norm = $2 AND h.state = 'pending_new' AND h.expires_at > $3
           AND u.id = (SELECT w.id FROM portal_user w WHERE w.firm_id = h.firm_id AND w.email_norm = h.old_norm)
           AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM staff_member m WHERE m.firm_id = u.firm_id AND m.user_id = u.id)
           AND NOT EXISTS (SELECT 1 FROM portal_user n WHERE n.firm_id = h.firm_id AND n.email_norm = h.new_norm)
           AND NOT EXISTS (SELECT 1 FROM contact_email e CROSS JOIN contact_setting s
                WHERE e.firm_id = h.firm_id AND e.email_norm = h.old_norm AND e.id <> h.old_email_id
                  AND s.email_id = e.id AND s.firm_id = e.firm_id AND s.login)
         ORDER BY h.id DESC LIMIT 1",
        firm,
        new_norm,
        now
    )
    .optional(conn)
    .await
}

/// Keeps the change from being stopped while its login moves; whether it still waited.
pub(super) async fn hold(conn: &mut Conn, firm: FirmId, change: ChangeId, now: Ts) -> Result<bool, DbError> {
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

/// A login at this address, or an invitation to work for the firm.
pub(super) async fn is_taken(conn: &mut Conn, firm: FirmId, norm: &str) -> Result<bool, DbError> {
    let (n,): (i64,) = sql!(
        "SELECT (SELECT COUNT(*) FROM portal_user u WHERE u.firm_id = $1 AND u.email_norm = $2)
            + (SELECT COUNT(*) FROM staff_invitation i WHERE i.firm_id = $1 AND i.email_norm = $2
                AND i.accepted_at IS NULL AND i.superseded_at IS NULL AND i.revoked_at IS NULL)",
        firm,
        norm
    )
    .one(conn)
    .await?;
    Ok(n > 0)
}
