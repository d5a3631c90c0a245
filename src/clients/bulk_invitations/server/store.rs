//! The one statement of invitations to many. Reads accounts, contacts, switches, logins and invitations.

use access::gate::Staff;
use kernel::{AccountId, SettingId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// One address in one chosen account; an account without addresses has a line too.
#[derive(sqlx::FromRow)]
pub(super) struct ChosenRow {
    pub account_id: AccountId,
    pub code: String,
    pub account_name: String,
    pub archived_at: Option<Ts>,
    pub setting_id: Option<SettingId>,
    pub login: Option<bool>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub email_norm: Option<String>,
    pub activated_at: Option<Ts>,
    pub disabled_at: Option<Ts>,
    pub mails: i64,
    pub newest: Option<Ts>,
}

/// Every address of the chosen accounts, as far as this staff member may see them (ROLE-3), and whether its person can
/// sign in already, as far as those accounts tell. `codes` is `,M1,M2,`;
/// without it all accounts that are not archived and match the pattern.
pub(super) async fn chosen(
    conn: &mut Conn,
    staff: &Staff,
    codes: Option<String>,
    pattern: Option<String>,
    day: Ts,
    limit: i64,
) -> Result<Vec<ChosenRow>, DbError> {
    sql!(
        "SELECT a.id AS account_id, a.code, a.name AS account_name, a.archived_at, s.id AS setting_id, s.login, c.name,
            e.email, e.email_norm, u.activated_at, u.disabled_at,
            (SELECT COUNT(*) FROM invitation v WHERE v.firm_id = a.firm_id AND v.email_norm = e.email_norm
                AND NOT v.banner AND v.created_at > $6) AS mails,
            (SELECT MAX(v.created_at) FROM invitation v WHERE v.firm_id = a.firm_id AND v.email_norm = e.email_norm
                AND NOT v.banner) AS newest
         FROM account a
         LEFT JOIN (contact_setting s
            JOIN contact_email e ON e.id = s.email_id AND e.firm_id = s.firm_id AND e.unlinked_at IS NULL
            JOIN contact c ON c.id = s.contact_id AND c.firm_id = s.firm_id)
            ON s.firm_id = a.firm_id AND s.account_id = a.id
         LEFT JOIN portal_user u ON u.firm_id = a.firm_id AND u.email_norm = e.email_norm
            AND ($2 OR EXISTS (SELECT 1 FROM contact_setting k
                JOIN contact_email f ON f.id = k.email_id AND f.firm_id = k.firm_id AND f.email_norm = e.email_norm
                JOIN account_assignment g ON g.firm_id = k.firm_id AND g.account_id = k.account_id AND g.user_id = $3
                WHERE k.firm_id = a.firm_id AND k.login
                  AND (u.activated_at >= COALESCE(k.login_since, k.changed_at)
                    OR u.last_login_at >= COALESCE(k.login_since, k.changed_at))))
         WHERE a.firm_id = $1
           AND ($2 OR EXISTS (SELECT 1 FROM account_assignment x
                WHERE x.firm_id = a.firm_id AND x.account_id = a.id AND x.user_id = $3))
           AND (CAST($4 AS TEXT) IS NULL AND a.archived_at IS NULL OR $4 LIKE '%,' || a.code || ',%')
           AND (CAST($5 AS TEXT) IS NULL OR a.search_key LIKE $5 ESCAPE '\\' OR EXISTS (
                SELECT 1 FROM account_contact l JOIN contact d ON d.id = l.contact_id
                WHERE l.firm_id = a.firm_id AND l.account_id = a.id AND (d.search_key LIKE $5 ESCAPE '\\' OR EXISTS (
                    SELECT 1 FROM contact_email f WHERE f.contact_id = d.id
                      AND (f.email_norm LIKE $5 ESCAPE '\\' OR LOWER(f.email) LIKE $5 ESCAPE '\\')))))
         ORDER BY a.sort_key, a.id, c.sort_key, e.position, e.id LIMIT $7",
        staff.firm(),
        staff.sees_all(),
        staff.user(),
        codes,
        pattern,
        day,
        limit
    )
    .all(conn)
    .await
}
