//! All SQL about replaced addresses.

use crate::address_changes::rules::State;
use kernel::{ChangeId, ContactId, EmailAddress, EmailId, FirmId, Ts, UserId};
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
