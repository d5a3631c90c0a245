//! What the queue itself needs now and then.

use super::job::Kind;
use super::store;
use crate::Platform;
use crate::chores::sweep;
use kernel::{AppError, Ts};
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

crate::recurring!("old jobs", every: 10 minutes, purge);
crate::recurring!("jobs that nobody knows", every: 10 minutes, tell_of_unknown);

/// How long jobs are kept that ended, the parked ones included, in microseconds.
const KEEP: i64 = 30 * Ts::DAY;

/// Deletes jobs that ended long ago; how many.
pub(super) async fn purge(platform: &Platform) -> Result<u64, AppError> {
    let before = platform.clock.now().plus(-KEEP);
    sweep(&platform.db, || store::old(before), || store::purge(before)).await
}

/// The names that this process has told of.
static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Tells, once, of each name that jobs wait under and no worker here runs; which are new. Nothing is done to them: a node of
/// another version may know them, and after an upgrade this one will.
pub(super) async fn tell_of_unknown(platform: &Platform) -> Result<Vec<String>, AppError> {
    let (mut new, mut last) = (Vec::new(), String::new());
    while let Some(name) = store::name_behind(&mut platform.db.read().await?, &last).await? {
        let is_known = Kind::all().any(|kind| kind.name == name);
        if !is_known && TOLD.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone()) {
            tracing::error!(name, "jobs wait that no worker here knows; they wait for one that does");
            new.push(name.clone());
        }
        last = name;
    }
    Ok(new)
}
