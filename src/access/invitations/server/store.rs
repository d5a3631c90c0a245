//! All SQL of invitations. An address is *wanted* where LOGIN is on for it in an account that is not archived; that
//! is read from the tables of the directory, for a grant is nothing but that switch (DM-6).

use directory::{open_to, works_here};
use kernel::{AccountId, FirmId, InvitationId, Locale, SettingId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// What an invitation says besides its link, in a row with the link's id.
pub(super) struct NewInvitation<'a> {
    pub id: InvitationId,
    pub email: &'a str,
    pub name: &'a str,
    pub message: &'a str,
    pub locale: Locale,
    pub invited_by: Option<UserId>,
}

pub(super) async fn insert(conn: &mut Conn, firm: FirmId, new: &NewInvitation<'_>) -> Result<(), DbError> {
    sql!(
        "INSERT INTO invitation (id, firm_id, email, name, message, locale, invited_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        new.id,
        firm,
        new.email,
        new.name,
        new.message,
        new.locale.tag(),
        new.invited_by
    )
    .run(conn)
    .await
    .map(drop)
}

#[derive(sqlx::FromRow)]
pub(super) struct InvitationRow {
    pub id: InvitationId,
    pub email: String,
    pub name: String,
    pub message: String,
    pub locale: String,
    pub invited_by: Option<UserId>,
}

/// An invitation, and whether its address has a login that was activated.
#[derive(sqlx::FromRow)]
pub(super) struct SeenRow {
    #[sqlx(flatten)]
    pub row: InvitationRow,
    pub reached: i64,
}

pub(super) async fn seen(
    conn: &mut Conn,
    firm: FirmId,
    id: InvitationId,
    email_norm: &str,
) -> Result<Option<SeenRow>, DbError> {
    sql!(
        "SELECT i.id, i.email, i.name, i.message, i.locale, i.invited_by, (SELECT COUNT(*) FROM portal_user u
            WHERE u.firm_id = $1 AND u.email_norm = $3 AND u.activated_at IS NOT NULL) AS reached
         FROM invitation i WHERE i.firm_id = $1 AND i.id = $2",
        firm,
        id,
        email_norm
    )
    .optional(conn)
    .await
}

pub(super) async fn by_id(
    conn: &mut Conn,
    firm: FirmId,
    id: InvitationId,
) -> Result<Option<InvitationRow>, DbError> {
    sql!(
        "SELECT id, email, name, message, locale, invited_by FROM invitation WHERE firm_id = $1 AND id = $2",
        firm,
        id
    )
    .optional(conn)
    .await
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
