//! Write transactions. SQLite has one writer that commits what is queued in one go (group commit): each piece of
//! work runs under its own savepoint, so one that fails takes nothing with it, and nobody is answered before the
//! commit is on disk. PostgreSQL gives each piece its own transaction, on a task of its own.

use super::conn::Inner;
use super::{Conn, Db, DbError, Engine};
use futures::FutureExt;
use futures::future::BoxFuture;
use kernel::live::LiveEvent;
use kernel::{AppError, EventId, FirmId};
use sqlx::SqlitePool;
use std::ops::{Deref, DerefMut};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use tokio::sync::{broadcast, mpsc, oneshot};

/// News that left with a commit.
#[derive(Clone, Debug)]
pub struct Published {
    pub id: EventId,
    pub firm: FirmId,
    pub event: LiveEvent,
}

/// An open write transaction. It is a [`Conn`] that also carries what to tell others after the commit.
pub struct Tx {
    conn: Conn,
    published: Vec<Published>,
}

impl Tx {
    /// Told to subscribers once, and only if, this transaction commits.
    pub fn publish_after_commit(&mut self, news: Published) {
        self.published.push(news);
    }

    /// Begins a part that can be undone without the rest of the transaction.
    ///
    /// # Errors
    /// What the database says.
    pub async fn begin_part(&mut self) -> Result<Part, DbError> {
        self.control("SAVEPOINT part").await?;
        Ok(Part { published: self.published.len() })
    }

    /// Keeps the part, or undoes it with its news.
    ///
    /// # Errors
    /// What the database says.
    pub async fn end_part(&mut self, part: Part, keep: bool) -> Result<(), DbError> {
        if !keep {
            self.published.truncate(part.published);
            self.control("ROLLBACK TO SAVEPOINT part").await?;
        }
        self.control("RELEASE SAVEPOINT part").await
    }
}

