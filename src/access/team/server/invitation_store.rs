//! Rows of `staff_invitation`, and the login that one begins.

use kernel::{FirmId, InvitationId, Locale, Rights, Role, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// What an invitation says besides its link, in a row with the link's id.
pub(super) struct NewInvitation<'a> {
    pub id: InvitationId,
    pub email: &'a str,
    pub name: &'a str,
    pub role: Role,
    pub rights: Rights,
    pub locale: Locale,
    pub invited_by: UserId,
}

pub(super) async fn insert(conn: &mut Conn, firm: FirmId, new: &NewInvitation<'_>) -> Result<(), DbError> {
    sql!(
        "INSERT INTO staff_invitation (id, firm_id, email, name, role, rights, locale, invited_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.id,
        firm,
        new.email,
        new.name,
        new.role.key(),
        new.rights.to_text(),
        new.locale.tag(),
        new.invited_by
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
    pub name: String,
    pub role: String,
    pub rights: String,
    pub locale: String,
    pub invited_by: UserId,
}

/// One that nobody accepted, took back or followed up.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct OpenRow {
    #[sqlx(flatten)]
    pub row: InvitationRow,
    pub email_norm: String,
    pub expires_at: Ts,
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

/// Open invitations, oldest first.
pub(super) async fn open(conn: &mut Conn, firm: FirmId) -> Result<Vec<OpenRow>, DbError> {
    sql!(
        "SELECT i.id, i.email, i.name, i.role, i.rights, i.locale, i.invited_by, k.email_norm, k.expires_at
         FROM link k CROSS JOIN staff_invitation i
         WHERE k.firm_id = $1 AND k.kind = 'staff_invitation' AND k.used_at IS NULL AND k.superseded_at IS NULL
           AND k.revoked_at IS NULL AND i.id = k.id
         ORDER BY k.id LIMIT 500",
        firm
    )
    .all(conn)
    .await
}

/// This one, if it is open. Said by COALESCE, for PostgreSQL without statistics would walk the partial index of open links.
pub(super) async fn find(
    conn: &mut Conn,
    firm: FirmId,
    id: InvitationId,
) -> Result<Option<OpenRow>, DbError> {
    sql!(
        "SELECT i.id, i.email, i.name, i.role, i.rights, i.locale, i.invited_by, k.email_norm, k.expires_at
         FROM staff_invitation i CROSS JOIN link k
         WHERE i.firm_id = $1 AND i.id = $2 AND k.id = i.id AND k.kind = 'staff_invitation'
           AND COALESCE(k.used_at, k.superseded_at, k.revoked_at) IS NULL",
        firm,
        id
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
        "SELECT id, email, name, role, rights, locale, invited_by FROM staff_invitation WHERE firm_id = $1 AND id = $2",
        firm,
        id
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
