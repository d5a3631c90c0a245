//! Invitations whose time is over, and of whom nobody was told yet.

use super::events::Invited;
use kernel::{FirmId, InvitationId, Ts};
use platform::chores::Due;
use platform::db::{Conn, DbError};
use platform::sql;
use sqlx::types::Uuid;

/// Invitations of all firms that expired unused after one instant and up to another, and that nobody was told of: in the
/// order in which they expired, behind this one.
pub(super) async fn expired(
    conn: &mut Conn,
    after: Uuid,
    (since, until): (Ts, Ts),
) -> Result<Vec<Due>, DbError> {
    sql!(
        "SELECT id, firm_id FROM invitation
         WHERE (expires_at, id) > (COALESCE((SELECT v.expires_at FROM invitation v WHERE v.id = $3), $1), $3)
           AND expires_at > $1 AND expires_at <= $2 AND expiry_told_at IS NULL AND NOT banner
           AND accepted_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL
         ORDER BY expires_at, id LIMIT 500",
        since,
        until,
        after
    )
    .all(conn)
    .await
}

/// The invitation, if this worker is the one to tell of it; not when it was used or sent again meanwhile.
pub(super) async fn claim_expired(
    conn: &mut Conn,
    firm: FirmId,
    invitation: InvitationId,
    now: Ts,
) -> Result<Option<Invited>, DbError> {
    sql!(
        "UPDATE invitation SET expiry_told_at = $3
         WHERE firm_id = $1 AND id = $2 AND expiry_told_at IS NULL AND expires_at <= $3
           AND accepted_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL
         RETURNING name, email, email_norm, invited_by",
        firm,
        invitation,
        now
    )
    .optional(conn)
    .await
}
