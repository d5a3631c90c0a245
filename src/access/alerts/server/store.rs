//! All SQL of the mails to the firm's people. Reads, without writing, the tables of the directory, invitations and
//! resets.

use crate::alerts::Event;
use directory::{open_to, works_here};
use kernel::{AccountId, FirmId, MailId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// An account that an address may enter.
#[derive(sqlx::FromRow)]
pub(super) struct AccountRow {
    pub id: AccountId,
    pub code: String,
    pub name: String,
}

/// The accounts that this address may enter, each once, by name.
pub(super) async fn accounts(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Vec<AccountRow>, DbError> {
    sql!(
        [
            "SELECT DISTINCT a.sort_key, a.id, a.code, a.name
         FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a
         WHERE e.firm_id = $1 AND e.email_norm = $2
           AND ",
            open_to!("e", "s", "a"),
            " ORDER BY a.sort_key, a.id LIMIT 500"
        ],
        firm,
        email_norm
    )
    .all(conn)
    .await
}

/// Who is assigned to which of those accounts.
pub(super) async fn assigned(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Vec<(UserId, AccountId)>, DbError> {
    sql!(
        ["SELECT DISTINCT x.user_id, x.account_id
         FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a CROSS JOIN account_assignment x
         WHERE e.firm_id = $1 AND e.email_norm = $2
           AND ", open_to!("e", "s", "a"), "
           AND x.account_id = a.id AND x.firm_id = a.firm_id
         LIMIT 5000"],
        firm,
        email_norm
    )
    .all(conn)
    .await
}

/// Somebody who works for the firm today.
#[derive(sqlx::FromRow)]
pub(super) struct PersonRow {
    pub user_id: UserId,
    pub role: String,
    pub rights: String,
    /// 1 when they do not want to hear of the event that was asked about.
    pub is_off: i64,
}

pub(super) async fn people(conn: &mut Conn, firm: FirmId, event: Event) -> Result<Vec<PersonRow>, DbError> {
    sql!(
        [
            "SELECT m.user_id, m.role, m.rights,
            (SELECT COUNT(*) FROM alert_off o
                WHERE o.firm_id = m.firm_id AND o.user_id = m.user_id AND o.event = $2) AS is_off
         FROM staff_member m JOIN portal_user u ON u.id = m.user_id AND u.firm_id = m.firm_id
         WHERE m.firm_id = $1 AND ",
            works_here!("m"),
            " AND u.disabled_at IS NULL
         ORDER BY m.user_id LIMIT 1000"
        ],
        firm,
        event.key()
    )
    .all(conn)
    .await
}

/// What somebody does not want to hear of.
pub(super) async fn off(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<Vec<String>, DbError> {
    let rows: Vec<(String,)> =
        sql!("SELECT event FROM alert_off WHERE firm_id = $1 AND user_id = $2 LIMIT 100", firm, user)
            .all(conn)
            .await?;
    Ok(rows.into_iter().map(|(event,)| event).collect())
}

pub(super) async fn switch_off(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    event: Event,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO alert_off (firm_id, user_id, event) VALUES ($1, $2, $3) ON CONFLICT (user_id, event) DO NOTHING",
        firm,
        user,
        event.key()
    )
    .run(conn)
    .await
    .map(drop)
}

pub(super) async fn switch_on(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    event: Event,
) -> Result<(), DbError> {
    sql!("DELETE FROM alert_off WHERE firm_id = $1 AND user_id = $2 AND event = $3", firm, user, event.key())
        .run(conn)
        .await
        .map(drop)
}

/// Whom a mail was for, and who had it sent.
#[derive(sqlx::FromRow)]
pub(super) struct About {
    pub name: String,
    pub email: String,
    pub email_norm: String,
    pub began: Option<UserId>,
}

/// The invitation that this mail brought, while it waits. Said by COALESCE, for PostgreSQL without statistics would walk the
/// partial index of open links.
pub(super) async fn invitation_of(
    conn: &mut Conn,
    firm: FirmId,
    mail: MailId,
) -> Result<Option<About>, DbError> {
    sql!(
        "SELECT i.name, i.email, k.email_norm, i.invited_by AS began FROM link k CROSS JOIN invitation i
         WHERE k.firm_id = $1 AND k.mail_id = $2 AND k.kind = 'invitation'
           AND COALESCE(k.used_at, k.superseded_at, k.revoked_at) IS NULL AND i.id = k.id",
        firm,
        mail
    )
    .optional(conn)
    .await
}

/// The reset that this mail brought, while it waits.
pub(super) async fn reset_of(conn: &mut Conn, firm: FirmId, mail: MailId) -> Result<Option<About>, DbError> {
    sql!(
        "SELECT u.name, u.email, u.email_norm, r.sent_by AS began FROM link k
         CROSS JOIN password_reset r CROSS JOIN portal_user u
         WHERE k.firm_id = $1 AND k.mail_id = $2 AND k.kind = 'reset' AND k.used_at IS NULL AND k.superseded_at IS NULL
           AND r.id = k.id AND u.id = k.of_id AND u.firm_id = k.firm_id",
        firm,
        mail
    )
    .optional(conn)
    .await
}
