//! Who can sign in to the demo. Joins the tables of the directory, read-only.

use directory::{open_to, works_here};
use kernel::{FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

/// Somebody in the demo.
#[derive(sqlx::FromRow)]
pub(super) struct DemoRow {
    pub id: UserId,
    pub email: String,
    pub email_norm: String,
    pub name: String,
    pub role: Option<String>,
    pub password_changed_at: Option<Ts>,
}

/// The team as it is now, the owner first.
pub(super) async fn team(conn: &mut Conn, firm: FirmId) -> Result<Vec<DemoRow>, DbError> {
    sql!(
        [
            "SELECT u.id, u.email, u.email_norm, u.name, m.role, u.password_changed_at
         FROM staff_member m CROSS JOIN portal_user u
         WHERE m.firm_id = $1 AND ",
            works_here!("m"),
            " AND u.id = m.user_id AND u.firm_id = m.firm_id
           AND u.password_hash IS NOT NULL AND u.disabled_at IS NULL
         ORDER BY CASE m.role WHEN 'owner' THEN 0 WHEN 'admin' THEN 1 ELSE 2 END, u.id LIMIT 12"
        ],
        firm
    )
    .all(conn)
    .await
}

/// Some clients who can sign in to an account: of those whom the demo made first, for it makes the people whose names it
/// tells before any others, however many those are.
pub(super) async fn clients(conn: &mut Conn, firm: FirmId) -> Result<Vec<DemoRow>, DbError> {
    sql!(
        ["SELECT u.id, u.email, u.email_norm, u.name, CAST(NULL AS TEXT) AS role, u.password_changed_at FROM (
            SELECT id, firm_id, email, email_norm, name, password_hash, password_changed_at, disabled_at FROM portal_user
            WHERE id > $2 ORDER BY id LIMIT 200) u
         WHERE u.firm_id = $1 AND u.password_hash IS NOT NULL AND u.disabled_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM staff_member m WHERE m.user_id = u.id AND ", works_here!("m"), ")
           AND EXISTS (SELECT 1 FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a
                WHERE e.email_norm = u.email_norm AND e.firm_id = u.firm_id
                  AND ", open_to!("e", "s", "a"), ")
         ORDER BY u.id LIMIT 4"],
        firm,
        Uuid::nil()
    )
    .all(conn)
    .await
}

/// Names of the accounts that these addresses, at most eight, may enter, by address.
pub(super) async fn open_accounts(
    conn: &mut Conn,
    firm: FirmId,
    addresses: &[&str],
) -> Result<Vec<(String, String)>, DbError> {
    let [a, b, c, d, e, f, g, h] = std::array::from_fn(|n| addresses.get(n).copied().unwrap_or_default());
    sql!(
        ["SELECT DISTINCT e.email_norm, a.name FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a
         WHERE e.firm_id = $1 AND e.email_norm IN ($2, $3, $4, $5, $6, $7, $8, $9)
           AND ", open_to!(ids: "e", "s", "a"), "
         ORDER BY a.name LIMIT 500"],
        firm,
        a,
        b,
        c,
        d,
        e,
        f,
        g,
        h
    )
    .all(conn)
    .await
}