/// A part of a transaction that has begun.
#[must_use]
pub struct Part {
    published: usize,
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

/// What a piece of work leaves behind: whether to keep it, and how to answer once that is settled.
struct Finished {
    keep: bool,
    answer: Box<dyn FnOnce(bool) + Send>,
}

type Work = Box<dyn for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Finished> + Send>;

/// A queued piece of work.
pub(super) struct Job(Work);

/// Most pieces of work that share one commit.
const GROUP: usize = 64;

impl Db {
    /// Runs `work` in a write transaction: committed when it answers `Ok`, undone when it answers `Err` or panics.
    ///
    /// It runs to its end whatever becomes of the caller. Inside, await nothing but the database (REL-4).
    ///
    /// # Errors
    /// What `work` answers; `Busy` when too many wait; `Internal` when the commit fails.
    pub async fn write<T, F>(&self, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T, AppError>> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        let work: Work = Box::new(move |tx| {
            Box::pin(async move {
                let result = work(tx).await;
                let keep = result.is_ok();
                let answer = Box::new(move |settled: bool| {
                    let lost =
                        || AppError::Internal(crate::incident::log_text("database", "the commit failed"));
                    let _ = sender.send(if settled { result } else { Err(lost()) });
                });
                Finished { keep, answer }
            })
        });
        match &self.engine {
            Engine::Sqlite { jobs, .. } => jobs.try_send(Job(work)).map_err(|_| AppError::Busy)?,
            Engine::Pg(pool) => {
                let (pool, db) = (pool.clone(), self.clone());
                tokio::spawn(async move {
                    if let Err(error) = pg_transaction(&pool, &db, work).await {
                        tracing::error!(error = %error.0, "a transaction could not begin");
                    }
                });
            }
        }
        let gone =
            |_| AppError::Internal(crate::incident::log_text("database", "the work ended without an answer"));
        receiver.await.map_err(gone)?
    }
}

async fn pg_transaction(pool: &sqlx::PgPool, db: &Db, work: Work) -> Result<(), DbError> {
    let mut tx = Tx { conn: Conn::pg(pool.acquire().await?, db.statements.clone()), published: Vec::new() };
    tx.control("BEGIN").await?;
    let finished = AssertUnwindSafe(work(&mut tx)).catch_unwind().await;
    let Ok(finished) = finished else {
        tx.control("ROLLBACK").await?;
        return Ok(());
    };
    if !finished.keep {
        let undone = tx.control("ROLLBACK").await.is_ok();
        (finished.answer)(true);
        if !undone {
            discard(tx);
        }
        return Ok(());
    }
    let committed = tx.control("COMMIT").await.is_ok();
    let news = std::mem::take(&mut tx.published);
    // Told before it is answered: whoever listens after an answer hears only what comes later.
    if committed {
        announce(&db.published, news);
    }
    (finished.answer)(committed);
    if !committed {
        discard(tx);
    }
    Ok(())
}

/// A connection in an unknown state does not go back to the pool.
fn discard(tx: Tx) {
    match tx.conn.inner {
        Inner::Pg(c) => drop(c.detach()),
        Inner::Sqlite(c) => drop(c.detach()),
    }
}

fn announce(to: &broadcast::Sender<Arc<Vec<Published>>>, news: Vec<Published>) {
    if !news.is_empty() {
        // Nobody listening is fine.
        let _ = to.send(Arc::new(news));
    }
}

/// The one writer of a SQLite database; ends when the last [`Db`] is dropped.
pub(super) async fn sqlite_writer(
    pool: SqlitePool,
    mut inbox: mpsc::Receiver<Job>,
    statements: Arc<AtomicU64>,
    published: broadcast::Sender<Arc<Vec<Published>>>,
) {
    while let Some(first) = inbox.recv().await {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = inbox.try_recv()
        {
            group.push(next);
        }
        if let Err(error) = commit_group(&pool, group, &mut inbox, &statements, &published).await {
            tracing::error!(error = %error.0, "a group of writes failed");
        }
    }
    pool.close().await;
}

async fn commit_group(
    pool: &SqlitePool,
    group: Vec<Job>,
    inbox: &mut mpsc::Receiver<Job>,
    statements: &Arc<AtomicU64>,
    published: &broadcast::Sender<Arc<Vec<Published>>>,
) -> Result<(), DbError> {
    let mut tx = Tx { conn: Conn::sqlite(pool.acquire().await?, statements.clone()), published: Vec::new() };
    tx.control("BEGIN IMMEDIATE").await?;
    let mut answers = Vec::with_capacity(group.len());
    let mut news = Vec::new();
    let mut done = 0;
    let mut waiting = group.into_iter();
    while let Some(job) = waiting.next().or_else(|| if done < GROUP { inbox.try_recv().ok() } else { None }) {
        done += 1;
        run_under_savepoint(&mut tx, job, &mut answers, &mut news).await?;
    }
    let committed = tx.control("COMMIT").await;
    if committed.is_err() {
        let _ = tx.control("ROLLBACK").await;
    }
    if committed.is_ok() {
        announce(published, news);
    }
    for answer in answers {
        answer(committed.is_ok());
    }
    committed
}

async fn run_under_savepoint(
    tx: &mut Tx,
    job: Job,
    answers: &mut Vec<Box<dyn FnOnce(bool) + Send>>,
    news: &mut Vec<Published>,
) -> Result<(), DbError> {
    tx.control("SAVEPOINT piece").await?;
    let finished = AssertUnwindSafe((job.0)(tx)).catch_unwind().await;
    let of_this_piece = std::mem::take(&mut tx.published);
    match finished {
        Ok(finished) if finished.keep => {
            tx.control("RELEASE piece").await?;
            news.extend(of_this_piece);
            answers.push(finished.answer);
        }
        Ok(finished) => {
            tx.control("ROLLBACK TO piece").await?;
            tx.control("RELEASE piece").await?;
            // Nothing of it is kept, so there is nothing to wait for.
            (finished.answer)(true);
        }
        Err(_) => {
            tx.control("ROLLBACK TO piece").await?;
            tx.control("RELEASE piece").await?;
        }
    }
    Ok(())
}
