//! Whoever signs in: who they are, whether they may, the line in which they stand, and when they did last. Reads accounts and
//! switches.

use crate::{is_active, open_to, works_here};
use kernel::{FirmId, UserId};
use platform::Cx;
use platform::db::{Conn, DbError};
use platform::sql;

/// Somebody with a login, as far as their sessions need to know them.
#[derive(sqlx::FromRow)]
pub struct Person {
    pub name: String,
    pub email: String,
    pub is_staff: bool,
    pub session_minutes: Option<i64>,
}

/// The person of this id.
pub async fn person(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<Option<Person>, DbError> {
    sql!(
        ["SELECT u.name, u.email, (m.user_id IS NOT NULL) AS is_staff, u.session_minutes FROM portal_user u
         LEFT JOIN staff_member m ON m.user_id = u.id AND m.firm_id = u.firm_id AND ", works_here!("m"), "
         WHERE u.firm_id = $1 AND u.id = $2"],
        firm,
        user
    )
    .optional(conn)
    .await
}

/// Whether this person works for the firm, whatever else they are.
pub async fn is_staff(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<bool, DbError> {
    Ok(person(conn, firm, user).await?.is_some_and(|person| person.is_staff))
}

/// Stands in line behind whoever begins, renews or ends sessions of this person. One that is being renewed has no row yet that
/// an end could see, and would go on: on PostgreSQL nobody else waits for the other.
///
/// Comes before anything that was mailed to them, printed for them, or begun by them is taken: what ends their sessions takes
/// the person first and all of that after, and on PostgreSQL two who took them the other way round would wait for each other.
pub async fn stand_in_line(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<(), DbError> {
    sql!("UPDATE portal_user SET created_at = created_at WHERE firm_id = $1 AND id = $2", firm, user)
        .run(conn)
        .await
        .map(drop)
}

/// Whether this person is let in at all: they work here, or have LOGIN on in an account that is not archived
/// (CRM-14). Reads the switches of their address, and accounts.
pub async fn may_enter(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<bool, DbError> {
    let row: Option<(i64,)> = sql!(
        [
            "SELECT COUNT(*) FROM portal_user u
         WHERE u.firm_id = $1 AND u.id = $2 AND u.disabled_at IS NULL AND (
            EXISTS (SELECT 1 FROM staff_member m
                    WHERE m.user_id = u.id AND m.firm_id = u.firm_id AND ",
            works_here!("m"),
            ")
            OR EXISTS (SELECT 1 FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a
                       WHERE e.email_norm = u.email_norm AND e.firm_id = u.firm_id
                         AND ",
            open_to!("e", "s", "a"),
            "))"
        ],
        firm,
        user
    )
    .optional(conn)
    .await?;
    Ok(row.is_some_and(|(n,)| n > 0))
}

/// Whether somebody can sign in with this address.
pub async fn can_sign_in(conn: &mut Conn, firm: FirmId, email_norm: &str) -> Result<bool, DbError> {
    let row: Option<(UserId,)> = sql!(
        [
            "SELECT id FROM portal_user
         WHERE firm_id = $1 AND email_norm = $2 AND ",
            is_active!()
        ],
        firm,
        email_norm
    )
    .optional(conn)
    .await?;
    Ok(row.is_some())
}

/// The last sign-in of this person, from where and with what (AUTH-6).
pub async fn record_login(conn: &mut Conn, cx: &Cx, user: UserId) -> Result<(), DbError> {
    sql!(
        "UPDATE portal_user SET last_login_at = $3, last_login_ip = $4, last_login_place = $5, last_login_os = $6,
            last_login_browser = $7
         WHERE firm_id = $1 AND id = $2",
        cx.firm.id,
        user,
        cx.now(),
        cx.source.ip.to_string(),
        cx.place(),
        cx.source.os(),
        cx.source.browser()
    )
    .run(conn)
    .await
    .map(drop)
}
