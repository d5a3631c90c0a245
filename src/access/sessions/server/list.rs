//! A person's own sessions in words.

use super::store::{self, DeviceRow};
use crate::gate::{CLIENT_IDLE, STAFF_IDLE, SignedIn, Visitor};
use crate::sessions::{Device, Devices, Left};
use crate::trusted_devices;
use kernel::{AppError, SessionId, Ts, UserId};
use platform::Cx;
use std::cmp::Reverse;

/// Where this person is signed in, this browser first; and the browsers that they trust, newest first.
pub async fn devices(cx: &Cx, who: &SignedIn) -> Result<Devices, AppError> {
    let idle = if who.is_staff() { STAFF_IDLE } else { CLIENT_IDLE };
    let now = cx.now();
    let mut conn = cx.db.read().await?;
    let rows = store::devices(&mut conn, who.firm, who.user, now, now.plus(-idle)).await?;
    drop(conn);
    let (mut trusted, mut list): (Vec<DeviceRow>, Vec<DeviceRow>) =
        rows.into_iter().partition(|row| row.factor == "trusted");
    let is_this = |row: &DeviceRow| row.id == who.session.0;
    list.sort_by_key(|row| (!is_this(row), Reverse((row.last_seen_at, row.id))));
    trusted.sort_by_key(|row| Reverse((row.created_at, row.id)));
    let list = list.into_iter().map(|row| device(cx, is_this(&row), row)).collect();
    let is_here = |row: &DeviceRow| trusted_devices::is_here(cx, &row.token_hash);
    let trusted = trusted.into_iter().map(|row| device(cx, is_here(&row), row)).collect();
    Ok(Devices { list, trusted, email: who.email.clone(), name: who.name.clone() })
}

fn device(cx: &Cx, current: bool, row: DeviceRow) -> Device {
    Device {
        id: row.id.to_string(),
        current,
        created: cx.when(row.created_at),
        last_seen: cx.when(row.last_seen_at),
        ip: row.ip,
        place: cx.place_in_words(row.place),
        os: row.os,
        browser: row.browser,
        factor: row.factor,
    }
}

/// What is left of this session.
#[must_use]
pub fn left(who: &SignedIn, now: Ts) -> Left {
    let (unless_used, at_most) = who.left(now);
    Left { seconds: unless_used / Ts::SECOND, last: unless_used == at_most }
}

/// The session this browser holds, at whatever stage: it ends when another begins in its place.
pub(crate) fn held(visitor: &Visitor) -> Option<(UserId, SessionId)> {
    match visitor {
        Visitor::Nobody(_) => None,
        Visitor::Pending(pending) => Some((pending.user, pending.session)),
        Visitor::SignedIn(who) => Some((who.user, who.session)),
    }
}
