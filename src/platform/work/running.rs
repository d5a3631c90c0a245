//! The worker: a loop for each kind of work that is registered.

use super::job::Kind;
use super::recurring::{Recurring, look_often};
use super::{house, queue};
use crate::{Platform, chores};
use futures::future::BoxFuture;
use kernel::AppError;
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

/// Work that turns by itself as long as the worker does.
pub(crate) struct Standing {
    /// As the log names it.
    pub name: &'static str,
    /// Until the last turns true; looks when the bell rings and by itself.
    pub run: fn(Platform, Arc<Notify>, watch::Receiver<bool>) -> BoxFuture<'static, ()>,
    /// One look; how much was done.
    pub look: for<'a> fn(&'a Platform) -> BoxFuture<'a, Result<usize, AppError>>,
}

inventory::collect!(Standing);

fn standing() -> impl Iterator<Item = &'static Standing> {
    inventory::iter::<Standing>.into_iter()
}

/// Works until `stop` turns true.
pub async fn run(platform: Platform, stop: watch::Receiver<bool>) {
    let (mut work, mut bells) = (JoinSet::new(), Vec::new());
    let mut bell = || {
        let bell = Arc::new(Notify::new());
        bells.push(bell.clone());
        bell
    };
    for one in standing() {
        work.spawn((one.run)(platform.clone(), bell(), stop.clone()));
    }
    for one in Recurring::often() {
        work.spawn(look_often(platform.clone(), one, bell(), stop.clone()));
    }
    for kind in Kind::all() {
        work.spawn(queue::work_off(platform.clone(), kind, bell(), stop.clone(), queue::GRACE));
    }
    work.spawn(house::keep(platform.clone(), house::registered(), house::PATIENCE, stop.clone()));
    work.spawn(ring(platform, bells, stop));
    while let Some(ended) = work.join_next().await {
        if let Err(error) = ended {
            tracing::error!(%error, "a part of the worker broke off");
        }
    }
}

/// One ring of the queue wakes everybody who looks into it.
async fn ring(platform: Platform, bells: Vec<Arc<Notify>>, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        tokio::select! {
            () = platform.queued.notified() => bells.iter().for_each(|bell| bell.notify_one()),
            _ = stop.changed() => {}
        }
    }
}

/// One look at everything that cannot wait; whether there was anything to do. For tests: [`run`] waits for no mail.
pub async fn round(platform: &Platform) -> bool {
    let mut done = 0;
    for one in standing() {
        done += chores::piece("the worker", one.name, (one.look)(platform)).await.unwrap_or(0);
    }
    done += chores::piece("the worker", "jobs", Box::pin(queue::run_due(platform))).await.unwrap_or(0);
    for one in Recurring::often() {
        done += one.look(platform).await;
    }
    done > 0
}

/// All housekeeping once, in its order. For tests.
pub async fn tidy(platform: &Platform) {
    for one in house::registered() {
        one.look(platform).await;
    }
}

/// The names of all work that is registered.
#[must_use]
pub fn registered() -> Vec<&'static str> {
    let standing = standing().map(|it| it.name);
    let mut names: Vec<_> =
        standing.chain(Recurring::all().map(|it| it.name)).chain(Kind::all().map(|it| it.name)).collect();
    names.sort_unstable();
    names
}

/// What is wrong with what is registered: a name that two kinds of work share.
#[must_use]
pub fn faults() -> Vec<String> {
    twice(&registered()).into_iter().map(|name| format!("background work registered twice: {name}")).collect()
}

fn twice<'a>(names: &[&'a str]) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    names.iter().copied().filter(|name| !seen.insert(*name)).collect()
}

#[test]
fn a_name_that_two_share_is_found() {
    assert!(twice(&["a", "b", "c"]).is_empty());
    assert_eq!(twice(&["a", "b", "a", "a", "b", "c"]), BTreeSet::from(["a", "b"]));
}
