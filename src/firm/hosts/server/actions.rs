//! Hosts come, one of them is the main one, and those that are neither needed nor wanted go.

use super::store;
use crate::hosts::model::{HostLine, HostList};
use crate::hosts::rules::{self, HostProblem};
use crate::record::{may_manage, record};
use access::gate::{Proven, Staff};
use i18n::tl;
use kernel::AppError;
use platform::Cx;
use platform::db::Conn;
use platform::firm_profile::origin_of;

/// Most hosts of a firm.
const MOST: usize = 10;

/// All of them.
///
/// # Errors
/// `NotAllowed`.
pub(in crate::hosts) async fn list(cx: &Cx, staff: &Staff) -> Result<HostList, AppError> {
    may_manage(staff)?;
    let mut conn = cx.db.read().await?;
    all(&mut conn, cx).await
}

async fn all(conn: &mut Conn, cx: &Cx) -> Result<HostList, AppError> {
    let rows = store::hosts(conn, cx.firm.id).await?;
    let line = |row: store::HostRow| HostLine {
        origin: origin_of(&cx.config, &row.host),
        host: row.host,
        main: row.main,
        home: row.home,
    };
    Ok(HostList { hosts: rows.into_iter().map(line).collect() })
}

fn parse(cx: &Cx, text: &str) -> Result<String, AppError> {
    let l = cx.locale;
    rules::host(text, cx.config.is_local()).map_err(|problem| {
        let text = match problem {
            HostProblem::Empty => tl!(l, "common.required"),
            HostProblem::More => tl!(l, "firm.hosts.fault.more"),
            HostProblem::Number => tl!(l, "firm.hosts.fault.number"),
            HostProblem::Malformed => tl!(l, "firm.hosts.fault.malformed"),
        };
        AppError::field("host", text)
    })
}

/// One more host; it leads to the main one. The name as it is looked up.
///
/// # Errors
/// `NotAllowed`; `Invalid` on `host`.
pub(in crate::hosts) async fn add(cx: &Cx, staff: &Proven<Staff>, typed: &str) -> Result<String, AppError> {
    may_manage(staff)?;
    let host = parse(cx, typed)?;
    let (c, staff, name) = (cx.clone(), staff.clone(), host.clone());
    let added = cx.write(move |tx| {
        Box::pin(async move {
            let l = c.locale;
            let known = all(tx, &c).await?.hosts;
            if known.iter().any(|it| it.host == name) {
                return Err(AppError::field("host", tl!(l, "firm.hosts.fault.twice")));
            }
            if known.len() >= MOST {
                return Err(AppError::field("host", tl!(l, "firm.hosts.fault.most", n = MOST)));
            }
            let base = c.config.host() == name;
            let taken = || AppError::field("host", tl!(l, "firm.hosts.fault.taken"));
            if base {
                return Err(taken());
            }
            let made = store::add(tx, c.firm.id, &name, c.now()).await;
            made.map_err(|error| if error.is_duplicate() { taken() } else { error.into() })?;
            record(tx, &c, &staff, "firm_host_added", &name, String::new()).await
        })
    });
    added.await?;
    cx.firms.forget();
    Ok(host)
}

/// Makes one of the firm's hosts the main one; whether it was another before. `confirmed` says that the reader knows what
/// has to be true first.
///
/// # Errors
/// `NotAllowed`; `NotFound` for a host that is not the firm's; `Invalid` on `confirmed`.
pub(in crate::hosts) async fn make_main(
    cx: &Cx,
    staff: &Proven<Staff>,
    host: &str,
    confirmed: bool,
) -> Result<(), AppError> {
    may_manage(staff)?;
    let (c, staff, host) = (cx.clone(), staff.clone(), host.to_owned());
    let changed = cx.write(move |tx| {
        Box::pin(async move {
            let known = all(tx, &c).await?.hosts;
            let wanted = known.iter().find(|it| it.host == host).ok_or(AppError::NotFound)?;
            if wanted.main {
                return Ok(());
            }
            if !confirmed {
                return Err(AppError::field("confirmed", tl!(c.locale, "firm.hosts.fault.confirm")));
            }
            let old = known.iter().find(|it| it.main).map(|it| it.host.clone()).unwrap_or_default();
            if !store::set_main(tx, c.firm.id, &old, &host).await? {
                return Err(AppError::Conflict);
            }
            record(tx, &c, &staff, "firm_main_host_changed", &host, format!("{old} -> {host}")).await
        })
    });
    changed.await?;
    cx.firms.forget();
    Ok(())
}

/// One host less; its links stop working.
///
/// # Errors
/// `NotAllowed`; `NotFound`; `Refused` for the main one and the one the firm began with.
pub(in crate::hosts) async fn remove(cx: &Cx, staff: &Proven<Staff>, host: &str) -> Result<(), AppError> {
    may_manage(staff)?;
    let (c, staff, host) = (cx.clone(), staff.clone(), host.to_owned());
    let removed = cx.write(move |tx| {
        Box::pin(async move {
            let known = all(tx, &c).await?.hosts;
            let wanted = known.iter().find(|it| it.host == host).ok_or(AppError::NotFound)?;
            if !wanted.removable() || !store::remove(tx, c.firm.id, &host).await? {
                return Err(AppError::Refused(tl!(c.locale, "firm.hosts.refused", host = host)));
            }
            record(tx, &c, &staff, "firm_host_removed", &host, String::new()).await
        })
    });
    removed.await?;
    cx.firms.forget();
    Ok(())
}
