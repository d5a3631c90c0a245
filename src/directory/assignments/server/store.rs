//! All SQL that writes assignments.

use kernel::{AccountId, FirmId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Puts an account into an employee's sight.
pub async fn put_in_sight(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    user: UserId,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO account_assignment (firm_id, account_id, user_id) VALUES ($1, $2, $3)
         ON CONFLICT (account_id, user_id) DO NOTHING",
        firm,
        account,
        user
    )
    .run(conn)
    .await
    .map(drop)
}

/// Takes an account out of somebody's sight; false when it was not assigned.
pub async fn take_out_of_sight(
    conn: &mut Conn,
    firm: FirmId,
    account: AccountId,
    user: UserId,
) -> Result<bool, DbError> {
    let gone = sql!(
        "DELETE FROM account_assignment WHERE firm_id = $1 AND account_id = $2 AND user_id = $3",
        firm,
        account,
        user
    )
    .run(conn)
    .await?;
    Ok(gone == 1)
}
