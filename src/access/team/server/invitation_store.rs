//! Rows of `staff_invitation`, and the login that one begins.

use crate::mailed_links::Dates;
use kernel::{FirmId, InvitationId, Locale, Rights, Role, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// An invitation to be stored.
pub(super) struct NewInvitation<'a> {
    pub id: InvitationId,
    pub email: &'a str,
    pub email_norm: &'a str,
    pub name: &'a str,
    pub role: Role,
    pub rights: Rights,
    pub locale: Locale,
    pub token_hash: [u8; 32],
    pub invited_by: UserId,
    pub created_at: Ts,
    pub expires_at: Ts,
}

pub(super) async fn insert(conn: &mut Conn, firm: FirmId, new: &NewInvitation<'_>) -> Result<(), DbError> {
    sql!(
        "INSERT INTO staff_invitation (id, firm_id, email, email_norm, name, role, rights, locale, token_hash,
            invited_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        new.id,
        firm,
        new.email,
        new.email_norm,
        new.name,
        new.role.key(),
        new.rights.to_text(),
        new.locale.tag(),
        new.token_hash,
        new.invited_by,
        new.created_at,
        new.expires_at
    )
    .run(conn)
    .await
    .map(drop)
}

/// An invitation as it was sent.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct InvitationRow {
    pub id: InvitationId,
    pub email: String,
    pub email_norm: String,
    pub name: String,
    pub role: String,
    pub rights: String,
    pub locale: String,
    pub invited_by: UserId,
    #[sqlx(flatten)]
    pub dates: Dates,
}

impl InvitationRow {
    /// Nobody is invited to be the owner; an unknown word is the least.
    pub(super) fn role(&self) -> Role {
        Role::from_key(&self.role).filter(|role| *role != Role::Owner).unwrap_or(Role::Employee)
    }

    pub(super) fn rights(&self) -> Rights {
        Rights::parse(&self.rights)
    }
}

/// Invitations that nobody accepted, took back or followed up, oldest first.
pub(super) async fn open(conn: &mut Conn, firm: FirmId) -> Result<Vec<InvitationRow>, DbError> {
    sql!(
        "SELECT id, email, email_norm, name, role, rights, locale, invited_by, expires_at, accepted_at AS used_at,
            superseded_at, revoked_at
         FROM staff_invitation
         WHERE firm_id = $1 AND accepted_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL
         ORDER BY id LIMIT 500",
        firm
    )
    .all(conn)
    .await
}

pub(super) async fn find(
    conn: &mut Conn,
    firm: FirmId,
    id: InvitationId,
) -> Result<Option<InvitationRow>, DbError> {
    sql!(
        "SELECT id, email, email_norm, name, role, rights, locale, invited_by, expires_at, accepted_at AS used_at,
            superseded_at, revoked_at
         FROM staff_invitation
         WHERE firm_id = $1 AND id = $2 AND accepted_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL",
        firm,
        id
    )
    .optional(conn)
    .await
}

pub(super) async fn by_token(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
) -> Result<Option<InvitationRow>, DbError> {
    sql!(
        "SELECT id, email, email_norm, name, role, rights, locale, invited_by, expires_at, accepted_at AS used_at,
            superseded_at, revoked_at
         FROM staff_invitation WHERE firm_id = $1 AND token_hash = $2",
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
        "SELECT created_at FROM staff_invitation WHERE firm_id = $1 AND email_norm = $2 AND created_at > $3
         ORDER BY id DESC LIMIT 5",
        firm,
        email_norm,
        since
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(at,)| at).collect())
}

/// The open invitation of this address has been followed by a newer mail.
pub(super) async fn supersede(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "UPDATE staff_invitation SET superseded_at = $3
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

/// Takes back every link of this address that was not accepted; whether one was open.
pub(super) async fn revoke(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
    now: Ts,
) -> Result<bool, DbError> {
    let rows = sql!(
        "UPDATE staff_invitation SET revoked_at = $3
         WHERE firm_id = $1 AND email_norm = $2 AND accepted_at IS NULL AND revoked_at IS NULL",
        firm,
        email_norm,
        now
    )
    .run(conn)
    .await?;
    Ok(rows > 0)
}

/// Uses the link up, if it still is open: of many at once, exactly one gets the row (SEC-15).
pub(super) async fn consume(
    conn: &mut Conn,
    firm: FirmId,
    token_hash: [u8; 32],
    now: Ts,
) -> Result<Option<InvitationRow>, DbError> {
    sql!(
        "UPDATE staff_invitation SET accepted_at = $3
         WHERE firm_id = $1 AND token_hash = $2 AND accepted_at IS NULL AND superseded_at IS NULL
           AND revoked_at IS NULL AND expires_at > $3
         RETURNING id, email, email_norm, name, role, rights, locale, invited_by, expires_at, accepted_at AS used_at,
            superseded_at, revoked_at",
        firm,
        token_hash,
        now
    )
    .optional(conn)
    .await
}

/// The login of this address, if it was activated.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct LoginRow {
    pub id: UserId,
    pub name: String,
    pub disabled_at: Option<Ts>,
}

pub(super) async fn login(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Option<LoginRow>, DbError> {
    sql!(
        "SELECT id, name, disabled_at FROM portal_user
         WHERE firm_id = $1 AND email_norm = $2 AND activated_at IS NOT NULL",
        firm,
        email_norm
    )
    .optional(conn)
    .await
}
