//! All SQL of this slice. The tables of the directory are only read.

use directory::{is_active, open_to};
use kernel::{AccountId, ContactId, FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// A switch LOGIN that is on.
#[derive(sqlx::FromRow)]
pub(super) struct AccessRow {
    pub name: String,
    pub email: String,
    pub email_norm: String,
    pub activated: bool,
}

/// By name; people who share an address have a row each.
pub(super) async fn with_access(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
) -> Result<Vec<AccessRow>, DbError> {
    sql!(
        [
            "SELECT c.name, e.email, e.email_norm, EXISTS (SELECT 1 FROM portal_user u
                WHERE u.email_norm = e.email_norm AND u.firm_id = e.firm_id
                  AND ",
            is_active!("u"),
            ") AS activated
         FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN contact c
         WHERE s.firm_id = $1 AND s.account_id = $2 AND s.login
           AND e.id = s.email_id AND e.firm_id = s.firm_id AND c.id = s.contact_id AND c.firm_id = s.firm_id
         ORDER BY c.sort_key, c.id, e.email_norm LIMIT 500"
        ],
        firm,
        account
    )
    .all(conn)
    .await
}

/// Can enter the account today.
pub(super) const INSIDE: i64 = 2;
/// Could enter the account until a while ago. Whoever only has the contact in common stands below both.
pub(super) const FORMER: i64 = 1;

/// Somebody to be told of an address that is let in.
#[derive(sqlx::FromRow)]
pub(super) struct ToTell {
    pub user: UserId,
    /// How they stand to this very account: [`INSIDE`], [`FORMER`], or neither.
    pub standing: i64,
}

/// Logins that can enter this account, or belong to this contact and can enter another, and those that could until their
/// access ended after `since`; without these addresses. Whoever knows most of the account comes first.
pub(super) async fn to_tell(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    contact: ContactId,
    but: (&str, &str),
    since: Ts,
) -> Result<Vec<ToTell>, DbError> {
    sql!(
        ["SELECT p.id AS \"user\", CAST(MAX(p.standing) AS BIGINT) AS standing FROM (
            SELECT u.id, 2 AS standing FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN portal_user u
            WHERE s.firm_id = $1 AND s.account_id = $2 AND s.login
              AND e.id = s.email_id AND e.firm_id = s.firm_id AND e.email_norm <> $4 AND e.email_norm <> $5
              AND u.firm_id = e.firm_id AND u.email_norm = e.email_norm
              AND ", is_active!("u"), "
            UNION ALL
            SELECT u.id, 0 AS standing
            FROM contact_setting s CROSS JOIN account a CROSS JOIN contact_email e CROSS JOIN portal_user u
            WHERE s.firm_id = $1 AND s.contact_id = $3 AND ", open_to!("e", "s", "a"), "
              AND e.email_norm <> $4 AND e.email_norm <> $5
              AND u.firm_id = e.firm_id AND u.email_norm = e.email_norm
              AND ", is_active!("u"), "
            UNION ALL
            SELECT u.id, 1 AS standing FROM access_ended x CROSS JOIN portal_user u
            WHERE x.firm_id = $1 AND x.account_id = $2 AND x.ended_at > $6
              AND u.id = x.user_id AND u.firm_id = x.firm_id AND u.email_norm <> $4 AND u.email_norm <> $5
              AND ", is_active!("u"), "
            UNION ALL
            SELECT u.id, 0 AS standing FROM access_ended x CROSS JOIN portal_user u
            WHERE x.firm_id = $1 AND x.contact_id = $3 AND x.ended_at > $6
              AND u.id = x.user_id AND u.firm_id = x.firm_id AND u.email_norm <> $4 AND u.email_norm <> $5
              AND ", is_active!("u"), ") p
         GROUP BY p.id ORDER BY standing DESC, p.id LIMIT 100"],
        firm,
        account,
        contact,
        but.0,
        but.1,
        since
    )
    .all(conn)
    .await
}

/// A mailbox that was let into an account.
#[derive(sqlx::FromRow)]
pub(super) struct CameMeanwhile {
    pub account_id: AccountId,
    pub account_name: String,
    pub email: String,
    pub at: Ts,
    pub actor_id: Option<UserId>,
    pub actor_name: String,
}

/// Who was let into this address' accounts after the address itself had been first, newest first. From the trail, so that
/// switching LOGIN off and on again forgets nobody; read from that first time on, not once for each row. PostgreSQL is told
/// to look into the trail account by account.
///
/// LOGIN on is all that is asked, not [`open_to!`]: archived accounts count here as others do.
pub(super) async fn came_meanwhile(
    conn: &mut Conn,
    firm: FirmId,
    email_norm: &str,
) -> Result<Vec<CameMeanwhile>, DbError> {
    sql!(
        sqlite: "SELECT x.account_id, a.name AS account_name, x.subject AS email, x.at, x.actor_id, x.actor_name
         FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a CROSS JOIN audit_event x
         WHERE e.firm_id = $1 AND e.email_norm = $2
           AND s.email_id = e.id AND s.firm_id = e.firm_id AND s.login
           AND a.id = s.account_id AND a.firm_id = s.firm_id
           AND x.account_id = s.account_id AND x.firm_id = s.firm_id AND x.event = 'login_on' AND x.subject <> e.email
           AND x.id > (SELECT y.id FROM audit_event y
                WHERE y.account_id = s.account_id AND y.firm_id = s.firm_id AND y.event = 'login_on'
                  AND y.subject = e.email
                ORDER BY y.id LIMIT 1)
         ORDER BY x.id DESC LIMIT 500",
        postgres: "SELECT x.account_id, a.name AS account_name, x.subject AS email, x.at, x.actor_id, x.actor_name
         FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a
         CROSS JOIN LATERAL (SELECT t.id, t.account_id, t.subject, t.at, t.actor_id, t.actor_name FROM audit_event t
            WHERE t.account_id = s.account_id AND t.firm_id = s.firm_id AND t.event = 'login_on' AND t.subject <> e.email
              AND t.id > (SELECT y.id FROM audit_event y
                WHERE y.account_id = s.account_id AND y.firm_id = s.firm_id AND y.event = 'login_on'
                  AND y.subject = e.email
                ORDER BY y.id LIMIT 1)
            ORDER BY t.id DESC LIMIT 500) x
         WHERE e.firm_id = $1 AND e.email_norm = $2
           AND s.email_id = e.id AND s.firm_id = e.firm_id AND s.login
           AND a.id = s.account_id AND a.firm_id = s.firm_id
         ORDER BY x.id DESC LIMIT 500",
        firm,
        email_norm
    )
    .all(conn)
    .await
}
