//! The worker's end of the queue: claims jobs, runs them, writes down how they ended.

use super::job::{Kind, Turn};
use super::recurring::rest;
use super::rules::{ATTEMPTS, Ended, LEASE, Settled, Then, settled};
use super::store::{self, Held};
use crate::{Platform, chores, incident};
use kernel::AppError;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// How long a job may go on after the process was asked to stop (REL-14).
pub(super) const GRACE: Duration = Duration::from_secs(10);

/// What one look at the queue found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looked {
    /// Nothing is due.
    Nothing,
    /// Another worker has it.
    Passed,
    Done,
    /// It comes back, or is parked.
    NotDone,
}

/// Works off the jobs of a kind until `stop` turns true; looks when the bell rings and by itself. Then lets the one that runs
/// come to its end for a moment, and gives it back if it does not.
pub(super) async fn work_off(
    platform: Platform,
    kind: &'static Kind,
    bell: Arc<Notify>,
    mut stop: watch::Receiver<bool>,
    grace: Duration,
) {
    while !*stop.borrow() {
        let one = work_one(&platform, kind, stopped(stop.clone(), grace));
        let looked = chores::piece("the worker", kind.name, Box::pin(one)).await;
        if matches!(looked, None | Some(Looked::Nothing)) {
            rest(&bell, &mut stop).await;
        }
    }
}

/// Ends so long after `stop` turned true.
async fn stopped(mut stop: watch::Receiver<bool>, grace: Duration) {
    if stop.wait_for(|is_over| *is_over).await.is_err() {
        // Nobody is left who could stop anything.
        return std::future::pending().await;
    }
    tokio::time::sleep(grace).await;
}

/// Works off all that is due, of every kind; how many jobs were done.
///
/// # Errors
/// When the database does not answer. A job that fails is no error here: its row says so.
pub async fn run_due(platform: &Platform) -> Result<usize, AppError> {
    let mut done = 0;
    for kind in Kind::all() {
        loop {
            match Box::pin(work_one(platform, kind, std::future::pending())).await? {
                Looked::Nothing => break,
                Looked::Done => done += 1,
                Looked::Passed | Looked::NotDone => {}
            }
        }
    }
    Ok(done)
}

async fn work_one(
    platform: &Platform,
    kind: &'static Kind,
    stopped: impl Future<Output = ()>,
) -> Result<Looked, AppError> {
    let held = match claim(platform, kind.name).await? {
        Ok(held) => held,
        Err(looked) => return Ok(looked),
    };
    let ended = turn(platform, kind, held, stopped).await;
    settle(platform, kind, held, ended).await
}

/// The next job that is due, for as long as a lease; or why there is none. Read first: whoever finds nothing writes nothing.
pub(super) async fn claim(platform: &Platform, name: &'static str) -> Result<Result<Held, Looked>, AppError> {
    let now = platform.clock.now();
    let next = store::next(&mut platform.db.read().await?, name, now).await?;
    let Some(job) = next else { return Ok(Err(Looked::Nothing)) };
    let claim = platform
        .db
        .write(move |tx| Box::pin(async move { Ok(store::claim(tx, job, now, now.plus(LEASE)).await?) }));
    Ok(claim.await?.ok_or(Looked::Passed))
}

async fn turn(
    platform: &Platform,
    kind: &'static Kind,
    held: Held,
    stopped: impl Future<Output = ()>,
) -> Ended {
    // Only deaths of workers lead past the last attempt.
    if held.attempts > ATTEMPTS {
        return Ended::Then(Then::GiveUp("no worker came to its end".to_owned()));
    }
    let lease = Duration::from_micros(LEASE.unsigned_abs());
    let bounded = async {
        tokio::time::timeout(lease, attempt(platform, kind, held)).await.unwrap_or_else(|_| {
            Err(AppError::Internal(incident::log_text("a job", "it took longer than its lease")))
        })
    };
    tokio::select! {
        ended = chores::caught(bounded) => ended.map_or_else(Ended::Failed, Ended::Then),
        () = stopped => Ended::Stopped,
    }
}

async fn attempt(platform: &Platform, kind: &'static Kind, held: Held) -> Result<Then, AppError> {
    let payload = store::payload(&mut platform.db.read().await?, held).await?;
    let payload = payload.ok_or(AppError::Conflict)?;
    match (kind.begin)(Turn::new(platform, held), &payload) {
        Ok(begun) => begun.await,
        // Again would read the same.
        Err(error) => Ok(Then::GiveUp(format!("the payload cannot be read: {error}"))),
    }
}

async fn settle(
    platform: &Platform,
    kind: &'static Kind,
    held: Held,
    ended: Ended,
) -> Result<Looked, AppError> {
    let (what, which, now) = (kind.name, held.due(), platform.clock.now());
    let mut spread = [0u8; 1];
    platform.rng.fill(&mut spread);
    let Some(settled) = settled(ended, held.attempts, now, spread[0]) else { return Ok(Looked::Done) };
    match &settled {
        Settled::Back { reason: Some(error), .. } => {
            tracing::error!(what, %which, error, "a job failed; the others go on, and it is tried again");
        }
        Settled::Parked(error) => {
            tracing::error!(what, %which, error, "a job is parked: it is not tried any more");
        }
        Settled::Done | Settled::Back { reason: None, .. } => {}
    }
    let looked = if settled == Settled::Done { Looked::Done } else { Looked::NotDone };
    let written = platform
        .db
        .write(move |tx| Box::pin(async move { Ok(store::settle(tx, held, settled, now).await?) }));
    Ok(if written.await? { looked } else { Looked::Passed })
}
