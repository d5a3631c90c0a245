//! What a sign-in looks up: whose address it is, when its newest code was sent, and how the mail with it fares.

use kernel::email::Lookup;
use kernel::{FirmId, SessionId, Ts, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// What the page for the code is made of.
#[derive(sqlx::FromRow)]
pub(super) struct PendingRow {
    pub created_at: Ts,
    pub sent_at: Option<Ts>,
}

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

/// When this sign-in began and its newest code was sent.
pub(super) async fn pending(
    conn: &mut Conn,
    firm: FirmId,
    session: SessionId,
) -> Result<Option<PendingRow>, DbError> {
    sql!(
        "SELECT s.created_at, (SELECT MAX(c.created_at) FROM sign_in_code c
                               WHERE c.session_id = s.id AND c.firm_id = s.firm_id) AS sent_at
         FROM session s WHERE s.firm_id = $1 AND s.id = $2",
        firm,
        session
    )
    .optional(conn)
    .await
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
