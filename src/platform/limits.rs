//! Limits on guessing, counted in the database so that nodes share them and a restart forgets nothing (SEC-7, T-18).
//!
//! Two fixed windows make a sliding one: the last window's count is weighed by how much of it still lies within reach. Only
//! attempts that were let through count, so whoever waits as long as they were told is let in, however often they pressed the
//! button meanwhile. The bucket is a keyed hash, so the table names nobody.

mod rules;

use crate::db::{Conn, DbError, Tx};
use crate::keys::Purpose;
use crate::{Platform, chores, sql};
use kernel::{AppError, Limit, Ts};

/// How long a window is remembered; none is longer than a day, and the one before it counts as well.
const KEEP: i64 = 2 * Ts::DAY;

/// A limit and where the attempts of one subject are counted.
struct Counter {
    limit: Limit,
    bucket: Bucket,
    /// Where they were counted under retired keys: a rotation gives nobody fresh tries (SEC-76).
    former: Vec<Bucket>,
}

type Bucket = [u8; 32];

/// What a counter holds at some instant.
struct Counts {
    /// Of the last window.
    before: i64,
    /// Of this one.
    here: i64,
    /// Since this window began, in microseconds.
    into: i64,
}

/// Counts one try of `subject`, unless the limit is reached. The count stays whatever follows.
///
/// # Errors
/// `TooMany` with the seconds after which a try succeeds, if nobody else makes one; then nothing was counted.
pub async fn take(platform: &Platform, limit: Limit, subject: &str) -> Result<(), AppError> {
    take_all(platform, &[(limit, subject)]).await
}

/// As [`take`], for an attempt that several limits count: by all of them, or by none.
///
/// # Errors
/// `TooMany` with the longest of their waits.
pub async fn take_all(platform: &Platform, all: &[(Limit, &str)]) -> Result<(), AppError> {
    let (counters, now) = (counters(platform, all), platform.clock.now());
    platform.db.write(move |tx| Box::pin(async move { take_each(tx, &counters, now).await })).await
}

/// As [`take_all`], in the transaction of the act itself: an act that fails does not count. The caller passes the error on.
///
/// # Errors
/// As [`take_all`].
pub async fn take_in(tx: &mut Tx, platform: &Platform, all: &[(Limit, &str)]) -> Result<(), AppError> {
    take_each(tx, &counters(platform, all), platform.clock.now()).await
}

/// Counts one more of `subject`, whether or not there is room, in the transaction that keeps what it counts. For a limit on
/// what failed, which is asked for with [`wait`] before the try: what succeeds then counts nothing, and those who do so at
/// the same time are in nobody's way. Of tries that are under way at once more can fail than the limit has room for; all of
/// them count.
pub async fn add_in(tx: &mut Tx, platform: &Platform, limit: Limit, subject: &str) -> Result<(), AppError> {
    let Counter { bucket, former, .. } = counter(platform, limit, subject);
    carry_over(tx, &former, bucket).await?;
    sql!(
        "INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, $2, 1)
         ON CONFLICT (bucket, window_start) DO UPDATE SET hits = limit_counter.hits + 1",
        bucket,
        start(limit, platform.clock.now())
    )
    .run(tx)
    .await?;
    Ok(())
}

/// Takes back one that was counted then, if it is still remembered, because it came to good.
pub async fn give_back(
    platform: &Platform,
    limit: Limit,
    subject: &str,
    counted_at: Ts,
) -> Result<(), AppError> {
    let Counter { bucket, former, .. } = counter(platform, limit, subject);
    let then = start(limit, counted_at);
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                carry_over(tx, &former, bucket).await?;
                let back = sql!(
                    "UPDATE limit_counter SET hits = hits - 1 WHERE bucket = $1 AND window_start = $2 AND hits > 0",
                    bucket,
                    then
                );
                back.run(tx).await?;
                Ok(())
            })
        })
        .await
}

/// Takes back from `whole` what was counted for `share` as well, and forgets the share: it came to good, and what others have
/// counted stays. For limits with windows of one length that were taken together, the share first: both take the rows in that
/// order, and of several at once only one gets the share.
pub async fn give_back_share(
    platform: &Platform,
    whole: (Limit, &str),
    share: (Limit, &str),
) -> Result<(), AppError> {
    let (whole, share) = (counter(platform, whole.0, whole.1), counter(platform, share.0, share.1));
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut taken = Vec::new();
                for bucket in std::iter::once(share.bucket).chain(share.former) {
                    taken.extend(uncounted(tx, bucket).await?);
                }
                carry_over(tx, &whole.former, whole.bucket).await?;
                for (start, hits) in taken {
                    sql!(
                        "UPDATE limit_counter SET hits = CASE WHEN hits > $3 THEN hits - $3 ELSE 0 END
                         WHERE bucket = $1 AND window_start = $2",
                        whole.bucket,
                        start,
                        hits
                    )
                    .run(tx)
                    .await?;
                }
                Ok(())
            })
        })
        .await
}

/// Forgets what a bucket holds, by window.
async fn uncounted(tx: &mut Tx, bucket: Bucket) -> Result<Vec<(Ts, i64)>, DbError> {
    sql!("DELETE FROM limit_counter WHERE bucket = $1 RETURNING window_start, hits", bucket).all(tx).await
}

