//! All SQL of switching. The tables of `clients` are only read: who works for an account, what was chosen.

use kernel::{AccountId, FirmId, SessionId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// The question which account was answered in this session.
pub(super) async fn answered(conn: &mut Conn, firm: FirmId, session: SessionId) -> Result<(), DbError> {
    sql!(
        "UPDATE session SET account_chosen = TRUE WHERE firm_id = $1 AND id = $2 AND revoked_at IS NULL",
        firm,
        session
    )
    .run(conn)
    .await
    .map(drop)
}

/// The banner stays away for the rest of this session.
pub(super) async fn close_banner(conn: &mut Conn, firm: FirmId, session: SessionId) -> Result<(), DbError> {
    sql!(
        "UPDATE session SET banner_closed = TRUE WHERE firm_id = $1 AND id = $2 AND revoked_at IS NULL",
        firm,
        session
    )
    .run(conn)
    .await
    .map(drop)
}

/// The account to preselect next time.
pub(super) async fn remember_account(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    account: AccountId,
) -> Result<(), DbError> {
    sql!("UPDATE portal_user SET last_account_id = $3 WHERE firm_id = $1 AND id = $2", firm, user, account)
        .run(conn)
        .await
        .map(drop)
}

/// The names of those who work for this account, as its client may know them.
pub(crate) async fn team(conn: &mut Conn, firm: FirmId, account: AccountId) -> Result<Vec<String>, DbError> {
    let rows: Vec<(String,)> = sql!(
        "SELECT u.name FROM account_assignment t CROSS JOIN portal_user u CROSS JOIN staff_member m
         WHERE t.firm_id = $1 AND t.account_id = $2
           AND u.id = t.user_id AND u.firm_id = t.firm_id AND u.disabled_at IS NULL
           AND m.user_id = u.id AND m.firm_id = u.firm_id AND m.deactivated_at IS NULL
         ORDER BY u.name, u.id LIMIT 5",
        firm,
        account
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// Whether this address gets this account's mails and nobody has chosen which.
pub(super) async fn nothing_chosen(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    email_norm: &str,
) -> Result<bool, DbError> {
    let (n,): (i64,) = sql!(
        "SELECT COUNT(*) FROM contact_email e CROSS JOIN contact_setting s
         WHERE e.firm_id = $1 AND e.email_norm = $3
           AND s.firm_id = e.firm_id AND s.email_id = e.id AND s.account_id = $2 AND s.notify
           AND NOT EXISTS (SELECT 1 FROM notify_choice c WHERE c.setting_id = s.id)",
        firm,
        account,
        email_norm
    )
    .one(conn)
    .await?;
    Ok(n > 0)
}
