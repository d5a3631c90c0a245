//! Who is inside an account already, as far as it matters to whoever lets one more in. Reads switches, addresses, logins and
//! the trail.

use super::store::SettingRecord;
use crate::contact_settings::rules::Entering;
use kernel::FirmId;
use platform::db::{Conn, DbError};
use platform::sql;

/// Who is inside already when this row is about to be let in. Archived accounts count: they may come back. So does whoever was
/// switched off or taken out: otherwise a stolen session would first empty the account and then let in whom it likes.
pub(super) async fn entering(
    conn: &mut Conn,
    firm: FirmId,
    row: &SettingRecord,
) -> Result<Entering, DbError> {
    let (known_here, others_inside, contact_signs_in): (bool, bool, bool) = sql!(
        "SELECT (EXISTS (SELECT 1 FROM contact_setting o
                JOIN contact_email f ON f.id = o.email_id AND f.firm_id = o.firm_id
                WHERE o.firm_id = $1 AND o.account_id = $2 AND o.id <> $3 AND o.login AND f.email_norm = $5)
             OR EXISTS (SELECT 1 FROM audit_event x
                WHERE x.firm_id = $1 AND x.subject_id = $3 AND x.event IN ('login_on', 'login_off')
                  AND x.subject = $6)) AS known_here,
            (EXISTS (SELECT 1 FROM contact_setting o
                JOIN contact_email f ON f.id = o.email_id AND f.firm_id = o.firm_id AND f.email_norm <> $5
                JOIN portal_user u ON u.firm_id = o.firm_id AND u.email_norm = f.email_norm
                    AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL
                WHERE o.firm_id = $1 AND o.account_id = $2 AND o.login)
             OR EXISTS (SELECT 1 FROM audit_event x
                JOIN portal_user u ON u.firm_id = x.firm_id AND u.email = x.subject
                    AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL AND u.email_norm <> $5
                WHERE x.firm_id = $1 AND x.account_id = $2 AND x.event = 'login_off')) AS others_inside,
            EXISTS (SELECT 1 FROM contact_setting o
                JOIN contact_email f ON f.id = o.email_id AND f.firm_id = o.firm_id AND f.email_norm <> $5
                JOIN portal_user u ON u.firm_id = o.firm_id AND u.email_norm = f.email_norm
                    AND u.activated_at IS NOT NULL AND u.disabled_at IS NULL
                WHERE o.firm_id = $1 AND o.contact_id = $4 AND o.login) AS contact_signs_in",
        firm,
        row.account_id,
        row.id,
        row.contact_id,
        &row.email_norm,
        &row.email
    )
    .one(conn)
    .await?;
    Ok(Entering { known_here, others_inside, contact_signs_in })
}
