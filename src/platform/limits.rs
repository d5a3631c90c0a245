//! Limits on guessing, counted in the database so that nodes share them and a restart forgets nothing (SEC-7, T-18).
//!
//! Two fixed windows make a sliding one: the last window's count is weighed by how much of it still lies within
//! reach. The bucket is a keyed hash, so the table names nobody.

use crate::Platform;
use crate::db::{DbError, Tx};
use crate::keys::Purpose;
use crate::sql;
use kernel::{AppError, Ts};

/// So many within such a time.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// What is counted, such as `password`.
    pub name: &'static str,
    pub most: i64,
    /// In microseconds.
    pub window: i64,
}

impl Limit {
    #[must_use]
    pub const fn new(name: &'static str, most: i64, window: i64) -> Self {
        Self { name, most, window }
    }
}

/// Counts one try of `subject` and refuses it when the limit is reached. The count stays whatever follows.
///
/// # Errors
/// `TooMany` with the seconds to wait.
pub async fn take(platform: &Platform, limit: Limit, subject: &str) -> Result<(), AppError> {
    let (bucket, former) = buckets(platform, limit, subject);
    let now = platform.clock.now();
    let start = Ts(now.0 - now.0.rem_euclid(limit.window));
    let reached = platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                carry_over(tx, &former, bucket).await?;
                let before: Option<(i64,)> = sql!(
                    "SELECT hits FROM limit_counter WHERE bucket = $1 AND window_start = $2",
                    bucket,
                    start.plus(-limit.window)
                )
                .optional(tx)
                .await?;
                let (here,): (i64,) = sql!(
                    "INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, $2, 1)
                     ON CONFLICT (bucket, window_start) DO UPDATE SET hits = limit_counter.hits + 1
                     RETURNING hits",
                    bucket,
                    start
                )
                .one(tx)
                .await?;
                Ok(weighed(before.map_or(0, |b| b.0), here, limit, now.since(start)))
            })
        })
        .await?;
    if reached > limit.most {
        let wait = (start.plus(limit.window).since(now) / Ts::SECOND).clamp(1, 86_400);
        tracing::warn!(limit = limit.name, "a limit was reached");
        return Err(AppError::TooMany(u32::try_from(wait).unwrap_or(60)));
    }
    Ok(())
}

/// How many tries of `subject` are remembered, as [`take`] counts them.
///
/// # Errors
/// What the database says.
pub async fn count(platform: &Platform, limit: Limit, subject: &str) -> Result<i64, AppError> {
    let (bucket, former) = buckets(platform, limit, subject);
    let now = platform.clock.now();
    let start = Ts(now.0 - now.0.rem_euclid(limit.window));
    let mut conn = platform.db.read().await?;
    let mut rows: Vec<(Ts, i64)> = Vec::new();
    for bucket in std::iter::once(bucket).chain(former) {
        let found: Vec<(Ts, i64)> = sql!(
            "SELECT window_start, hits FROM limit_counter WHERE bucket = $1 AND window_start >= $2 LIMIT 3",
            bucket,
            start.plus(-limit.window)
        )
        .all(&mut conn)
        .await?;
        rows.extend(found);
    }
    let hits = |of: Ts| rows.iter().filter(|(at, _)| *at == of).map(|(_, hits)| *hits).sum::<i64>();
    Ok(weighed(hits(start.plus(-limit.window)), hits(start), limit, now.since(start)))
}

/// Forgets the tries of `subject`, after it has proved itself.
///
/// # Errors
/// What the database says.
pub async fn forget(platform: &Platform, limit: Limit, subject: &str) -> Result<(), AppError> {
    let (bucket, former) = buckets(platform, limit, subject);
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

type Bucket = [u8; 32];

/// Where tries are counted, and where they were under retired keys: a rotation gives nobody fresh tries (SEC-76).
fn buckets(platform: &Platform, limit: Limit, subject: &str) -> (Bucket, Vec<Bucket>) {
    let mut all = platform.keys.hmacs(Purpose::Limit, &[limit.name.as_bytes(), subject.as_bytes()]);
    let current = all.remove(0);
    (current, all)
}

/// Moves what was counted under retired keys; of several at once only one gets each row.
async fn carry_over(tx: &mut Tx, former: &[Bucket], bucket: Bucket) -> Result<(), DbError> {
    for old in former {
        let rows: Vec<(Ts, i64)> =
            sql!("DELETE FROM limit_counter WHERE bucket = $1 RETURNING window_start, hits", *old)
                .all(tx)
                .await?;
        for (start, hits) in rows {
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

/// Tries within the last window's length.
fn weighed(before: i64, here: i64, limit: Limit, into: i64) -> i64 {
    here + before * (limit.window - into) / limit.window
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_window_fades_as_this_one_grows() {
        let limit = Limit::new("x", 10, 100);
        assert_eq!(weighed(10, 1, limit, 0), 11);
        assert_eq!(weighed(10, 1, limit, 50), 6);
        assert_eq!(weighed(10, 1, limit, 99), 1);
    }
}
