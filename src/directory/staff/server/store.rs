//! All SQL that writes `staff_member`.

use crate::works_here;
use kernel::{FirmId, Rights, Role, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Makes a member of a login; false when it is one already, or was.
pub async fn insert(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    role: Role,
    rights: &str,
) -> Result<bool, DbError> {
    let made = sql!(
        "INSERT INTO staff_member (user_id, firm_id, role, rights) VALUES ($1, $2, $3, $4)
         ON CONFLICT (user_id) DO NOTHING",
        user,
        firm,
        role.key(),
        rights
    )
    .run(conn)
    .await?;
    Ok(made == 1)
}

/// The firm's owner. There is never a second one.
pub async fn insert_owner(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<(), DbError> {
    sql!("INSERT INTO staff_member (user_id, firm_id, role, rights) VALUES ($1, $2, 'owner', '')", user, firm)
        .run(conn)
        .await
        .map(drop)
}

/// New role and rights; whether nobody else changed them since this version. Never makes or unmakes an owner.
pub async fn set_rights(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    version: i64,
    role: Role,
    rights: Rights,
) -> Result<bool, DbError> {
    let changed = sql!(
        "UPDATE staff_member SET role = $4, rights = $5, version = version + 1
         WHERE firm_id = $1 AND user_id = $2 AND version = $3 AND role <> 'owner' AND $4 <> 'owner'",
        firm,
        user,
        version,
        role.key(),
        rights.to_text()
    )
    .run(conn)
    .await?;
    Ok(changed == 1)
}

/// Deactivates (`Some`) or brings back (`None`); false when it is so already, and for the owner.
pub async fn set_deactivated(
    conn: &mut Conn,
    firm: FirmId,
    user: UserId,
    at: Option<Ts>,
) -> Result<bool, DbError> {
    let changed = sql!(
        [
            "UPDATE staff_member SET deactivated_at = $3, version = version + 1
         WHERE firm_id = $1 AND user_id = $2 AND role <> 'owner' AND ",
            works_here!(),
            " = $4"
        ],
        firm,
        user,
        at,
        at.is_some()
    )
    .run(conn)
    .await?;
    Ok(changed == 1)
}

/// The owner becomes an admin, then the other the owner: there are never two. False when either is not what it was.
pub async fn hand_over(conn: &mut Conn, firm: FirmId, from: UserId, to: UserId) -> Result<bool, DbError> {
    let stepped_down = sql!(
        "UPDATE staff_member SET role = 'admin', version = version + 1
         WHERE firm_id = $1 AND user_id = $2 AND role = 'owner'",
        firm,
        from
    )
    .run(conn)
    .await?;
    if stepped_down != 1 {
        return Ok(false);
    }
    let took_over = sql!(
        [
            "UPDATE staff_member SET role = 'owner', version = version + 1
         WHERE firm_id = $1 AND user_id = $2 AND role <> 'owner' AND ",
            works_here!()
        ],
        firm,
        to
    )
    .run(conn)
    .await?;
    Ok(took_over == 1)
}
