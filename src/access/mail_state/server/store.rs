//! All SQL of this slice.

use kernel::{FirmId, Ts};
use platform::db::{Conn, DbError};
use platform::sql;

/// A test mail left just now. Before a firm is set up there is none to note it for.
pub(super) async fn tested(conn: &mut Conn, firm: FirmId, at: Ts) -> Result<(), DbError> {
    sql!("UPDATE firm SET mail_tested_at = $2 WHERE id = $1", firm, at).run(conn).await.map(drop)
}
