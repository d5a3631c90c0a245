//! What the home of an account reads: who works for it, what was chosen, the newest sign-ins. Writes nothing.

use crate::gate::SignedIn;
use directory::works_here;
use kernel::{AccountId, FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// The names of those who work for this account, as its client may know them.
pub(crate) async fn team(conn: &mut Conn, firm: FirmId, account: AccountId) -> Result<Vec<String>, DbError> {
    let rows: Vec<(String,)> = sql!(
        [
            "SELECT u.name FROM account_assignment t CROSS JOIN portal_user u CROSS JOIN staff_member m
         WHERE t.firm_id = $1 AND t.account_id = $2
           AND u.id = t.user_id AND u.firm_id = t.firm_id AND u.disabled_at IS NULL
           AND m.user_id = u.id AND m.firm_id = u.firm_id AND ",
            works_here!("m"),
            " ORDER BY u.name, u.id LIMIT 5"
        ],
        firm,
        account
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// A sign-in of the trail.
#[derive(sqlx::FromRow)]
pub(super) struct SignInRow {
    pub at: Ts,
    pub place: String,
    pub os: String,
    pub browser: String,
    /// When the session began that asks.
    pub began: Option<Ts>,
}

/// The two newest sign-ins of this person, newest first. A session that goes on under another token keeps its end, by which
/// the first of them is found; among this person's, not among all that end then.
pub(super) async fn sign_ins(conn: &mut Conn, who: &SignedIn) -> Result<Vec<SignInRow>, DbError> {
    sql!(
        "SELECT a.at, a.place, a.os, a.browser, (
            SELECT MIN(s.created_at) FROM session s
            WHERE s.firm_id = $1 AND s.user_id = $2 AND s.stage = 'full' AND s.expires_at - $3 = 0) AS began
         FROM audit_event a
         WHERE a.firm_id = $1 AND a.subject_id = $2 AND a.event = 'signed_in' ORDER BY a.id DESC LIMIT 2",
        who.firm,
        who.user,
        who.expires
    )
    .all(conn)
    .await
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
