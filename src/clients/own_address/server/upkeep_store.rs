//! What nobody needs any more, of all firms.

use kernel::Ts;
use platform::chores::PIECE;
use platform::db::Stmt;
use platform::sql;

/// Whether there are codes, of all firms, that count no longer.
pub(super) fn old_codes(before: Ts) -> Stmt {
    sql!(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM own_address_code WHERE expires_at < $1 LIMIT 1) found",
        before
    )
}

/// Some of them.
pub(super) fn purge_codes(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM own_address_code WHERE id IN (
            SELECT id FROM own_address_code WHERE expires_at < $1 ORDER BY expires_at LIMIT $2)",
        before,
        PIECE
    )
}

/// Whether there are wishes, of all firms, that came to nothing.
pub(super) fn old_wishes(before: Ts) -> Stmt {
    sql!(
        "SELECT COUNT(*) FROM (
            SELECT firm_id FROM own_address_change
            WHERE state IN ('waiting', 'void') AND created_at < $1 LIMIT 1) found",
        before
    )
}

/// Some of them, whose codes are gone.
pub(super) fn purge_wishes(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM own_address_change WHERE id IN (
            SELECT w.id FROM own_address_change w
            WHERE w.state IN ('waiting', 'void') AND w.created_at < $1
              AND NOT EXISTS (SELECT 1 FROM own_address_code c WHERE c.change_id = w.id AND c.firm_id = w.firm_id)
            ORDER BY w.created_at LIMIT $2)",
        before,
        PIECE
    )
}
