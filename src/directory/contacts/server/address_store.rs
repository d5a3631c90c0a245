//! All SQL about the addresses of contacts.

use kernel::{ContactId, EmailId, FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// One address of a contact.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct AddressRecord {
    pub id: EmailId,
    pub email: String,
    pub email_norm: String,
    pub position: i64,
    /// Another one took its place and is not yet the way in (ECHG-1).
    pub unlinked_at: Option<Ts>,
}

/// All addresses of a contact, also those that are being replaced.
pub async fn addresses(
    conn: &mut Conn,
    firm: FirmId,
    contact: ContactId,
) -> Result<Vec<AddressRecord>, DbError> {
    sql!(
        "SELECT id, email, email_norm, position, unlinked_at FROM contact_email WHERE firm_id = $1 AND contact_id = $2
         ORDER BY position, id LIMIT 100",
        firm,
        contact
    )
    .all(conn)
    .await
}

/// The place behind a contact's other addresses.
async fn next_place(conn: &mut Conn, firm: FirmId, contact: ContactId) -> Result<i64, DbError> {
    let (place,): (i64,) = sql!(
        "SELECT COALESCE(MAX(position) + 1, 0) FROM contact_email WHERE firm_id = $1 AND contact_id = $2",
        firm,
        contact
    )
    .one(conn)
    .await?;
    Ok(place)
}

/// An address to be stored behind the others.
pub async fn insert_address(
    conn: &mut Conn,
    firm: FirmId,
    contact: ContactId,
    id: EmailId,
    email: &kernel::EmailAddress,
) -> Result<(), DbError> {
    let place = next_place(conn, firm, contact).await?;
    insert_address_at(conn, firm, contact, id, email, place).await
}

/// An address to be stored at this place.
pub async fn insert_address_at(
    conn: &mut Conn,
    firm: FirmId,
    contact: ContactId,
    id: EmailId,
    email: &kernel::EmailAddress,
    place: i64,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO contact_email (id, firm_id, contact_id, email, email_norm, position)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        firm,
        contact,
        email.shown(),
        email.norm(),
        place
    )
    .run(conn)
    .await
    .map(drop)
}

pub async fn set_address(
    conn: &mut Conn,
    firm: FirmId,
    id: EmailId,
    email: &kernel::EmailAddress,
) -> Result<(), DbError> {
    sql!(
        "UPDATE contact_email SET email = $3, email_norm = $4 WHERE firm_id = $1 AND id = $2",
        firm,
        id,
        email.shown(),
        email.norm()
    )
    .run(conn)
    .await
    .map(drop)
}

/// Takes an address off its contact (`Some`), or puts it back.
pub async fn set_unlinked(conn: &mut Conn, firm: FirmId, id: EmailId, at: Option<Ts>) -> Result<(), DbError> {
    sql!("UPDATE contact_email SET unlinked_at = $3 WHERE firm_id = $1 AND id = $2", firm, id, at)
        .run(conn)
        .await
        .map(drop)
}

pub async fn delete_address(conn: &mut Conn, firm: FirmId, id: EmailId) -> Result<(), DbError> {
    sql!("DELETE FROM contact_email WHERE firm_id = $1 AND id = $2", firm, id).run(conn).await.map(drop)
}
