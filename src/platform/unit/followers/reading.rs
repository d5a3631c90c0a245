//! The worker's end: lets everybody read what they follow.

use super::again::Again;
use super::event::Heard;
use super::follower::Following;
use super::{rules, store};
use crate::work::{Job, later, pause};
use crate::{Platform, chores};
use kernel::{AppError, Ts};

crate::recurring!("domain events", often, read_all);
crate::recurring!("old domain events", every: 10 minutes, purge);

/// Lets everybody read all that there is; how many events had their effect.
///
/// # Errors
/// None: a follower that cannot read now is logged, stops no other, and reads at the next look.
pub async fn read_all(platform: &Platform) -> Result<usize, AppError> {
    let mut done = 0;
    for one in Following::all() {
        done += chores::piece("domain events", one.name, read(platform, one)).await.unwrap_or(0);
    }
    Ok(done)
}

/// Reads on until there is nothing more, or another worker reads.
pub(super) async fn read(platform: &Platform, follower: &'static Following) -> Result<usize, AppError> {
    let mut done = 0;
    loop {
        let found = found(platform, follower).await?;
        let Some((from, events)) = found else { return Ok(done) };
        let (mut cursor, last) = (from, events.last().map_or(from, |event| event.seq));
        for event in events.into_iter().filter(|event| follower.follows(event)) {
            let seq = event.seq;
            if !heard(platform, follower, cursor, event).await? {
                return Ok(done);
            }
            (cursor, done) = (seq, done + 1);
        }
        if cursor < last && !pass(platform, follower, cursor, last).await? {
            return Ok(done);
        }
    }
}

/// What stands behind the cursor, which is read first: whoever finds nothing writes nothing.
async fn found(
    platform: &Platform,
    follower: &'static Following,
) -> Result<Option<(i64, Vec<Heard>)>, AppError> {
    let mut conn = platform.db.read().await?;
    let cursor = store::cursor(&mut conn, follower.name).await?;
    let events = store::behind(&mut conn, cursor.unwrap_or(0)).await?;
    drop(conn);
    if events.is_empty() {
        return Ok(None);
    }
    if cursor.is_none() {
        let begin =
            platform.db.write(move |tx| Box::pin(async move { Ok(store::begin(tx, follower.name).await?) }));
        begin.await?;
    }
    Ok(Some((cursor.unwrap_or(0), events)))
}

/// Nobody follows these.
async fn pass(
    platform: &Platform,
    follower: &'static Following,
    from: i64,
    to: i64,
) -> Result<bool, AppError> {
    let pass = platform
        .db
        .write(move |tx| Box::pin(async move { Ok(store::advance(tx, follower.name, from, to).await?) }));
    pass.await
}

/// Whether the event had its effect, or was set aside, by us.
async fn heard(
    platform: &Platform,
    follower: &'static Following,
    from: i64,
    event: Heard,
) -> Result<bool, AppError> {
    let (p, seq, firm) = (platform.clone(), event.seq, event.firm_id);
    let done = platform.db.write(move |tx| {
        Box::pin(async move {
            // First, for it locks the cursor: of two workers one goes on.
            if !store::advance(tx, follower.name, from, event.seq).await? {
                return Ok(false);
            }
            follower.hear_one(tx, &p, &event).await.map(|()| true)
        })
    });
    let error = match done.await {
        // The database, not the event.
        Err(error @ (AppError::Busy | AppError::Away)) => return Err(error),
        Err(error) => error,
        Ok(done) => return Ok(done),
    };
    tracing::error!(follower = follower.name, seq, %error, "a domain event failed; others go on, and it is tried again");
    let (p, due) = (platform.clone(), platform.clock.now().plus(pause(1, Ts::HOUR, 0)));
    let aside = platform.db.write(move |tx| {
        Box::pin(async move {
            if !store::advance(tx, follower.name, from, seq).await? {
                return Ok(false);
            }
            let again = Again { follower: follower.name.to_owned(), seq };
            later(tx, &p, firm, Job::new(again).at(due)).await.map(|_| true)
        })
    });
    aside.await
}

/// Deletes what everybody has read and is old; how many.
pub(super) async fn purge(platform: &Platform) -> Result<u64, AppError> {
    let mut gone = 0;
    loop {
        let mut conn = platform.db.read().await?;
        let oldest = store::oldest(&mut conn).await?;
        let mut read = i64::MAX;
        for one in Following::all() {
            read = read.min(store::cursor(&mut conn, one.name).await?.unwrap_or(0));
        }
        drop(conn);
        let Some(last) = rules::gone(&oldest, read, platform.clock.now()) else { return Ok(gone) };
        let delete = platform.db.write(move |tx| Box::pin(async move { Ok(store::delete(tx, last).await?) }));
        gone += delete.await?;
        if oldest.len() < rules::AT_ONCE {
            return Ok(gone);
        }
    }
}
