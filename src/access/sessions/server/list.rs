//! A person's own sessions in words, and whether they may have any.

use super::store::{self, DeviceRow};
use crate::gate::{CLIENT_IDLE, STAFF_IDLE, SignedIn, Visitor};
use crate::sessions::{Device, Devices, Left};
use kernel::{AppError, FirmId, SessionId, Ts, UserId};
use platform::Cx;
use platform::db::{Conn, DbError};

/// Where this person is signed in, this browser first.
///
/// # Errors
/// When the database does not answer.
pub async fn devices(cx: &Cx, who: &SignedIn) -> Result<Devices, AppError> {
    let idle = if who.is_staff() { STAFF_IDLE } else { CLIENT_IDLE };
    let now = cx.now();
    let mut conn = cx.db.read().await?;
    let rows = store::devices(&mut conn, who.firm, who.user, now, now.plus(-idle)).await?;
    let mut list: Vec<Device> = rows.into_iter().map(|row| device(cx, who, row)).collect();
    list.sort_by_key(|device| !device.current);
    Ok(Devices { list, email: who.email.clone(), name: who.name.clone() })
}

fn device(cx: &Cx, who: &SignedIn, row: DeviceRow) -> Device {
    Device {
        id: row.id.to_string(),
        current: row.id == who.session,
        created: cx.when(row.created_at),
        last_seen: cx.when(row.last_seen_at),
        ip: row.ip,
        place: row.place,
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

/// Whether this person is let in at all: staff, or LOGIN on in an account that is not archived (CRM-14).
///
/// # Errors
/// What the database says.
pub async fn may_enter(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<bool, DbError> {
    store::may_enter(conn, firm, user).await
}

/// Whether this person works for the firm, whatever else they are.
///
/// # Errors
/// What the database says.
pub(crate) async fn is_staff(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<bool, DbError> {
    Ok(store::person(conn, firm, user).await?.is_some_and(|person| person.is_staff))
}
