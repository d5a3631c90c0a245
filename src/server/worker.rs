//! Work that runs after the request: mail, asked-for resets, housekeeping. Every node may run it; leases keep them
//! from doing a thing twice.

use kernel::{AppError, Ts};
use platform::{Platform, sql};
use std::time::Duration;
use tokio::sync::watch;

/// How often the queues are looked at when nobody rings.
const LOOK: Duration = Duration::from_millis(300);
/// How often old rows are thrown away.
const TIDY: Duration = Duration::from_secs(600);

/// Works until `stop` turns true.
pub async fn run(platform: Platform, mut stop: watch::Receiver<bool>) {
    let mut tidy_at = tokio::time::Instant::now();
    while !*stop.borrow() {
        let busy = round(&platform).await;
        if tokio::time::Instant::now() >= tidy_at {
            tidy_at = tokio::time::Instant::now() + TIDY;
            log("tidying", tidy(&platform).await);
        }
        if !busy {
            tokio::select! {
                () = platform.queued.notified() => {}
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.changed() => {}
            }
        }
    }
}

/// One look at every queue; whether there was anything to do.
pub async fn round(platform: &Platform) -> bool {
    let requests = log("password requests", access::password::work_requests(platform).await);
    let mails = log("mail", platform::outbox::send_due(platform).await);
    let told = log("mails that failed", access::alerts::work_failed(platform).await);
    requests + mails + told > 0
}

fn log(what: &'static str, done: Result<usize, AppError>) -> usize {
    done.unwrap_or_else(|error| {
        tracing::error!(what, %error, "the worker failed and will try again");
        0
    })
}

/// Throws away what nobody needs any more, and tells of what expired.
///
/// # Errors
/// When the database does not answer.
pub async fn tidy(platform: &Platform) -> Result<usize, AppError> {
    access::sessions::purge(platform).await?;
    access::unsent::purge(platform).await?;
    platform::audit::close_attempts(platform).await?;
    clients::address_changes::expire_due(platform).await?;
    clients::address_changes::remove_due(platform).await?;
    access::alerts::work_expired(platform).await?;
    clients::own_address::purge(platform).await?;
    let now = platform.clock.now();
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                let events = sql!("DELETE FROM event WHERE at < $1", now.plus(-Ts::DAY)).run(tx).await?;
                let limits =
                    sql!("DELETE FROM limit_counter WHERE window_start < $1", now.plus(-2 * Ts::DAY))
                        .run(tx)
                        .await?;
                Ok(usize::try_from(events + limits).unwrap_or(0))
            })
        })
        .await
}
