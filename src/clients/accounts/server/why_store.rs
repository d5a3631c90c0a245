//! SQL of `why`: the people by whom accounts are found.

use access::gate::Staff;
use directory::in_sight;
use kernel::AccountId;
use platform::db::{Conn, DbError};
use platform::sql;

/// Somebody of an account, with one of their addresses.
#[derive(sqlx::FromRow)]
pub(super) struct PersonRow {
    pub account_id: AccountId,
    pub person: String,
    pub email: Option<String>,
    /// As mail servers read it.
    pub email_norm: Option<String>,
}

/// The people of these accounts, those who were linked first coming first, as far as this staff member may see the accounts;
/// also addresses that others replace, for accounts are found by them. `ids` are an `id_list` of at most 50.
pub(super) async fn people(conn: &mut Conn, staff: &Staff, ids: &str) -> Result<Vec<PersonRow>, DbError> {
    sql!(
        before: "WITH page AS (
            SELECT a.id FROM ",
        ids: "$2",
        after: [" CROSS JOIN account a
            WHERE a.id = j.id AND a.firm_id = $1
              AND ", in_sight!("a.id", "$3", "$4"), "
            LIMIT 51)
         SELECT p.id AS account_id, c.name AS person, e.email, e.email_norm
         FROM page p CROSS JOIN account_contact l CROSS JOIN contact c
         LEFT JOIN contact_email e ON e.contact_id = c.id
         WHERE l.account_id = p.id AND c.id = l.contact_id
         ORDER BY p.id, l.created_at, c.id, e.position LIMIT 5000"],
        staff.firm(),
        ids,
        staff.sees_all(),
        staff.user()
    )
    .all(conn)
    .await
}
