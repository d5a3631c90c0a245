//! All SQL of invitations to many. Reads accounts, contacts, switches, logins and invitations.
//!
//! Which accounts is asked first, by the short ids, the list or the search; their addresses are then looked up account by
//! account. So the cost is that of the chosen accounts, however many the firm has.

use access::gate::Staff;
use directory::{in_sight, invitation_in_sight, is_active, login_in_sight};
use kernel::{AccountId, FirmId, SettingId, Ts};
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
    pub active: i64,
    pub invitation: Option<String>,
    pub mails: i64,
    pub newest: Option<Ts>,
    /// The newest that this staff member sent.
    pub mine: Option<Ts>,
}

/// The accounts with these short ids, with commas between them. Each is looked for on its own.
pub(super) async fn with_codes(
    conn: &mut Conn,
    firm: FirmId,
    codes: &str,
) -> Result<Vec<AccountId>, DbError> {
    let rows: Vec<(Option<AccountId>,)> = sql!(
        sqlite: "SELECT (SELECT a.id FROM account a WHERE a.firm_id = $1 AND a.code = j.value) AS id
            FROM json_each('[\"' || REPLACE($2, ',', '\",\"') || '\"]') j",
        postgres: "SELECT (SELECT a.id FROM account a WHERE a.firm_id = $1 AND a.code = j.value) AS id
            FROM UNNEST(STRING_TO_ARRAY($2, ',')) AS j (value)",
        firm,
        codes
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().filter_map(|(id,)| id).collect())
}

/// Every address of these accounts, as far as this staff member may see them (ROLE-3), and whether its person can sign in
/// already, as far as accounts in sight tell. `ids` are an `id_list`. The firm is compared in a
/// way that no index answers: only the ids lead to accounts.
pub(super) async fn chosen(
    conn: &mut Conn,
    staff: &Staff,
    ids: &str,
    day: Ts,
    limit: i64,
) -> Result<Vec<ChosenRow>, DbError> {
    sql!(
        before: ["SELECT a.id AS account_id, a.code, a.name AS account_name, a.archived_at, s.id AS setting_id, s.login,
            c.name, e.email, e.email_norm,
            (SELECT COUNT(*) FROM portal_user u WHERE u.firm_id = e.firm_id AND u.email_norm = e.email_norm
                AND ", is_active!("u"), " AND ", login_in_sight!("u", "u", "$2", "$3"), ") AS active,
            (SELECT v.told FROM open_invitation v
                WHERE v.email_norm = e.email_norm AND v.firm_id = e.firm_id
                  AND ", invitation_in_sight!("v", "$2", "$3"), ") AS invitation,
            (SELECT COUNT(*) FROM link v WHERE v.firm_id = e.firm_id AND v.email_norm = e.email_norm
                AND v.kind = 'invitation' AND v.created_at > $5) AS mails,
            (SELECT MAX(v.created_at) FROM link v WHERE v.firm_id = e.firm_id AND v.email_norm = e.email_norm
                AND v.kind = 'invitation') AS newest,
            (SELECT MAX(v.created_at) FROM link v CROSS JOIN invitation i WHERE v.firm_id = e.firm_id
                AND v.email_norm = e.email_norm AND v.kind = 'invitation' AND i.id = v.id AND i.invited_by = $3) AS mine
         FROM "],
        ids: "$4",
        after: [" CROSS JOIN account a
         LEFT JOIN contact_setting s ON s.account_id = a.id
         LEFT JOIN contact_email e ON e.id = s.email_id AND e.unlinked_at IS NULL
         LEFT JOIN contact c ON c.id = s.contact_id
         WHERE a.id = j.id AND COALESCE(a.firm_id = $1, FALSE)
           AND ", in_sight!("a.id", "$2", "$3"), "
             ORDER BY a.sort_key, a.id, c.sort_key, e.position, e.id LIMIT $6"],
        staff.firm(),
        staff.sees_all(),
        staff.user(),
        ids,
        day,
        limit
    )
    .all(conn)
    .await
}

/// The words of an invitation that this staff member sent to this address since then.
pub(super) async fn message(
    conn: &mut Conn,
    staff: &Staff,
    email_norm: &str,
    since: Ts,
) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> = sql!(
        "SELECT i.message FROM link v CROSS JOIN invitation i
         WHERE v.firm_id = $1 AND v.email_norm = $2 AND v.kind = 'invitation' AND v.created_at >= $4
           AND i.id = v.id AND i.invited_by = $3 LIMIT 1",
        staff.firm(),
        email_norm,
        staff.user(),
        since
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(message,)| message))
}
