//! All SQL about the rows of switches that one address has: what another one takes over from it, and what is left of them.

use crate::is_active;
use kernel::{AccountId, ContactId, EmailId, FirmId, SettingId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// One row of switches of an address.
#[derive(sqlx::FromRow)]
pub struct RowOfAddress {
    pub id: SettingId,
    pub account_id: AccountId,
    pub login: bool,
    pub notify: bool,
    pub email_sync: bool,
}

pub async fn rows_of(conn: &mut Conn, firm: FirmId, email: EmailId) -> Result<Vec<RowOfAddress>, DbError> {
    sql!(
        "SELECT id, account_id, login, notify, email_sync FROM contact_setting
         WHERE firm_id = $1 AND email_id = $2 ORDER BY id LIMIT 1000",
        firm,
        email
    )
    .all(conn)
    .await
}

/// The same switches for another address of the contact, with the same notification items off.
pub async fn copy_row(
    conn: &mut Conn,
    firm: FirmId,
    from: &RowOfAddress,
    to: (SettingId, ContactId, EmailId),
    (at, by): (Ts, &str),
) -> Result<(), DbError> {
    let (id, contact, email) = to;
    sql!(
        "INSERT INTO contact_setting (id, firm_id, account_id, contact_id, email_id, login, notify, email_sync,
            version, changed_at, changed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)",
        id,
        firm,
        from.account_id,
        contact,
        email,
        from.login,
        from.notify,
        from.email_sync,
        at,
        by
    )
    .run(conn)
    .await?;
    sql!(
        "INSERT INTO notify_choice (firm_id, setting_id, item, enabled, set_by, set_at)
         SELECT c.firm_id, s.id, c.item, c.enabled, c.set_by, c.set_at
         FROM notify_choice c CROSS JOIN contact_setting s
         WHERE c.firm_id = $1 AND c.setting_id = $2 AND s.firm_id = c.firm_id AND s.id = $3",
        firm,
        from.id,
        id
    )
    .run(conn)
    .await
    .map(drop)
}

/// How many rows of an address still open a portal.
pub async fn logins_left(conn: &mut Conn, firm: FirmId, email: EmailId) -> Result<i64, DbError> {
    let (n,): (i64,) = sql!(
        "SELECT COUNT(*) FROM contact_setting WHERE firm_id = $1 AND email_id = $2 AND login",
        firm,
        email
    )
    .one(conn)
    .await?;
    Ok(n)
}

/// Whether the contact can sign in to the account with another address than this one today.
pub async fn has_another_way_in(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    contact: ContactId,
    but: EmailId,
) -> Result<bool, DbError> {
    let (n,): (i64,) = sql!(
        [
            "SELECT COUNT(*) FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN portal_user u
         WHERE s.firm_id = $1 AND s.account_id = $2 AND s.contact_id = $3 AND s.login AND s.email_id <> $4
           AND e.id = s.email_id AND u.firm_id = e.firm_id AND u.email_norm = e.email_norm
           AND ",
            is_active!("u")
        ],
        firm,
        account,
        contact,
        but
    )
    .one(conn)
    .await?;
    Ok(n > 0)
}

/// What is on for the twin is on for this address too.
pub async fn take_switches(
    conn: &mut Conn,
    firm: FirmId,
    twin: EmailId,
    into: EmailId,
) -> Result<(), DbError> {
    sql!(
        "UPDATE contact_setting SET
            login = (login OR EXISTS (SELECT 1 FROM contact_setting t WHERE t.firm_id = $1 AND t.email_id = $2
                AND t.account_id = contact_setting.account_id AND t.login)),
            notify = (notify OR EXISTS (SELECT 1 FROM contact_setting t WHERE t.firm_id = $1 AND t.email_id = $2
                AND t.account_id = contact_setting.account_id AND t.notify)),
            email_sync = (email_sync OR EXISTS (SELECT 1 FROM contact_setting t WHERE t.firm_id = $1
                AND t.email_id = $2 AND t.account_id = contact_setting.account_id AND t.email_sync))
         WHERE firm_id = $1 AND email_id = $3",
        firm,
        twin,
        into
    )
    .run(conn)
    .await
    .map(drop)
}

/// An old address is written to no longer; with `login`, it opens nothing any more either.
pub async fn retire(
    conn: &mut Conn,
    firm: FirmId,
    old: EmailId,
    login: bool,
    (at, by): (Ts, &str),
) -> Result<(), DbError> {
    sql!(
        "UPDATE contact_setting SET notify = FALSE, email_sync = FALSE, login = (login AND NOT $3),
            version = version + 1, changed_at = $4, changed_by = $5
         WHERE firm_id = $1 AND email_id = $2",
        firm,
        old,
        login,
        at,
        by
    )
    .run(conn)
    .await
    .map(drop)
}

/// Accounts whose Info tab shows this address.
pub async fn accounts_showing(
    conn: &mut Conn,
    firm: FirmId,
    email: EmailId,
) -> Result<Vec<AccountId>, DbError> {
    let rows: Vec<(AccountId,)> = sql!(
        "SELECT account_id FROM contact_setting WHERE firm_id = $1 AND email_id = $2 ORDER BY account_id LIMIT 1000",
        firm,
        email
    )
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
