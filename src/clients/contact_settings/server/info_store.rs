//! The one statement behind the Info tab. Reads accounts, contacts, logins, invitations and the outbox.

use access::gate::Staff;
use kernel::{AccountId, ContactId, EmailId, SettingId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// One line of the Info tab; a contact without addresses and an account without contacts have one too.
#[derive(sqlx::FromRow)]
pub(super) struct InfoRow {
    pub account_id: AccountId,
    pub code: String,
    pub account_name: String,
    pub kind: String,
    pub account_archived_at: Option<Ts>,
    pub contact_id: Option<ContactId>,
    pub contact_name: Option<String>,
    pub role_text: Option<String>,
    pub setting_id: Option<SettingId>,
    pub email_id: Option<EmailId>,
    pub email: Option<String>,
    pub login: Option<bool>,
    pub notify: Option<bool>,
    pub email_sync: Option<bool>,
    pub version: Option<i64>,
    pub activated_at: Option<Ts>,
    pub disabled_at: Option<Ts>,
    pub last_login_at: Option<Ts>,
    pub invited_at: Option<Ts>,
    pub expires_at: Option<Ts>,
    pub accepted_at: Option<Ts>,
    pub superseded_at: Option<Ts>,
    pub revoked_at: Option<Ts>,
    pub mail_state: Option<String>,
    pub last_reply: Option<String>,
    pub items_off: i64,
    pub unlinked_at: Option<Ts>,
    pub new_email: Option<String>,
    pub change_state: Option<String>,
    pub begun_by_name: Option<String>,
    pub change_at: Option<Ts>,
    pub change_expires: Option<Ts>,
    pub settled_at: Option<Ts>,
    pub remove_at: Option<Ts>,
    pub kept_at: Option<Ts>,
    pub own_before: Option<String>,
    pub own_at: Option<Ts>,
}

/// The whole Info tab in one statement: account, contacts, addresses, switches, logins, newest invitation, newest mail,
/// and what an unlinked address is replaced by.
///
/// A login is the firm's, not the account's. Restricted staff learn of it once its person was here after LOGIN went on
/// in an account they see, and of invitations mailed for such accounts; else the tab would tell who is a client
/// elsewhere, and when they were last there (ROLE-3).
pub(super) async fn info(conn: &mut Conn, staff: &Staff, code: &str) -> Result<Vec<InfoRow>, DbError> {
    sql!(
        "SELECT a.id AS account_id, a.code, a.name AS account_name, a.kind, a.archived_at AS account_archived_at,
            c.id AS contact_id, c.name AS contact_name, l.role_text,
            s.id AS setting_id, e.id AS email_id, e.email, s.login, s.notify, s.email_sync, s.version,
            u.activated_at, u.disabled_at, u.last_login_at,
            i.created_at AS invited_at, i.expires_at, i.accepted_at, i.superseded_at, i.revoked_at,
            o.state AS mail_state, o.last_reply,
            (SELECT COUNT(*) FROM notify_choice n WHERE n.setting_id = s.id AND NOT n.enabled) AS items_off,
            e.unlinked_at, h.new_email, h.state AS change_state, h.begun_by_name, h.created_at AS change_at,
            h.expires_at AS change_expires, h.settled_at, h.remove_at, h.kept_at,
            w.old_email AS own_before, w.changed_at AS own_at
         FROM account a
         LEFT JOIN account_contact l ON l.firm_id = a.firm_id AND l.account_id = a.id
         LEFT JOIN contact c ON c.id = l.contact_id AND c.firm_id = a.firm_id
         LEFT JOIN contact_setting s ON s.firm_id = a.firm_id AND s.account_id = a.id AND s.contact_id = c.id
         LEFT JOIN contact_email e ON e.id = s.email_id AND e.firm_id = a.firm_id
         LEFT JOIN portal_user u ON u.firm_id = a.firm_id AND u.email_norm = e.email_norm
            AND ($3 OR EXISTS (SELECT 1 FROM contact_setting k
                JOIN contact_email f ON f.id = k.email_id AND f.firm_id = k.firm_id AND f.email_norm = e.email_norm
                JOIN account_assignment g ON g.firm_id = k.firm_id AND g.account_id = k.account_id AND g.user_id = $4
                WHERE k.firm_id = a.firm_id AND k.login
                  AND (u.activated_at >= COALESCE(k.login_since, k.changed_at)
                    OR u.last_login_at >= COALESCE(k.login_since, k.changed_at))))
         LEFT JOIN invitation i ON i.id = (SELECT v.id FROM invitation v
            WHERE v.firm_id = a.firm_id AND v.email_norm = e.email_norm AND NOT v.banner
              AND ($3 OR EXISTS (SELECT 1 FROM outbox m
                JOIN contact_setting k ON k.id = m.setting_id AND k.firm_id = m.firm_id
                JOIN account_assignment g ON g.firm_id = k.firm_id AND g.account_id = k.account_id AND g.user_id = $4
                WHERE m.firm_id = v.firm_id AND m.id = v.mail_id))
            ORDER BY v.id DESC LIMIT 1)
         LEFT JOIN outbox o ON o.id = (SELECT m.id FROM outbox m
            WHERE m.firm_id = a.firm_id AND m.setting_id = s.id ORDER BY m.id DESC LIMIT 1)
         LEFT JOIN address_change h ON h.firm_id = a.firm_id AND h.old_email_id = e.id
            AND h.state IN ('pending_new', 'accepted', 'expired')
         LEFT JOIN own_address_change w ON w.id = (SELECT x.id FROM own_address_change x
            WHERE x.firm_id = a.firm_id AND x.email_id = e.id AND x.state = 'done' ORDER BY x.id DESC LIMIT 1)
         WHERE a.firm_id = $1 AND a.code = $2
           AND ($3 OR EXISTS (SELECT 1 FROM account_assignment x
                WHERE x.firm_id = a.firm_id AND x.account_id = a.id AND x.user_id = $4))
         ORDER BY c.sort_key, c.id, e.position, e.id LIMIT 1000",
        staff.firm(),
        code,
        staff.sees_all(),
        staff.user()
    )
    .all(conn)
    .await
}
