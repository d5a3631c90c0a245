//! What a sign-in looks up: whose address it is, when it began, and how the mail with its code fares.

use kernel::email::Lookup;
use kernel::{FirmId, SessionId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Whose address this is.
pub(super) async fn user(conn: &mut Conn, firm: FirmId, typed: &Lookup) -> Result<Option<UserId>, DbError> {
    let row: Option<(UserId,)> = sql!(
        "SELECT id FROM portal_user WHERE firm_id = $1 AND email_norm IN ($2, $3, $4)
         ORDER BY CASE email_norm WHEN $2 THEN 0 WHEN $3 THEN 1 ELSE 2 END LIMIT 1",
        firm,
        &typed.spelling,
        &typed.norm,
        &typed.readable
    )
    .optional(conn)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// When this sign-in began.
pub(super) async fn begun(conn: &mut Conn, firm: FirmId, session: SessionId) -> Result<Option<Ts>, DbError> {
    let row: Option<(Ts,)> =
        sql!("SELECT created_at FROM session WHERE firm_id = $1 AND id = $2", firm, session)
            .optional(conn)
            .await?;
    Ok(row.map(|(at,)| at))
}

/// A mail under way.
#[derive(sqlx::FromRow)]
pub(super) struct NewestMail {
    pub state: String,
    /// The mail server was asked, and did not take it.
    pub tried: bool,
}

/// How the newest mail to this address since then stands. Reads the outbox, never writes it.
pub(super) async fn newest_mail(
    conn: &mut Conn,
    firm: FirmId,
    to: &str,
    since: Ts,
) -> Result<Option<NewestMail>, DbError> {
    sql!(
        "SELECT state, last_reply IS NOT NULL AS tried FROM outbox
         WHERE firm_id = $1 AND to_address = $2 AND created_at >= $3 ORDER BY id DESC LIMIT 1",
        firm,
        to,
        since
    )
    .optional(conn)
    .await
}
