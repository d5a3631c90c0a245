//! Rows of `password_streak`.

use kernel::{BrowserId, FirmId, Ts, UserId};
use platform::chores::PIECE;
use platform::db::{Conn, DbError};
use platform::sql;

/// The key of a row: a keyed hash of what is counted.
pub(super) type Bucket = [u8; 32];

/// Tries since the password was last right.
#[derive(sqlx::FromRow)]
pub(super) struct Streak {
    pub bucket: Vec<u8>,
    pub tries: i64,
    /// Those of them that were wrong; one that is being made is not yet.
    pub fails: i64,
    pub failed_at: Option<Ts>,
}

/// The rows of these two buckets, as far as there are any.
pub(super) async fn both(
    conn: &mut Conn,
    firm: FirmId,
    one: Bucket,
    two: Bucket,
) -> Result<Vec<Streak>, DbError> {
    sql!(
        "SELECT bucket, tries, fails, failed_at FROM password_streak WHERE firm_id = $1 AND bucket IN ($2, $3) LIMIT 2",
        firm,
        one,
        two
    )
    .all(conn)
    .await
}

/// Counts a try that is about to be made; whether it may be: never more than `most` in a row, however many come at once.
pub(super) async fn begin(
    conn: &mut Conn,
    firm: FirmId,
    (bucket, browser): (Bucket, Option<BrowserId>),
    most: i64,
    now: Ts,
) -> Result<bool, DbError> {
    let counted = sql!(
        "INSERT INTO password_streak (firm_id, bucket, tries, last_at, browser_id) VALUES ($1, $2, 1, $4, $5)
         ON CONFLICT (firm_id, bucket) DO UPDATE SET tries = password_streak.tries + 1, last_at = $4
         WHERE password_streak.tries < $3",
        firm,
        bucket,
        most,
        now,
        browser
    )
    .run(conn)
    .await?;
    Ok(counted == 1)
}

/// The try was wrong: the next one has to wait.
pub(super) async fn fail(conn: &mut Conn, firm: FirmId, bucket: Bucket, now: Ts) -> Result<(), DbError> {
    sql!(
        "UPDATE password_streak SET fails = fails + 1, failed_at = $3 WHERE firm_id = $1 AND bucket = $2",
        firm,
        bucket,
        now
    )
    .run(conn)
    .await
    .map(drop)
}

/// Whether this is the moment to tell that the password was disabled; once a streak.
pub(super) async fn tell(
    conn: &mut Conn,
    firm: FirmId,
    bucket: Bucket,
    most: i64,
    now: Ts,
) -> Result<bool, DbError> {
    let first = sql!(
        "UPDATE password_streak SET told_at = $4
         WHERE firm_id = $1 AND bucket = $2 AND tries >= $3 AND told_at IS NULL",
        firm,
        bucket,
        most,
        now
    )
    .run(conn)
    .await?;
    Ok(first == 1)
}

/// Moves a row to another bucket, or adds it to the one that is there; of several at once only one gets it.
pub(super) async fn carry_over(
    conn: &mut Conn,
    firm: FirmId,
    old: Bucket,
    new: Bucket,
) -> Result<(), DbError> {
    type Moved = (i64, i64, Option<Ts>, Ts, Option<Ts>, Option<BrowserId>);
    let moved: Option<Moved> = sql!(
        "DELETE FROM password_streak WHERE firm_id = $1 AND bucket = $2
         RETURNING tries, fails, failed_at, last_at, told_at, browser_id",
        firm,
        old
    )
    .optional(conn)
    .await?;
    let Some((tries, fails, failed_at, last_at, told_at, browser)) = moved else { return Ok(()) };
    sql!(
        "INSERT INTO password_streak (firm_id, bucket, tries, fails, failed_at, last_at, told_at, browser_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (firm_id, bucket) DO UPDATE SET tries = password_streak.tries + $3,
            fails = password_streak.fails + $4, failed_at = COALESCE(password_streak.failed_at, $5),
            told_at = COALESCE(password_streak.told_at, $7)",
        firm,
        new,
        tries,
        fails,
        failed_at,
        last_at,
        told_at,
        browser
    )
    .run(conn)
    .await
    .map(drop)
}

/// The password was right, or was set anew.
pub(super) async fn forget(conn: &mut Conn, firm: FirmId, one: Bucket, two: Bucket) -> Result<(), DbError> {
    sql!("DELETE FROM password_streak WHERE firm_id = $1 AND bucket IN ($2, $3)", firm, one, two)
        .run(conn)
        .await
        .map(drop)
}

/// What was typed in browsers of this person.
pub(super) async fn forget_browsers(conn: &mut Conn, firm: FirmId, user: UserId) -> Result<(), DbError> {
    sql!(
        "DELETE FROM password_streak WHERE browser_id IN (
            SELECT b.id FROM known_browser b WHERE b.firm_id = $1 AND b.user_id = $2)",
        firm,
        user
    )
    .run(conn)
    .await
    .map(drop)
}

/// A streak by its key.
#[derive(sqlx::FromRow)]
pub(super) struct Unused {
    firm_id: FirmId,
    bucket: Vec<u8>,
}

/// Streaks in which nobody tried since then; not those that disabled a password, which only a reset ends.
pub(super) async fn old(conn: &mut Conn, most: i64, before: Ts) -> Result<Vec<Unused>, DbError> {
    sql!(
        "SELECT firm_id, bucket FROM password_streak WHERE last_at < $1 AND tries < $2 ORDER BY last_at LIMIT $3",
        before,
        most,
        PIECE
    )
    .all(conn)
    .await
}

/// Streaks that were counted by a browser which is forgotten, whatever they did.
pub(super) async fn of_forgotten(conn: &mut Conn) -> Result<Vec<Unused>, DbError> {
    sql!(
        "SELECT s.firm_id, s.bucket FROM password_streak s
         WHERE s.browser_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM known_browser b WHERE b.id = s.browser_id)
         LIMIT $1",
        PIECE
    )
    .all(conn)
    .await
}

/// Forgets a streak, unless somebody tried meanwhile.
pub(super) async fn forget_unused(
    conn: &mut Conn,
    streak: &Unused,
    (most, before): (i64, Ts),
) -> Result<u64, DbError> {
    sql!(
        "DELETE FROM password_streak WHERE firm_id = $1 AND bucket = $2 AND ((last_at < $3 AND tries < $4)
            OR (browser_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM known_browser b WHERE b.id = password_streak.browser_id)))",
        streak.firm_id,
        streak.bucket.clone(),
        before,
        most
    )
    .run(conn)
    .await
}
