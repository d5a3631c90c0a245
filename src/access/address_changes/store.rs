//! All SQL of replaced addresses as far as signing in goes. Reads and settles rows of `clients`.

use kernel::{AccountId, ChangeId, ContactId, EmailAddress, EmailId, FirmId, Ts, UserId};
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

/// The login goes on under the new address; whether it still was what it was.
pub(super) async fn rekey(
    conn: &mut Conn,
    firm: FirmId,
    old: &OldLogin,
    email: &EmailAddress,
) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE portal_user SET email = $4, email_norm = $5
         WHERE firm_id = $1 AND id = $2 AND email_norm = $3 AND activated_at IS NOT NULL AND disabled_at IS NULL",
        firm,
        old.user,
        &old.email_norm,
        email.shown(),
        email.norm()
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// The login of a client goes to another address, if it still has this one; never a colleague's.
pub(super) async fn move_login(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    from: &str,
    to: &EmailAddress,
) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE portal_user SET email = $4, email_norm = $5
         WHERE firm_id = $1 AND id = $2 AND email_norm = $3 AND activated_at IS NOT NULL AND disabled_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM staff_member m WHERE m.firm_id = $1 AND m.user_id = $2)",
        firm,
        user,
        from,
        to.shown(),
        to.norm()
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

/// Nobody gets in with the password any more; a reset gives another.
pub(super) async fn void_password(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "UPDATE portal_user SET password_hash = NULL, password_changed_at = $3 WHERE firm_id = $1 AND id = $2",
        firm,
        user,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// No browser is known any more: the next sign-in from any is news again (SEC-11).
pub(super) async fn forget_browsers(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<(), DbError> {
    sql!("DELETE FROM known_browser WHERE firm_id = $1 AND user_id = $2", firm, user)
        .run(conn)
        .await
        .map(drop)
}

/// What was mailed to the old mailbox opens nothing any more: reset links, and codes of a sign-in under way.
pub(super) async fn void_mailed(conn: &mut Conn, firm: FirmId, user: UserId, now: Ts) -> Result<(), DbError> {
    sql!(
        "UPDATE password_reset SET superseded_at = $3
         WHERE firm_id = $1 AND user_id = $2 AND used_at IS NULL AND superseded_at IS NULL",
        firm,
        user,
        now
    )
    .run(conn)
    .await?;
    sql!(
        "UPDATE session SET revoked_at = $3
         WHERE firm_id = $1 AND user_id = $2 AND stage = 'pending' AND revoked_at IS NULL",
        firm,
        user,
        now
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
pub(super) async fn retire(
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
