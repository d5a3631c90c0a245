//! What is asked before a login goes to another address.

use kernel::FirmId;
use platform::db::{Conn, DbError};
use platform::sql;

/// A login at this address, or an invitation to work for the firm.
pub(super) async fn is_taken(conn: &mut Conn, firm: FirmId, norm: &str) -> Result<bool, DbError> {
    let (n,): (i64,) = sql!(
        "SELECT (SELECT COUNT(*) FROM portal_user u WHERE u.firm_id = $1 AND u.email_norm = $2)
            + (SELECT COUNT(*) FROM staff_invitation i WHERE i.firm_id = $1 AND i.email_norm = $2
                AND i.accepted_at IS NULL AND i.superseded_at IS NULL AND i.revoked_at IS NULL)",
        firm,
        norm
    )
    .one(conn)
    .await?;
    Ok(n > 0)
}
