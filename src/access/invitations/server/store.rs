//! All SQL of invitations. An address is *wanted* where LOGIN is on for it in an account that is not archived; that
//! is read from the tables of the directory, for a grant is nothing but that switch (DM-6).

use super::events::Invited;
use crate::mailed_links::Dates;
use directory::{open_to, works_here};
use kernel::{AccountId, FirmId, InvitationId, Locale, MailId, SettingId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// An invitation to be stored.
pub(super) struct NewInvitation<'a> {
    pub id: InvitationId,
    pub email: &'a str,
    pub email_norm: &'a str,
    pub name: &'a str,
    pub token_hash: [u8; 32],
    pub message: &'a str,
    pub locale: Locale,
    pub invited_by: Option<UserId>,
    pub created_at: Ts,
    pub expires_at: Ts,
}

pub(super) async fn insert(conn: &mut Conn, firm: FirmId, new: &NewInvitation<'_>) -> Result<(), DbError> {
    sql!(
        "INSERT INTO invitation (id, firm_id, email, email_norm, name, token_hash, message, locale, invited_by,
            created_at, expires_at, banner)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, FALSE)",
        new.id,
        firm,
        new.email,
        new.email_norm,
        new.name,
        new.token_hash,
        new.message,
        new.locale.tag(),
        new.invited_by,
        new.created_at,
        new.expires_at
    )
    .run(conn)
    .await
    .map(drop)
}

#[derive(sqlx::FromRow)]
pub(super) struct InvitationRow {
    pub email: String,
    pub email_norm: String,
    pub name: String,
    pub message: String,
    pub locale: String,
    pub invited_by: Option<UserId>,
    #[sqlx(flatten)]
    pub dates: Dates,
}

pub(super) async fn by_token(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
) -> Result<Option<InvitationRow>, DbError> {
    sql!(
        "SELECT email, email_norm, name, message, locale, invited_by, expires_at, accepted_at AS used_at,
            superseded_at, revoked_at
         FROM invitation WHERE firm_id = $1 AND token_hash = $2",
        firm,
        token_hash
    )
    .optional(conn)
    .await
}

/// When this address was mailed since then, newest first; more than the day's five are of no interest.
pub(super) async fn mailed_since(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
    since: Ts,
) -> Result<Vec<Ts>, DbError> {
    let rows: Vec<(Ts,)> = sql!(
        "SELECT created_at FROM invitation
         WHERE firm_id = $1 AND email_norm = $2 AND NOT banner AND created_at > $3
         ORDER BY id DESC LIMIT 5",
        firm,
        email_norm,
        since
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// Every open link of this address has been followed by a newer mail.
pub(super) async fn supersede(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "UPDATE invitation SET superseded_at = $3
         WHERE firm_id = $1 AND email_norm = $2 AND accepted_at IS NULL AND superseded_at IS NULL
           AND revoked_at IS NULL",
        firm,
        email_norm,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// Takes back every link of this address that was not accepted, also those expired or superseded: none of them may
/// fetch another. How many of them had been mailed.
pub(super) async fn revoke(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
    now: Ts,
) -> Result<usize, DbError> {
    let rows: Vec<(bool,)> = sql!(
        "UPDATE invitation SET revoked_at = $3
         WHERE firm_id = $1 AND email_norm = $2 AND accepted_at IS NULL AND revoked_at IS NULL
         RETURNING banner",
        firm,
        email_norm,
        now
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().filter(|(banner,)| !banner).count())
}

#[derive(sqlx::FromRow)]
pub(super) struct Consumed {
    pub id: InvitationId,
    pub email: String,
    pub email_norm: String,
    pub name: String,
    pub locale: String,
    pub invited_by: Option<UserId>,
}

impl Consumed {
    pub(super) fn invited(&self) -> Invited {
        Invited {
            name: self.name.clone(),
            email: self.email.clone(),
            email_norm: self.email_norm.clone(),
            invited_by: self.invited_by,
        }
    }
}

/// Uses the link up, if it still is open: of many at once, exactly one gets the row (SEC-15).
pub(super) async fn consume(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
    now: Ts,
) -> Result<Option<Consumed>, DbError> {
    sql!(
        "UPDATE invitation SET accepted_at = $3
         WHERE firm_id = $1 AND token_hash = $2 AND accepted_at IS NULL AND superseded_at IS NULL
           AND revoked_at IS NULL AND expires_at > $3
         RETURNING id, email, email_norm, name, locale, invited_by",
        firm,
        token_hash,
        now
    )
    .optional(conn)
    .await
}

/// Which mail brings this invitation.
pub(super) async fn mailed(
    conn: &mut Conn,
    firm: FirmId,
    id: InvitationId,
    mail: MailId,
) -> Result<(), DbError> {
    sql!("UPDATE invitation SET mail_id = $3 WHERE firm_id = $1 AND id = $2", firm, id, mail)
        .run(conn)
        .await
        .map(drop)
}

/// A switch that makes an address wanted.
#[derive(sqlx::FromRow)]
pub(super) struct Wanting {
    pub account_id: AccountId,
    pub setting_id: SettingId,
    pub name: String,
    pub code: String,
}

/// Where this address is wanted, by the account's name.
pub(super) async fn wanting(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Vec<Wanting>, DbError> {
    sql!(
        [
            "SELECT a.id AS account_id, s.id AS setting_id, a.name, a.code
         FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a
         WHERE e.firm_id = $1 AND e.email_norm = $2
           AND ",
            open_to!("e", "s", "a"),
            " ORDER BY a.sort_key, a.id, s.id LIMIT 500"
        ],
        firm,
        email_norm
    )
    .all(conn)
    .await
}

/// The account whose Info tab shows this row of switches.
pub(super) async fn account_of(
    conn: &mut Conn,
    firm: FirmId,
    setting: SettingId,
) -> Result<Option<AccountId>, DbError> {
    let row: Option<(AccountId,)> =
        sql!("SELECT account_id FROM contact_setting WHERE firm_id = $1 AND id = $2", firm, setting)
            .optional(conn)
            .await?;
    Ok(row.map(|row| row.0))
}

/// Whether this address has a login that was activated, be it disabled since or not; whether somebody can sign in with it,
/// `directory::is_active!` says.
pub(super) async fn was_activated(conn: &mut Conn, firm: FirmId, email_norm: &str) -> Result<bool, DbError> {
    let (n,): (i64,) = sql!(
        "SELECT COUNT(*) FROM portal_user WHERE firm_id = $1 AND email_norm = $2 AND activated_at IS NOT NULL",
        firm,
        email_norm
    )
    .one(conn)
    .await?;
    Ok(n > 0)
}

/// The name of whoever sent an invitation, while they work for the firm.
pub(super) async fn inviter(
    conn: &mut Conn,
    firm: FirmId,
    user: Option<UserId>,
) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> = sql!(
        [
            "SELECT u.name FROM portal_user u
         JOIN staff_member m ON m.user_id = u.id AND m.firm_id = u.firm_id AND ",
            works_here!("m"),
            " WHERE u.firm_id = $1 AND u.id = $2"
        ],
        firm,
        user
    )
    .optional(conn)
    .await?;
    Ok(row.map(|row| row.0))
}
