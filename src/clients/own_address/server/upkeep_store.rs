//! What nobody needs any more, of all firms.

use kernel::Ts;
use platform::chores::PIECE;
use platform::db::Stmt;
use platform::sql;

/// Whether there are wishes, of all firms, that came to nothing.
pub(super) fn old_wishes(before: Ts) -> Stmt {
    sql!(
        "SELECT COUNT(*) FROM (
            SELECT firm_id FROM own_address_change
            WHERE state IN ('waiting', 'void') AND created_at < $1 LIMIT 1) found",
        before
    )
}

/// Some of them, whose codes are gone: asked for each, where NOT EXISTS would make PostgreSQL read all codes.
pub(super) fn purge_wishes(before: Ts) -> Stmt {
    sql!(
        "DELETE FROM own_address_change WHERE id IN (
            SELECT w.id FROM own_address_change w
            WHERE w.state IN ('waiting', 'void') AND w.created_at < $1
              AND (SELECT c.id FROM mailed_code c WHERE c.of_id = w.id AND c.firm_id = w.firm_id LIMIT 1) IS NULL
            ORDER BY w.created_at LIMIT $2)",
        before,
        PIECE
    )
}
