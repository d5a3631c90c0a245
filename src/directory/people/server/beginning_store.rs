//! How a login begins.

use kernel::{FirmId, Locale, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// What a person brings along when they begin.
pub struct Beginner<'a> {
    /// Used when this address has no login row yet; an existing one keeps its id.
    pub id: UserId,
    pub email: &'a str,
    pub email_norm: &'a str,
    pub name: &'a str,
    pub locale: Locale,
    pub password_hash: &'a str,
    pub now: Ts,
}

/// Makes the login, or fills in the one that waited. `None` when it is active or was disabled: an invitation never
/// replaces somebody's password (INV-7).
pub async fn activate(conn: &mut Conn, firm: FirmId, who: &Beginner<'_>) -> Result<Option<UserId>, DbError> {
    let row: Option<(UserId,)> = sql!(
        "INSERT INTO portal_user (id, firm_id, email, email_norm, name, locale, password_hash, password_changed_at,
            activated_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8)
         ON CONFLICT (firm_id, email_norm) DO UPDATE SET email = excluded.email, name = excluded.name,
            locale = excluded.locale, password_hash = excluded.password_hash,
            password_changed_at = excluded.password_changed_at, activated_at = excluded.activated_at
         WHERE portal_user.activated_at IS NULL AND portal_user.disabled_at IS NULL
         RETURNING id",
        who.id,
        firm,
        who.email,
        who.email_norm,
        who.name,
        who.locale.tag(),
        who.password_hash,
        who.now
    )
    .optional(conn)
    .await?;
    Ok(row.map(|row| row.0))
}

/// Somebody who needs no invitation.
pub struct NewPerson {
    pub id: UserId,
    pub firm: FirmId,
    pub email: String,
    pub email_norm: String,
    pub name: String,
    pub locale: Option<Locale>,
    pub hash: String,
    pub now: Ts,
}

/// Makes a login that is activated from the start.
pub async fn insert(conn: &mut Conn, person: NewPerson) -> Result<(), DbError> {
    sql!(
        "INSERT INTO portal_user (id, firm_id, email, email_norm, name, locale, password_hash, password_changed_at,
            activated_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8)",
        person.id,
        person.firm,
        person.email,
        person.email_norm,
        person.name,
        person.locale.map(Locale::tag),
        person.hash,
        person.now
    )
    .run(conn)
    .await
    .map(drop)
}
