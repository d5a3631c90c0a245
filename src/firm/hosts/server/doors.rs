//! The forms about hosts.

use super::actions;
use access::gate::{Call, Door, Reply, Staff};
use i18n::tl;
use kernel::permission::Allowed;
use kernel::{AppError, Right, paths};

const MANAGE: Allowed = Allowed::StaffWith(Right::ManageFirm);

/// The plain forms of this slice.
pub(in crate::hosts) fn doors() -> Vec<Door> {
    vec![
        Door { path: paths::FIRM_HOSTS, allowed: MANAGE, run: |call| Box::pin(add(call)) },
        Door { path: paths::FIRM_HOST_MAIN, allowed: MANAGE, run: |call| Box::pin(make_main(call)) },
        Door { path: paths::FIRM_HOST_REMOVE, allowed: MANAGE, run: |call| Box::pin(remove(call)) },
    ]
}

fn manager(call: &Call) -> Result<Staff, AppError> {
    call.visitor.staff_with(Right::ManageFirm)
}

/// Field: `host`.
async fn add(call: Call) -> Result<Reply, AppError> {
    let (cx, typed) = (&call.cx, call.form.get("host"));
    let staff = manager(&call)?;
    match actions::add(cx, &staff, typed).await {
        Ok(host) => Ok(Reply::notice(paths::FIRM_HOSTS, tl!(cx.locale, "firm.hosts.added", host = host))),
        Err(error @ AppError::Invalid(_)) => {
            Ok(Reply::again(cx, paths::FIRM_HOSTS, "host", error, &[("host", typed)]))
        }
        Err(error) => Err(error),
    }
}

/// Fields: `host`, `confirmed`.
async fn make_main(call: Call) -> Result<Reply, AppError> {
    let (cx, host) = (&call.cx, call.form.get("host"));
    let staff = manager(&call)?;
    match actions::make_main(cx, &staff, host, call.form.has("confirmed")).await {
        Ok(()) => Ok(Reply::notice(paths::FIRM_HOSTS, tl!(cx.locale, "firm.hosts.main_set", host = host))),
        Err(error @ (AppError::Invalid(_) | AppError::Conflict)) => {
            Ok(Reply::again(cx, paths::firm_host_main(host), "main", error, &[]))
        }
        Err(error) => Err(error),
    }
}

/// Field: `host`.
async fn remove(call: Call) -> Result<Reply, AppError> {
    let (cx, host) = (&call.cx, call.form.get("host"));
    let staff = manager(&call)?;
    match actions::remove(cx, &staff, host).await {
        Ok(()) => Ok(Reply::notice(paths::FIRM_HOSTS, tl!(cx.locale, "firm.hosts.removed", host = host))),
        Err(error @ AppError::Refused(_)) => Ok(Reply::again(cx, paths::FIRM_HOSTS, "hosts", error, &[])),
        Err(error) => Err(error),
    }
}
