//! All SQL that writes `account_assignment`.

use crate::works_here;
use kernel::{AccountId, FirmId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Assigns; false when it was so.
pub async fn assign(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    account: AccountId,
) -> Result<bool, DbError> {
    let made = sql!(
        "INSERT INTO account_assignment (firm_id, account_id, user_id) VALUES ($1, $2, $3)
         ON CONFLICT (account_id, user_id) DO NOTHING",
        firm,
        account,
        user
    )
    .run(conn)
    .await?;
    Ok(made == 1)
}

/// Takes an assignment back; false when there was none.
pub async fn unassign(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    account: AccountId,
) -> Result<bool, DbError> {
    let gone = sql!(
        "DELETE FROM account_assignment WHERE firm_id = $1 AND user_id = $2 AND account_id = $3",
        firm,
        user,
        account
    )
    .run(conn)
    .await?;
    Ok(gone == 1)
}

/// Everything assigned to one is assigned to the other as well; how many accounts are new to them.
pub async fn assign_all_of(conn: &mut Conn, firm: FirmId, from: UserId, to: UserId) -> Result<u64, DbError> {
    sql!(
        [
            "INSERT INTO account_assignment (firm_id, account_id, user_id)
         SELECT x.firm_id, x.account_id, m.user_id FROM account_assignment x
         JOIN staff_member m ON m.firm_id = x.firm_id AND m.user_id = $3 AND ",
            works_here!("m"),
            " WHERE x.firm_id = $1 AND x.user_id = $2
         ON CONFLICT (account_id, user_id) DO NOTHING"
        ],
        firm,
        from,
        to
    )
    .run(conn)
    .await
}
