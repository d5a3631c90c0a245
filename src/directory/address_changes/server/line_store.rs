//! Standing in line behind whoever holds a change. Everybody takes the changes first, then switches, then
//! invitations, then people, and the line of accounts last (DECISIONS.md, 43, 102, 132); nothing but the line at a contact
//! comes before. On PostgreSQL two who took them the other way round would wait for each other.

use kernel::{ContactId, FirmId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Stands in line behind whoever settles a change of this contact. Before switches and invitations.
pub async fn stand_in_line(conn: &mut Conn, firm: FirmId, contact: ContactId) -> Result<(), DbError> {
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

/// Stands in line behind whoever stops, cancels or accepts a change to this address. Before anything else of an acceptance,
/// which otherwise takes the invitation first and the change last.
pub async fn stand_in_line_at(conn: &mut Conn, firm: FirmId, norm: &str) -> Result<(), DbError> {
    sql!(
        "UPDATE address_change SET settled_at = settled_at
         WHERE firm_id = $1 AND state IN ('pending_new', 'expired') AND new_norm = $2",
        firm,
        norm
    )
    .run(conn)
    .await
    .map(drop)
}

/// Stands in line behind whoever stops, cancels or accepts a change to the address of this login, before it signs in and so
/// accepts the change: whoever ends a change takes it first, and then the login that it ends.
pub async fn stand_in_line_of_login(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<(), DbError> {
    sql!(
        "UPDATE address_change SET settled_at = settled_at
         WHERE firm_id = $1 AND state IN ('pending_new', 'expired')
           AND new_norm = (SELECT u.email_norm FROM portal_user u WHERE u.firm_id = $1 AND u.id = $2)",
        firm,
        user
    )
    .run(conn)
    .await
    .map(drop)
}
