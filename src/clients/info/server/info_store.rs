//! The one statement behind the Info tab. Reads accounts, contacts, logins, invitations and the outbox.

use access::access_state::OpenInvitation;
use access::gate::Staff;
use directory::{in_sight, invitation_in_sight, login_in_sight};
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
    invitation: Option<String>,
    reset: Option<String>,
    mail: Option<String>,
    own_change: Option<String>,
    /// Keys of the notification items that are off, with a space between.
    pub items_off: Option<String>,
    pub unlinked_at: Option<Ts>,
    pub new_email: Option<String>,
    pub change_state: Option<String>,
    pub begun_by_name: Option<String>,
    pub change_at: Option<Ts>,
    pub change_expires: Option<Ts>,
    pub settled_at: Option<Ts>,
    pub remove_at: Option<Ts>,
    pub kept_at: Option<Ts>,
}

impl InfoRow {
    /// The open invitation: when it was mailed, what decides its state, and who sent it.
    pub(super) fn invitation(&self) -> Option<(Ts, OpenInvitation, &str)> {
        let mut pieces = self.invitation.as_deref()?.splitn(4, ' ');
        let mut number = || pieces.next()?.parse().ok();
        let (sent, expires, failed): (i64, i64, i64) = (number()?, number()?, number()?);
        let open = OpenInvitation { expires: Ts(expires), failed: failed == 1 };
        Some((Ts(sent), open, pieces.next().unwrap_or_default()))
    }

    /// When somebody at the firm last sent a link for a new password from here, and who.
    pub(super) fn reset(&self) -> Option<(Ts, &str)> {
        let (at, by) = self.reset.as_deref()?.split_once(' ')?;
        Some((Ts(at.parse().ok()?), by))
    }

    /// The newest mail about this row: its state, and what the mail server answered.
    pub(super) fn mail(&self) -> Option<(&str, &str)> {
        self.mail.as_deref()?.split_once(' ')
    }

    /// When the client changed the address themselves, and what it was before.
    pub(super) fn own_change(&self) -> Option<(Ts, &str)> {
        let (at, before) = self.own_change.as_deref()?.split_once(' ')?;
        Some((Ts(at.parse().ok()?), before))
    }
}

/// The whole Info tab in one statement. What is the newest of its kind comes as one text, for which neither engine can
/// choose another way than to look for it row by row: account, contacts, addresses, switches, logins, open invitation, newest reset, newest mail,
/// and what an unlinked address is replaced by.
///
/// A login is the firm's, not the account's. Restricted staff learn of it once its person was here after LOGIN went on
/// in an account they see, and of invitations mailed for such accounts; else the tab would tell who is a client
/// elsewhere, and when they were last there (ROLE-3).
pub(super) async fn info(conn: &mut Conn, staff: &Staff, code: &str) -> Result<Vec<InfoRow>, DbError> {
    sql!(
        ["SELECT a.id AS account_id, a.code, a.name AS account_name, a.kind, a.archived_at AS account_archived_at,
            c.id AS contact_id, c.name AS contact_name, l.role_text,
            s.id AS setting_id, e.id AS email_id, e.email, s.login, s.notify, s.email_sync, s.version,
            u.activated_at, u.disabled_at, u.last_login_at,
            (SELECT CAST(v.created_at AS TEXT) || ' ' || v.told || ' '
                || COALESCE((SELECT b.name FROM portal_user b WHERE b.id = v.invited_by), '')
             FROM open_invitation v
             WHERE v.firm_id = e.firm_id AND v.email_norm = e.email_norm
               AND ", invitation_in_sight!("v", "$3", "$4"), "
             ORDER BY v.id DESC LIMIT 1) AS invitation,
            (SELECT CAST(k.created_at AS TEXT) || ' ' || COALESCE((SELECT b.name FROM portal_user b WHERE b.id = r.sent_by), '')
             FROM link k CROSS JOIN password_reset r
             WHERE k.of_id = u.id AND k.kind = 'reset' AND r.id = k.id AND r.sent_by IS NOT NULL AND r.account_code = a.code
             ORDER BY k.id DESC LIMIT 1) AS reset,
            (SELECT m.state || ' ' || COALESCE(m.last_reply, '') FROM outbox m
             WHERE m.firm_id = s.firm_id AND m.setting_id = s.id ORDER BY m.id DESC LIMIT 1) AS mail,
            (SELECT CAST(x.changed_at AS TEXT) || ' ' || x.old_email FROM own_address_change x
             WHERE x.firm_id = e.firm_id AND x.email_id = e.id AND x.state = 'done' ORDER BY x.id DESC LIMIT 1)
                AS own_change,
            (SELECT STRING_AGG(n.item, ' ') FROM notify_choice n WHERE n.setting_id = s.id AND NOT n.enabled) AS items_off,
            e.unlinked_at, h.new_email, h.state AS change_state, h.begun_by_name, h.created_at AS change_at,
            h.expires_at AS change_expires, h.settled_at, h.remove_at, h.kept_at
         FROM account a
         LEFT JOIN account_contact l ON l.account_id = a.id
         LEFT JOIN contact c ON c.id = l.contact_id
         LEFT JOIN contact_setting s ON s.contact_id = l.contact_id AND s.account_id = l.account_id
         LEFT JOIN contact_email e ON e.id = s.email_id
         LEFT JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm
            AND ", login_in_sight!("e", "u", "$3", "$4"), "
         LEFT JOIN address_change h ON h.old_email_id = e.id AND h.state IN ('pending_new', 'accepted', 'expired')
         WHERE a.firm_id = $1 AND a.code = $2
           AND ", in_sight!("a.id", "$3", "$4"), "
         ORDER BY c.sort_key, c.id, e.position, e.id LIMIT 1000"],
        staff.firm(),
        code,
        staff.sees_all(),
        staff.user()
    )
    .all(conn)
    .await
}
