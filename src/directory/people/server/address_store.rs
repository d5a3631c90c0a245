//! The address that somebody signs in with.

use crate::is_active;
use kernel::{EmailAddress, FirmId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// The login goes on under the new address; whether it still was what it was.
pub async fn rekey(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    from: &str,
    to: &EmailAddress,
) -> Result<bool, DbError> {
    let touched = sql!(
        [
            "UPDATE portal_user SET email = $4, email_norm = $5
         WHERE firm_id = $1 AND id = $2 AND email_norm = $3 AND ",
            is_active!()
        ],
        firm,
        user,
        from,
        to.shown(),
        to.norm()
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// The login of a client goes to another address, if it still has this one; never a colleague's.
pub async fn move_login(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    from: &str,
    to: &EmailAddress,
) -> Result<bool, DbError> {
    let touched = sql!(
        [
            "UPDATE portal_user SET email = $4, email_norm = $5
         WHERE firm_id = $1 AND id = $2 AND email_norm = $3 AND ",
            is_active!(),
            " AND NOT EXISTS (SELECT 1 FROM staff_member m WHERE m.firm_id = $1 AND m.user_id = $2)"
        ],
        firm,
        user,
        from,
        to.shown(),
        to.norm()
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}
