//! Whose access ended: whoever lets another in soon after is asked and heard as if they were still inside.

use kernel::{AccountId, ContactId, EmailId, FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// Keeps who can enter by a contact's rows, just before those lose LOGIN, go, or get another address: the rows of one
/// account, or of one address, or both; `None` means all. Whoever never activated their access has none to lose.
pub(crate) async fn keep(
    conn: &mut Conn,
    firm: FirmId,
    contact: ContactId,
    account: Option<AccountId>,
    email: Option<EmailId>,
    at: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO access_ended (firm_id, account_id, contact_id, user_id, ended_at)
         SELECT DISTINCT s.firm_id, s.account_id, s.contact_id, u.id, CAST($7 AS BIGINT) FROM contact_setting s
         JOIN contact_email e ON e.id = s.email_id AND e.firm_id = s.firm_id
         JOIN portal_user u ON u.firm_id = s.firm_id AND u.email_norm = e.email_norm
            AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL
         WHERE s.firm_id = $1 AND s.contact_id = $2 AND s.login
           AND ($3 OR s.account_id = $4) AND ($5 OR s.email_id = $6)
         ON CONFLICT (account_id, contact_id, user_id) DO UPDATE SET ended_at = excluded.ended_at",
        firm,
        contact,
        account.is_none(),
        account,
        email.is_none(),
        email,
        at
    )
    .run(conn)
    .await
    .map(drop)
}
