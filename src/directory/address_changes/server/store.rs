//! All SQL of changes of address as records: beginning one, finding it, and what becomes of it.

use crate::address_changes::State;
use kernel::{ChangeId, ContactId, EmailAddress, EmailId, FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// A change as actions need it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ChangeRecord {
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
    pub fn stored(&self) -> State {
        State::from_key(&self.state).unwrap_or(State::Cancelled)
    }
}

/// A change to be stored.
pub struct NewChange<'a> {
    pub id: ChangeId,
    pub contact: ContactId,
    pub old: (EmailId, &'a str, &'a str),
    pub new: (EmailId, &'a EmailAddress),
    pub by: (UserId, &'a str),
    pub at: Ts,
    pub expires_at: Ts,
}

pub async fn insert(conn: &mut Conn, firm: FirmId, new: &NewChange<'_>) -> Result<(), DbError> {
    let ((old_id, old_email, old_norm), (new_id, email), (by, name)) = (new.old, new.new, new.by);
    sql!(
        "INSERT INTO address_change (id, firm_id, contact_id, old_email_id, new_email_id, old_email, old_norm,
            new_email, new_norm, state, begun_by, begun_by_name, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'pending_new', $10, $11, $12, $13)",
        new.id,
        firm,
        new.contact,
        old_id,
        new_id,
        old_email,
        old_norm,
        email.shown(),
        email.norm(),
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
pub async fn open_of(conn: &mut Conn, firm: FirmId, email: EmailId) -> Result<Option<ChangeRecord>, DbError> {
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
pub async fn open_of_contact(
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

/// From one state to another; whether nobody was faster.
pub async fn settle(conn: &mut Conn, change: &ChangeRecord, to: State, now: Ts) -> Result<bool, DbError> {
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

/// Another new address for a change that waits.
pub async fn retarget(conn: &mut Conn, change: &ChangeRecord, email: &EmailAddress) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE address_change SET new_email = $3, new_norm = $4
         WHERE firm_id = $1 AND id = $2 AND state = 'pending_new'",
        change.firm_id,
        change.id,
        email.shown(),
        email.norm()
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

pub async fn of_id(conn: &mut Conn, firm: FirmId, id: ChangeId) -> Result<Option<ChangeRecord>, DbError> {
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
pub async fn keep(conn: &mut Conn, change: &ChangeRecord, now: Ts) -> Result<bool, DbError> {
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

/// Changes of the firm that brought this address name it as it is now. The states are named twice for SQLite, which
/// compares an index's condition word by word.
pub async fn rename(conn: &mut Conn, firm: FirmId, email: EmailId, to: &EmailAddress) -> Result<(), DbError> {
    sql!(
        "UPDATE address_change SET new_email = $3, new_norm = $4
         WHERE firm_id = $1 AND new_email_id = $2 AND state = 'accepted'
           AND state IN ('pending_new', 'accepted', 'expired')",
        firm,
        email,
        to.shown(),
        to.norm()
    )
    .run(conn)
    .await
    .map(drop)
}
