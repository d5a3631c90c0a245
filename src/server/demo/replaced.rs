//! Two of the demo's people whose address is replaced: one that waits, and one whose old address the firm is asked about.

use super::model::{OWNER, Seen, Way};
use super::planner::{Planner, broken, link_token, parse};
use super::rows::{Batch, ChangeRow, EmailRow, SettingRow};
use clients::address_changes::rules::LIFE;
use directory::address_changes::State;
use kernel::{ChangeId, EmailId, Locale, SettingId, Ts};
use platform::keys::token_hash;

/// Somebody's first address and the one in its place.
pub(super) struct Replaced {
    pub person: &'static str,
    pub old: &'static str,
    pub new: &'static str,
    /// Days since it was begun, and since the new address signed in.
    pub begun: i64,
    pub accepted: Option<i64>,
}

pub(super) const REPLACED: [Replaced; 2] = [
    Replaced {
        person: "Björn Kühn",
        old: "kuehn@4you-pflege.example",
        new: "bjoern.kuehn@kuehn-pflege.example",
        begun: 4,
        accepted: None,
    },
    Replaced {
        person: "Zoë Krämer",
        old: "zoe@atelier-zoe.example",
        new: "zoe@kraemer-foto.example",
        begun: 9,
        accepted: Some(5),
    },
];

/// Puts the new addresses in the old ones' place, as replacing them does.
pub(super) fn replace(planner: &Planner, batch: &mut Batch) -> Result<(), kernel::AppError> {
    for one in &REPLACED {
        put(planner, batch, one)?;
    }
    Ok(())
}

fn put(planner: &Planner, batch: &mut Batch, one: &Replaced) -> Result<(), kernel::AppError> {
    let (begun, address) = (planner.days_ago(one.begun, 9 * Ts::HOUR), parse(one.new)?);
    let new = EmailId(planner.id());
    let old = batch.emails.iter_mut().find(|row| row.email == one.old).ok_or_else(|| broken(one.old))?;
    old.unlinked_at = Some(begun);
    let (old, contact) = (old.id, old.contact);
    batch.emails.push(EmailRow {
        id: new,
        contact,
        email: address.shown().to_owned(),
        email_norm: address.norm().to_owned(),
        position: 0,
        unlinked_at: None,
    });
    let mut rows = Vec::new();
    for row in batch.settings.iter_mut().filter(|row| row.email == old) {
        rows.push(SettingRow { id: SettingId(planner.id()), email: new, at: begun, ..*row });
        if one.accepted.is_some() {
            row.on = (row.on.0, false, false);
        }
    }
    batch.settings.extend(rows);
    let way = if one.accepted.is_some() { Way::Active(Seen::Lately) } else { Way::Invited(one.begun) };
    planner.begin(batch, one.person, &address, Locale::De, way);
    let accepted = one.accepted.map(|days| planner.days_ago(days, 11 * Ts::HOUR));
    batch.changes.push(ChangeRow {
        id: ChangeId(planner.id()),
        contact,
        old: (old, one.old.to_owned()),
        new: (new, address.shown().to_owned()),
        state: if accepted.is_some() { State::Accepted } else { State::PendingNew },
        stop_hash: token_hash(&link_token(one.old)),
        by: (batch.staff.first().map(|owner| owner.user), OWNER),
        created_at: begun,
        expires_at: begun.plus(LIFE),
        settled_at: accepted,
        remove_at: accepted.map(|at| at.plus(access::address_acceptance::REMOVE_AFTER)),
    });
    Ok(())
}
