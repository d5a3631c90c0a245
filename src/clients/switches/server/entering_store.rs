//! Who is or was inside an account already, as far as it matters to whoever lets one more in. Reads switches, addresses,
//! logins, whose access ended, and the trail.

use crate::switches::rules::Entering;
use access::gate::{PROOF_LIFE, Staff};
use access::people::REMEMBERED;
use directory::is_active;
use directory::switches::SettingRecord;
use kernel::Ts;
use platform::db::{Conn, DbError};
use platform::sql;

/// What is known when this row is about to be let in by this staff member. Archived accounts count: they may come back.
///
/// Every mailbox that is let in leaves `login_on` in the trail, and whoever is taken out leaves a row of `access_ended`, so
/// nobody makes an account look new by emptying it. By its own row a mailbox is known only while nobody else came after it:
/// otherwise it could be switched on and off while nobody is there to mind, and come back later.
pub(super) async fn entering(
    conn: &mut Conn,
    staff: &Staff,
    row: &SettingRecord,
    now: Ts,
) -> Result<Entering, DbError> {
    let known: (bool, bool, bool, bool, bool) = sql!(
        ["SELECT (EXISTS (SELECT 1 FROM contact_email f CROSS JOIN contact_setting o
                WHERE f.firm_id = $1 AND f.email_norm = $5 AND o.account_id = $2 AND o.email_id = f.id
                  AND o.firm_id = f.firm_id AND o.id <> $3 AND o.login)
             OR EXISTS (SELECT 1 FROM audit_event x
                WHERE x.firm_id = $1 AND x.subject_id = $3 AND x.event IN ('login_on', 'login_off')
                  AND x.subject = $6
                  AND NOT EXISTS (SELECT 1 FROM audit_event y WHERE y.firm_id = $1 AND y.account_id = $2
                    AND y.event = 'login_on' AND y.subject <> $6 AND y.id > x.id))) AS known_here,
            (EXISTS (SELECT 1 FROM contact_setting o CROSS JOIN contact_email f CROSS JOIN portal_user u
                WHERE o.firm_id = $1 AND o.account_id = $2 AND o.login
                  AND f.id = o.email_id AND f.email_norm <> $5
                  AND u.firm_id = f.firm_id AND u.email_norm = f.email_norm
                  AND ", is_active!("u"), ")
             OR EXISTS (SELECT 1 FROM access_ended x CROSS JOIN portal_user u
                WHERE x.firm_id = $1 AND x.account_id = $2 AND x.ended_at > $7
                  AND u.id = x.user_id AND u.email_norm <> $5)) AS others_inside,
            (EXISTS (SELECT 1 FROM contact_setting o CROSS JOIN contact_email f
                WHERE o.firm_id = $1 AND o.account_id = $2 AND o.login
                  AND f.id = o.email_id AND f.email_norm <> $5)
             OR EXISTS (SELECT 1 FROM audit_event x
                WHERE x.firm_id = $1 AND x.account_id = $2 AND x.event = 'login_on' AND x.subject <> $6)) AS others_let_in,
            (EXISTS (SELECT 1 FROM contact_setting o CROSS JOIN contact_email f CROSS JOIN portal_user u
                WHERE o.firm_id = $1 AND o.contact_id = $4 AND o.login
                  AND f.id = o.email_id AND f.email_norm <> $5
                  AND u.firm_id = f.firm_id AND u.email_norm = f.email_norm
                  AND ", is_active!("u"), ")
             OR EXISTS (SELECT 1 FROM access_ended x CROSS JOIN portal_user u
                WHERE x.firm_id = $1 AND x.contact_id = $4 AND x.ended_at > $7
                  AND u.id = x.user_id AND u.email_norm <> $5)) AS contact_signs_in,
            EXISTS (SELECT 1 FROM audit_event x
                WHERE x.firm_id = $1 AND x.subject_id = $2 AND x.event = 'account_created' AND x.actor_id = $8
                  AND x.at > $9) AS just_made"],
        staff.firm(),
        row.account_id,
        row.id,
        row.contact_id,
        &row.email_norm,
        &row.email,
        now.plus(-REMEMBERED),
        staff.user(),
        now.plus(-PROOF_LIFE)
    )
    .one(conn)
    .await?;
    let (known_here, others_inside, others_let_in, contact_signs_in, just_made) = known;
    Ok(Entering { known_here, others_inside, others_let_in, contact_signs_in, just_made })
}
