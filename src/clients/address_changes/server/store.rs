//! All SQL about replaced addresses, and the copies of an old address' rows of switches.

use crate::address_changes::rules::State;
use kernel::{AccountId, ChangeId, ContactId, EmailAddress, EmailId, FirmId, SettingId, Ts, UserId};
use platform::chores::Due;
use platform::db::{Conn, DbError};
use platform::sql;
use uuid::Uuid;

/// A change as actions need it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct ChangeRecord {
    pub id: ChangeId,
    pub firm_id: FirmId,
    pub contact_id: ContactId,
    pub old_email_id: EmailId,
    pub new_email_id: EmailId,
    pub old_email: String,
    pub new_email: String,
    pub new_norm: String,
    pub state: String,
    pub begun_by: Option<UserId>,
    pub begun_by_name: String,
    pub created_at: Ts,
    pub expires_at: Ts,
    /// When the old address goes by itself; none before acceptance.
    pub remove_at: Option<Ts>,
    /// When the firm said that it stays.
    pub kept_at: Option<Ts>,
}

impl ChangeRecord {
    pub(crate) fn stored(&self) -> State {
        State::from_key(&self.state).unwrap_or(State::Cancelled)
    }
}

/// The language that the person chose who signs in with this address.
pub(super) async fn spoken_at(
    conn: &mut Conn,
    firm: FirmId,
    email: EmailId,
) -> Result<Option<String>, DbError> {
    let row: Option<(Option<String>,)> = sql!(
        "SELECT u.locale FROM contact_email e
         JOIN portal_user u ON u.firm_id = e.firm_id AND u.email_norm = e.email_norm
         WHERE e.firm_id = $1 AND e.id = $2",
        firm,
        email
    )
    .optional(conn)
    .await?;
    Ok(row.and_then(|(locale,)| locale))
}

/// A change to be stored.
pub(super) struct NewChange<'a> {
    pub id: ChangeId,
    pub contact: ContactId,
    pub old: (EmailId, &'a str, &'a str),
    pub new: (EmailId, &'a EmailAddress),
    pub stop_hash: [u8; 32],
    pub by: (UserId, &'a str),
    pub at: Ts,
    pub expires_at: Ts,
}

pub(super) async fn insert(conn: &mut Conn, firm: FirmId, new: &NewChange<'_>) -> Result<(), DbError> {
    let ((old_id, old_email, old_norm), (new_id, email), (by, name)) = (new.old, new.new, new.by);
    sql!(
        "INSERT INTO address_change (id, firm_id, contact_id, old_email_id, new_email_id, old_email, old_norm,
            new_email, new_norm, state, stop_hash, begun_by, begun_by_name, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'pending_new', $10, $11, $12, $13, $14)",
        new.id,
        firm,
        new.contact,
        old_id,
        new_id,
        old_email,
        old_norm,
        email.shown(),
        email.norm(),
        new.stop_hash,
        by,
        name,
        new.at,
        new.expires_at
    )
    .run(conn)
    .await
    .map(drop)
}

/// The change that the firm still looks at and that takes this address away, or brings it.
pub(crate) async fn open_of(
    conn: &mut Conn,
    firm: FirmId,
    email: EmailId,
) -> Result<Option<ChangeRecord>, DbError> {
    sql!(
        "SELECT id, firm_id, contact_id, old_email_id, new_email_id, old_email, new_email, new_norm, state, begun_by,
            begun_by_name, created_at, expires_at,
            remove_at, kept_at
         FROM address_change
         WHERE firm_id = $1 AND id IN (
            SELECT o.id FROM address_change o WHERE o.old_email_id = $2 AND o.state IN ('pending_new', 'accepted', 'expired')
            UNION ALL
            SELECT n.id FROM address_change n WHERE n.new_email_id = $2 AND n.state IN ('pending_new', 'accepted', 'expired'))
         ORDER BY id DESC LIMIT 1",
        firm,
        email
    )
    .optional(conn)
    .await
}

/// Changes of a contact that the firm still looks at.
pub(crate) async fn open_of_contact(
    conn: &mut Conn,
    firm: FirmId,
    contact: ContactId,
) -> Result<Vec<ChangeRecord>, DbError> {
    sql!(
        "SELECT id, firm_id, contact_id, old_email_id, new_email_id, old_email, new_email, new_norm, state, begun_by,
            begun_by_name, created_at, expires_at,
            remove_at, kept_at
         FROM address_change
         WHERE firm_id = $1 AND contact_id = $2 AND state IN ('pending_new', 'accepted', 'expired')
         ORDER BY id LIMIT 50",
        firm,
        contact
    )
    .all(conn)
    .await
}

/// Stands in line behind whoever settles a change of this contact. Everybody takes the changes first, then switches,
/// then invitations: on PostgreSQL two who took them the other way round would wait for each other.
pub(crate) async fn stand_in_line(conn: &mut Conn, firm: FirmId, contact: ContactId) -> Result<(), DbError> {
    sql!(
        "UPDATE address_change SET settled_at = settled_at
         WHERE firm_id = $1 AND contact_id = $2 AND state IN ('pending_new', 'accepted', 'expired')",
        firm,
        contact
    )
    .run(conn)
    .await
    .map(drop)
}

