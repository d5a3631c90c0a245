//! Work that nobody waits for, done now and then for all firms. What fails is logged with what it concerned, stops nothing
//! else, and is found again in the next round.

use crate::db::{Db, Stmt};
use futures::FutureExt;
use kernel::{AppError, FirmId};
use std::fmt;
use std::panic::AssertUnwindSafe;
use uuid::Uuid;

/// A row that is due, by nothing but its key: a row that cannot be read must not hide the others in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Due {
    pub id: Uuid,
    pub firm_id: FirmId,
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of the firm {}", self.id, self.firm_id)
    }
}

/// Does one piece of `what`, concerning `which`; nothing when it fails or panics.
pub async fn piece<T>(
    what: &'static str,
    which: impl fmt::Display,
    work: impl Future<Output = Result<T, AppError>>,
) -> Option<T> {
    match caught(work).await {
        Ok(done) => Some(done),
        Err(error) => {
            tracing::error!(what, %which, error, "a piece of work failed; the others go on, and it is tried again");
            None
        }
    }
}

/// What `work` answers, or in words why it failed, if only because it panicked.
pub(crate) async fn caught<T>(work: impl Future<Output = Result<T, AppError>>) -> Result<T, String> {
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(answer) => answer.map_err(|error| error.to_string()),
        Err(_) => Err("panicked".to_owned()),
    }
}

/// Does `work` for all that is due, each on its own; how many were done. `next` lists what is due behind an id, always in the
/// same order, so that what fails does not stand in line before the others however much it is.
///
/// # Errors
/// When `next` fails.
pub async fn each<N, W>(
    what: &'static str,
    next: impl Fn(Uuid) -> N,
    work: impl Fn(Due) -> W,
) -> Result<usize, AppError>
where
    N: Future<Output = Result<Vec<Due>, AppError>>,
    W: Future<Output = Result<bool, AppError>>,
{
    let (mut done, mut last) = (0, Uuid::nil());
    loop {
        let due = next(last).await?;
        let Some(end) = due.last() else { return Ok(done) };
        last = end.id;
        for one in due {
            done += usize::from(piece(what, one, work(one)).await == Some(true));
        }
    }
}

/// Rows that one transaction throws away at most: whoever writes meanwhile waits behind so many and no more.
pub const PIECE: i64 = 200;

/// Throws away what is too old, a piece at a time, each in a transaction of its own; how many rows. Whether there is any is
/// read first, so that nothing is written when there is none. `is_due` counts up to one row, `remove` deletes at most
/// [`PIECE`] of them, both by an index on their age.
pub async fn sweep(
    db: &Db,
    is_due: impl FnOnce() -> Stmt,
    remove: impl Fn() -> Stmt,
) -> Result<u64, AppError> {
    let (due,): (i64,) = is_due().one(&mut db.read().await?).await?;
    let (mut gone, mut is_over) = (0, due == 0);
    while !is_over {
        let remove = remove();
        let some = db.write(move |tx| Box::pin(async move { Ok(remove.run(tx).await?) })).await?;
        gone += some;
        is_over = i64::try_from(some).unwrap_or(0) < PIECE;
    }
    Ok(gone)
}

#[cfg(test)]
#[path = "chores_tests.rs"]
mod tests;