/// The error undoes what the limits before have counted.
async fn take_each(tx: &mut Tx, counters: &[Counter], now: Ts) -> Result<(), AppError> {
    let mut wait = 0;
    for counter in counters {
        if !try_take(tx, counter, now).await? {
            let counts = counts(tx, counter, now).await?;
            wait = wait.max(counts.wait(counter.limit).max(1));
            tracing::warn!(limit = counter.limit.name, "a limit was reached");
        }
    }
    if wait == 0 { Ok(()) } else { Err(AppError::TooMany(wait)) }
}

/// Whether there was room. The condition stands in the statement, so of parallel attempts no more than fit come through.
async fn try_take(tx: &mut Tx, counter: &Counter, now: Ts) -> Result<bool, DbError> {
    carry_over(tx, &counter.former, counter.bucket).await?;
    let counts = counts(tx, counter, now).await?;
    let room = rules::room(counts.before, counter.limit, counts.into);
    if room < 1 {
        return Ok(false);
    }
    let taken = sql!(
        "INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, $2, 1)
         ON CONFLICT (bucket, window_start) DO UPDATE SET hits = limit_counter.hits + 1
         WHERE limit_counter.hits < $3",
        counter.bucket,
        start(counter.limit, now),
        room
    )
    .run(tx)
    .await?;
    Ok(taken == 1)
}

/// Seconds until an attempt would be let through; 0 when one would be now. Counts nothing.
pub async fn wait(platform: &Platform, all: &[(Limit, &str)]) -> Result<u32, AppError> {
    let now = platform.clock.now();
    let mut conn = platform.db.read().await?;
    let mut longest = 0;
    for counter in counters(platform, all) {
        longest = longest.max(counts(&mut conn, &counter, now).await?.wait(counter.limit));
    }
    Ok(longest)
}

/// How many tries of `subject` are remembered, as [`take`] counts them.
pub async fn count(platform: &Platform, limit: Limit, subject: &str) -> Result<i64, AppError> {
    let counter = counter(platform, limit, subject);
    let mut conn = platform.db.read().await?;
    let Counts { before, here, into } = counts(&mut conn, &counter, platform.clock.now()).await?;
    Ok(here + rules::weighed(before, limit, into))
}

/// Forgets the tries of `subject`, after it has proved itself.
pub async fn forget(platform: &Platform, limit: Limit, subject: &str) -> Result<(), AppError> {
    let Counter { bucket, former, .. } = counter(platform, limit, subject);
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                for bucket in std::iter::once(bucket).chain(former) {
                    sql!("DELETE FROM limit_counter WHERE bucket = $1", bucket).run(tx).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Throws away windows that no limit looks at any more. Call it now and then.
pub async fn purge(platform: &Platform) -> Result<(), AppError> {
    let counted = platform.clock.now().plus(-KEEP);
    let old = || {
        sql!(
            "SELECT COUNT(*) FROM (SELECT 1 AS one FROM limit_counter WHERE window_start < $1 LIMIT 1) found",
            counted
        )
    };
    let remove = || {
        sql!(
            "DELETE FROM limit_counter WHERE (bucket, window_start) IN (
                SELECT bucket, window_start FROM limit_counter WHERE window_start < $1
                ORDER BY window_start LIMIT $2)",
            counted,
            chores::PIECE
        )
    };
    chores::sweep(&platform.db, old, remove).await.map(drop)
}

impl Counts {
    fn wait(&self, limit: Limit) -> u32 {
        rules::wait(self.before, self.here, limit, self.into)
    }
}

async fn counts(conn: &mut Conn, counter: &Counter, now: Ts) -> Result<Counts, DbError> {
    let here = start(counter.limit, now);
    let before = here.plus(-counter.limit.window);
    let mut rows: Vec<(Ts, i64)> = Vec::new();
    for bucket in std::iter::once(counter.bucket).chain(counter.former.iter().copied()) {
        let found: Vec<(Ts, i64)> = sql!(
            "SELECT window_start, hits FROM limit_counter WHERE bucket = $1 AND window_start IN ($2, $3) LIMIT 2",
            bucket,
            before,
            here
        )
        .all(conn)
        .await?;
        rows.extend(found);
    }
    let hits = |of: Ts| rows.iter().filter(|(at, _)| *at == of).map(|(_, hits)| *hits).sum::<i64>();
    Ok(Counts { before: hits(before), here: hits(here), into: now.since(here) })
}

fn start(limit: Limit, now: Ts) -> Ts {
    Ts(now.0 - now.0.rem_euclid(limit.window))
}

fn counters(platform: &Platform, all: &[(Limit, &str)]) -> Vec<Counter> {
    all.iter().map(|(limit, subject)| counter(platform, *limit, subject)).collect()
}

fn counter(platform: &Platform, limit: Limit, subject: &str) -> Counter {
    let mut all = platform.keys.hmacs(Purpose::Limit, &[limit.name.as_bytes(), subject.as_bytes()]);
    let bucket = all.remove(0);
    Counter { limit, bucket, former: all }
}

/// Moves what was counted under retired keys; of several at once only one gets each row.
async fn carry_over(tx: &mut Tx, former: &[Bucket], bucket: Bucket) -> Result<(), DbError> {
    for old in former {
        for (start, hits) in uncounted(tx, *old).await? {
            sql!(
                "INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, $2, $3)
                 ON CONFLICT (bucket, window_start) DO UPDATE SET hits = limit_counter.hits + $3",
                bucket,
                start,
                hits
            )
            .run(tx)
            .await?;
        }
    }
    Ok(())
}
