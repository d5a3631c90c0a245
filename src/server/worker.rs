//! Work that runs after the request: mail, asked-for resets, housekeeping. Every node may run it; leases keep them
//! from doing a thing twice. Each kind of work turns by itself: one that waits holds no other up.

use kernel::{AppError, Ts};
use platform::{Platform, chores};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

/// How often the queues are looked at when nobody rings.
const LOOK: Duration = Duration::from_millis(300);
/// How often old rows are thrown away.
const TIDY: Duration = Duration::from_secs(600);

/// Works until `stop` turns true.
pub async fn run(platform: Platform, stop: watch::Receiver<bool>) {
    let (mail, rest) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let mut work = JoinSet::new();
    work.spawn(ring(platform.clone(), [mail.clone(), rest.clone()], stop.clone()));
    let (p, stopped) = (platform.clone(), stop.clone());
    work.spawn(async move { platform::outbox::run(p, &mail, stopped).await });
    work.spawn(requests(platform.clone(), rest, stop.clone()));
    work.spawn(housekeeping(platform, stop));
    while let Some(ended) = work.join_next().await {
        if let Err(error) = ended {
            tracing::error!(%error, "a part of the worker broke off");
        }
    }
}

/// One ring of the queue wakes everybody who looks into it.
async fn ring(platform: Platform, bells: [Arc<Notify>; 2], mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        tokio::select! {
            () = platform.queued.notified() => bells.iter().for_each(|bell| bell.notify_one()),
            _ = stop.changed() => {}
        }
    }
}

/// What people asked for, and mails that failed.
async fn requests(platform: Platform, bell: Arc<Notify>, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if requested(&platform).await == 0 {
            tokio::select! {
                () = bell.notified() => {}
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.changed() => {}
            }
        }
    }
}

async fn requested(platform: &Platform) -> usize {
    let requests = step("password requests", access::password::work_requests(platform)).await;
    let told = step("mails that failed", access::alerts::work_failed(platform)).await;
    requests.unwrap_or(0) + told.unwrap_or(0)
}

async fn housekeeping(platform: Platform, mut stop: watch::Receiver<bool>) {
    let mut optimized: Option<Ts> = None;
    while !*stop.borrow() {
        tidy(&platform).await;
        let now = platform.clock.now();
        if optimized.is_none_or(|at| now.since(at) >= Ts::DAY) {
            optimized = Some(now);
            step("statistics", async { Ok(platform.db.optimize_daily().await?) }).await;
        }
        tokio::select! {
            () = tokio::time::sleep(TIDY) => {}
            _ = stop.changed() => {}
        }
    }
}

/// One look at every queue; whether there was anything to do. For tests: [`run`] waits for no mail.
pub async fn round(platform: &Platform) -> bool {
    let mails = step("mail", platform::outbox::send_due(platform)).await;
    requested(platform).await + mails.unwrap_or(0) > 0
}

async fn step<T>(name: &'static str, work: impl Future<Output = Result<T, AppError>>) -> Option<T> {
    // On the heap: some of these are large, and unoptimised each layer would hold them twice.
    chores::piece("the worker", name, Box::pin(work)).await
}

/// Throws away what nobody needs any more, and tells of what expired. Each step is on its own.
pub async fn tidy(platform: &Platform) {
    step("sessions", access::upkeep::purge(platform)).await;
    step("unsent forms", access::unsent::purge(platform)).await;
    step("counted attempts", platform::audit::close_attempts(platform)).await;
    step("expired address changes", clients::address_changes::expire_due(platform)).await;
    step("old addresses", clients::address_changes::remove_due(platform)).await;
    step("expired invitations", access::invitations::work_expired(platform)).await;
    step("wishes for another address", clients::own_address::purge(platform)).await;
    step("first steps", clients::first_steps::end_due(platform)).await;
    step("old news and limits", purge(platform)).await;
    step("the journal", async { Ok(platform.db.shorten_log().await?) }).await;
}

async fn purge(platform: &Platform) -> Result<(), AppError> {
    platform::events::purge(platform).await?;
    platform::limits::purge(platform).await
}
