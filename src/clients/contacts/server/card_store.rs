//! The one statement behind a contact's page. Reads accounts, switches, logins, invitations and replaced addresses.

use access::gate::Staff;
use directory::{contact_in_sight, invitation_in_sight, is_active, login_in_sight};
use kernel::{ContactId, EmailId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// One address of a contact in one of its accounts. A contact without addresses has a line for each account, one without
/// accounts a line for each address, and one with neither a single line.
#[derive(sqlx::FromRow)]
pub(super) struct CardRow {
    pub name: String,
    pub locale: String,
    pub version: i64,
    pub email_id: Option<EmailId>,
    pub email: Option<String>,
    pub unlinked_at: Option<Ts>,
    /// What the address is to replace.
    pub replaces: Option<String>,
    pub replaces_state: Option<String>,
    pub replaces_until: Option<Ts>,
    /// What replaces the address.
    pub new_email: Option<String>,
    pub change_state: Option<String>,
    pub begun_by_name: Option<String>,
    pub change_at: Option<Ts>,
    pub change_expires: Option<Ts>,
    pub settled_at: Option<Ts>,
    pub remove_at: Option<Ts>,
    pub kept_at: Option<Ts>,
    pub code: Option<String>,
    pub account_name: Option<String>,
    pub role_text: Option<String>,
    pub archived_at: Option<Ts>,
    /// The account is in this staff member's sight.
    pub visible: bool,
    pub login: bool,
    /// Somebody can sign in to the account with the address today, as far as accounts in sight tell.
    pub signs_in: bool,
    /// Its open invitation, as far as accounts in sight tell.
    pub invitation: Option<String>,
}

/// Everything that the page of a contact in this staff member's sight shows, account by account.
///
/// A login is the firm's, not the account's: restricted staff learn of it once its person was here after LOGIN went on in
/// an account they see (ROLE-3), be it this one, another or an archived one. The list says the same.
pub(super) async fn card(conn: &mut Conn, staff: &Staff, id: ContactId) -> Result<Vec<CardRow>, DbError> {
    sql!(
        ["SELECT c.name, c.locale, c.version, e.id AS email_id, e.email, e.unlinked_at,
            n.old_email AS replaces, n.state AS replaces_state, n.expires_at AS replaces_until,
            h.new_email, h.state AS change_state, h.begun_by_name, h.created_at AS change_at,
            h.expires_at AS change_expires, h.settled_at, h.remove_at, h.kept_at,
            a.code, a.name AS account_name, l.role_text, a.archived_at,
            ($4 OR g.user_id IS NOT NULL) AS visible, COALESCE(s.login, FALSE) AS login,
            COALESCE(s.login AND a.archived_at IS NULL AND u.id IS NOT NULL AND ($4 OR (g.user_id IS NOT NULL
                AND ", login_in_sight!("e", "u", "$5"), ")), FALSE) AS signs_in,
            CASE WHEN s.login THEN (SELECT v.told FROM open_invitation v
                WHERE v.email_norm = e.email_norm AND v.firm_id = e.firm_id
                  AND ", invitation_in_sight!("v", "$4", "$5"), ") END AS invitation
         FROM contact c
         LEFT JOIN contact_email e ON e.contact_id = c.id
         LEFT JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm
            AND ", is_active!("u"), "
         LEFT JOIN address_change h ON h.old_email_id = e.id AND h.state IN ('pending_new', 'accepted', 'expired')
         LEFT JOIN address_change n ON n.new_email_id = e.id AND n.state IN ('pending_new', 'accepted', 'expired')
         LEFT JOIN account_contact l ON l.contact_id = c.id
         LEFT JOIN account a ON a.id = l.account_id
         LEFT JOIN account_assignment g ON g.account_id = l.account_id AND g.user_id = $5
         LEFT JOIN contact_setting s ON s.account_id = l.account_id AND s.email_id = e.id AND s.login
         WHERE c.firm_id = $1 AND c.id = $2
           AND ", contact_in_sight!("c.id", "$3", "$4", "$5"), "
         ORDER BY a.sort_key, a.id, e.position, e.id LIMIT 10000"],
        staff.firm(),
        id,
        staff.sees_all_contacts(),
        staff.sees_all(),
        staff.user()
    )
    .all(conn)
    .await
}
