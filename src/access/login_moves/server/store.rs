//! What is asked before a login goes to another address.

use kernel::FirmId;
use platform::db::{Conn, DbError};
use platform::sql;

/// A login at this address, or an invitation to work for the firm.
pub(super) async fn is_taken(conn: &mut Conn, firm: FirmId, norm: &str) -> Result<bool, DbError> {
    let (n,): (i64,) = sql!(
        "SELECT (SELECT COUNT(*) FROM portal_user u WHERE u.firm_id = $1 AND u.email_norm = $2)
            + (SELECT COUNT(*) FROM link k WHERE k.firm_id = $1 AND k.email_norm = $2 AND k.kind = 'staff_invitation'
                AND k.used_at IS NULL AND k.superseded_at IS NULL AND k.revoked_at IS NULL)",
        firm,
        norm
    )
    .one(conn)
    .await?;
    Ok(n > 0)
}