/// The change that this link stops.
pub(super) async fn of_link(
    conn: &mut Conn,
    firm: FirmId,
    stop_hash: [u8; 32],
) -> Result<Option<ChangeRecord>, DbError> {
    sql!(
        "SELECT id, firm_id, contact_id, old_email_id, new_email_id, old_email, new_email, new_norm, state, begun_by,
            begun_by_name, created_at, expires_at,
            remove_at, kept_at
         FROM address_change WHERE firm_id = $1 AND stop_hash = $2",
        firm,
        stop_hash
    )
    .optional(conn)
    .await
}

/// From one state to another; whether nobody was faster.
pub(super) async fn settle(
    conn: &mut Conn,
    change: &ChangeRecord,
    to: State,
    now: Ts,
) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE address_change SET state = $4, settled_at = $5 WHERE firm_id = $1 AND id = $2 AND state = $3",
        change.firm_id,
        change.id,
        &change.state,
        to.key(),
        now
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// Another new address for a change that waits, with another link to stop it.
pub(super) async fn retarget(
    conn: &mut Conn,
    change: &ChangeRecord,
    email: &EmailAddress,
    stop_hash: [u8; 32],
) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE address_change SET new_email = $3, new_norm = $4, stop_hash = $5
         WHERE firm_id = $1 AND id = $2 AND state = 'pending_new'",
        change.firm_id,
        change.id,
        email.shown(),
        email.norm(),
        stop_hash
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// Changes of all firms that wait no longer, behind this one.
pub(super) async fn due(conn: &mut Conn, after: Uuid, now: Ts) -> Result<Vec<Due>, DbError> {
    sql!(
        "SELECT id, firm_id FROM address_change
         WHERE (expires_at, id) > (COALESCE((SELECT c.expires_at FROM address_change c WHERE c.id = $2), 0), $2)
           AND state = 'pending_new' AND expires_at <= $1 ORDER BY expires_at, id LIMIT 100",
        now,
        after
    )
    .all(conn)
    .await
}

pub(super) async fn of_id(
    conn: &mut Conn,
    firm: FirmId,
    id: ChangeId,
) -> Result<Option<ChangeRecord>, DbError> {
    sql!(
        "SELECT id, firm_id, contact_id, old_email_id, new_email_id, old_email, new_email, new_norm, state, begun_by,
            begun_by_name, created_at, expires_at,
            remove_at, kept_at
         FROM address_change WHERE firm_id = $1 AND id = $2",
        firm,
        id
    )
    .optional(conn)
    .await
}

/// The firm keeps the old address for good; whether the question was still open.
pub(super) async fn keep(conn: &mut Conn, change: &ChangeRecord, now: Ts) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE address_change SET kept_at = $3
         WHERE firm_id = $1 AND id = $2 AND state = 'accepted' AND kept_at IS NULL",
        change.firm_id,
        change.id,
        now
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// Changes of all firms, behind this one, whose old address goes now, for nobody objected.
pub(super) async fn due_to_go(conn: &mut Conn, after: Uuid, now: Ts) -> Result<Vec<Due>, DbError> {
    sql!(
        "SELECT id, firm_id FROM address_change
         WHERE (remove_at, id) > (COALESCE((SELECT c.remove_at FROM address_change c WHERE c.id = $2), 0), $2)
           AND state = 'accepted' AND kept_at IS NULL AND remove_at <= $1 ORDER BY remove_at, id LIMIT 100",
        now,
        after
    )
    .all(conn)
    .await
}

/// Gives those that were accepted before there was a question their time as well; how many.
pub(super) async fn begin_to_ask(conn: &mut Conn, remove_at: Ts) -> Result<u64, DbError> {
    sql!(
        "UPDATE address_change SET remove_at = $1
         WHERE state = 'accepted' AND remove_at IS NULL AND kept_at IS NULL",
        remove_at
    )
    .run(conn)
    .await
}

/// One row of switches of an address.
#[derive(sqlx::FromRow)]
pub(super) struct RowOfAddress {
    pub id: SettingId,
    pub account_id: AccountId,
    pub login: bool,
    pub notify: bool,
    pub email_sync: bool,
}

pub(super) async fn rows_of(
    conn: &mut Conn,
    firm: FirmId,
    email: EmailId,
) -> Result<Vec<RowOfAddress>, DbError> {
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
pub(super) async fn copy_row(
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
pub(super) async fn logins_left(conn: &mut Conn, firm: FirmId, email: EmailId) -> Result<i64, DbError> {
    let (n,): (i64,) = sql!(
        "SELECT COUNT(*) FROM contact_setting WHERE firm_id = $1 AND email_id = $2 AND login",
        firm,
        email
    )
    .one(conn)
    .await?;
    Ok(n)
}

/// Whether the contact can sign in to the account with another address today.
pub(super) async fn has_another_way_in(
    conn: &mut Conn,
    change: &ChangeRecord,
    account: AccountId,
) -> Result<bool, DbError> {
    let (n,): (i64,) = sql!(
        "SELECT COUNT(*) FROM contact_setting s CROSS JOIN contact_email e CROSS JOIN portal_user u
         WHERE s.firm_id = $1 AND s.account_id = $2 AND s.contact_id = $3 AND s.login AND s.email_id <> $4
           AND e.id = s.email_id AND u.firm_id = e.firm_id AND u.email_norm = e.email_norm
           AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL",
        change.firm_id,
        account,
        change.contact_id,
        change.old_email_id
    )
    .one(conn)
    .await?;
    Ok(n > 0)
}
