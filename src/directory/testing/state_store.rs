//! States of a login that no single act of the product leads to.

use kernel::{FirmId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    pub activated: Option<Ts>,
    pub last_login: Option<Ts>,
    pub disabled: Option<Ts>,
}

pub(super) async fn set(conn: &mut Conn, firm: FirmId, user: UserId, state: State) -> Result<(), DbError> {
    sql!(
        "UPDATE portal_user SET activated_at = $3, last_login_at = $4, disabled_at = $5 WHERE firm_id = $1 AND id = $2",
        firm,
        user,
        state.activated,
        state.last_login,
        state.disabled
    )
    .run(conn)
    .await
    .map(drop)
}
