//! The forms about hosts.

use super::actions::{self, Added};
use access::gate::{Call, Door, May, Proven, Reply, right::ManageFirm};
use access::step_up;
use i18n::tl;
use kernel::{AppError, paths};

/// The plain forms of this slice.
pub(in crate::hosts) fn doors() -> Vec<Door> {
    vec![
        step_up::door(paths::FIRM_HOSTS, add),
        step_up::door(paths::FIRM_HOST_CHECK, check),
        step_up::door(paths::FIRM_HOST_MAIN, make_main),
        step_up::door(paths::FIRM_HOST_REMOVE, remove),
    ]
}

/// Field: `host`.
async fn add(call: Call, staff: Proven<May<ManageFirm>>) -> Result<Reply, AppError> {
    let (cx, typed) = (&call.cx, call.form.get("host"));
    match actions::add(cx, &staff, typed).await {
        Ok(Added::Answers(host)) => {
            Ok(Reply::notice(paths::FIRM_HOSTS, tl!(cx.locale, "firm.hosts.added", host = host)))
        }
        Ok(Added::Wanted(host)) => {
            Ok(Reply::notice(paths::FIRM_HOSTS, tl!(cx.locale, "firm.hosts.proof.noted", host = host)))
        }
        Err(error @ AppError::Invalid(_)) => {
            Ok(Reply::again(cx, paths::FIRM_HOSTS, "host", error, &[("host", typed)]))
        }
        Err(error) => Err(error),
    }
}

/// Field: `host`.
async fn check(call: Call, staff: Proven<May<ManageFirm>>) -> Result<Reply, AppError> {
    let (cx, host) = (&call.cx, call.form.get("host"));
    match actions::check(cx, &staff, host).await {
        Ok(()) => {
            Ok(Reply::notice(paths::FIRM_HOSTS, tl!(cx.locale, "firm.hosts.proof.proven", host = host)))
        }
        Err(error @ (AppError::Refused(_) | AppError::Conflict)) => {
            Ok(Reply::again(cx, paths::FIRM_HOSTS, "hosts", error, &[]))
        }
        Err(error) => Err(error),
    }
}

/// Fields: `host`, `confirmed`.
async fn make_main(call: Call, staff: Proven<May<ManageFirm>>) -> Result<Reply, AppError> {
    let (cx, host) = (&call.cx, call.form.get("host"));
    match actions::make_main(cx, &staff, host, call.form.has("confirmed")).await {
        Ok(()) => Ok(Reply::notice(paths::FIRM_HOSTS, tl!(cx.locale, "firm.hosts.main_set", host = host))),
        Err(error @ (AppError::Invalid(_) | AppError::Conflict)) => {
            Ok(Reply::again(cx, paths::firm_host_main(host), "main", error, &[]))
        }
        Err(error) => Err(error),
    }
}

/// Field: `host`.
async fn remove(call: Call, staff: Proven<May<ManageFirm>>) -> Result<Reply, AppError> {
    let (cx, host) = (&call.cx, call.form.get("host"));
    match actions::remove(cx, &staff, host).await {
        Ok(()) => Ok(Reply::notice(paths::FIRM_HOSTS, tl!(cx.locale, "firm.hosts.removed", host = host))),
        Err(error @ AppError::Refused(_)) => Ok(Reply::again(cx, paths::FIRM_HOSTS, "hosts", error, &[])),
        Err(error) => Err(error),
    }
}
