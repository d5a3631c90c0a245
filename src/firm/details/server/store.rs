//! All SQL about a firm's details, which are only read here.

use kernel::FirmId;
use platform::db::{Conn, DbError};
use platform::firm_profile::Details;
use platform::sql;

pub(super) async fn details(conn: &mut Conn, firm: FirmId) -> Result<Details, DbError> {
    sql!(
        "SELECT name, phone, email, address, website, time_zone, locale, languages, sender_name, reply_to,
            invitation_days, own_address, version
         FROM firm WHERE id = $1",
        firm
    )
    .one(conn)
    .await
}
