//! Write transactions. SQLite has one writer that commits what is queued in one go (group commit): each piece of
//! work runs under its own savepoint, so one that fails takes nothing with it, and nobody is answered before the
//! commit is on disk. PostgreSQL gives each piece its own transaction, on a task of its own.

use super::conn::{Inner, LiteConn, PgConn};
use super::lite::Readers;
use super::patience::{Bounds, EndedBy, Patience};
use super::visitors::Turn;
use super::{Conn, Db, DbError, Engine, Stmt};
use futures::FutureExt;
use futures::future::BoxFuture;
use kernel::live::LiveEvent;
use kernel::{AppError, EventId, FirmId};
use std::collections::VecDeque;
use std::ops::{Deref, DerefMut};
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
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
    /// What it writes in its place among all commits.
    at_commit: Vec<Stmt>,
    /// Its visitor's turn to write, where several write at once.
    _turn: Option<Turn>,
}

impl Tx {
    /// On a connection whose transaction begins and ends elsewhere.
    pub(super) fn on(conn: Conn) -> Self {
        Self { conn, published: Vec::new(), at_commit: Vec::new(), _turn: None }
    }

    /// Told to subscribers once, and only if, this transaction commits.
    pub fn publish_after_commit(&mut self, news: Published) {
        self.published.push(news);
    }

    /// Writes rows whose numbers are to be in the order of the commits. With one writer at once; with several, behind all else and
    /// under a lock that is held for the commit: whoever has it waits for nobody, so that it cannot be part of a deadlock. So what
    /// triggers would do at the commit, which may wait for others, is done before.
    pub async fn at_commit(&mut self, insert: Stmt) -> Result<(), DbError> {
        if self.conn.is_postgres() {
            self.at_commit.push(insert);
            return Ok(());
        }
        insert.run(self).await.map(drop)
    }

    /// Before the commit.
    pub(super) async fn write_last(&mut self) -> Result<(), DbError> {
        let last = std::mem::take(&mut self.at_commit);
        if !last.is_empty() {
            self.control("SET CONSTRAINTS ALL IMMEDIATE").await?;
            self.control(COMMIT_IN_ORDER).await?;
        }
        for insert in last {
            insert.run(self).await?;
        }
        Ok(())
    }

    /// Begins a part that can be undone without the rest of the transaction.
    pub async fn begin_part(&mut self) -> Result<Part, DbError> {
        self.control("SAVEPOINT part").await?;
        Ok(Part { published: self.published.len(), at_commit: self.at_commit.len() })
    }

    /// Keeps the part, or undoes it with its news.
    pub async fn end_part(&mut self, part: Part, keep: bool) -> Result<(), DbError> {
        if !keep {
            self.published.truncate(part.published);
            self.at_commit.truncate(part.at_commit);
            self.control("ROLLBACK TO SAVEPOINT part").await?;
        }
        self.control("RELEASE SAVEPOINT part").await
    }
}

/// A part of a transaction that has begun.
#[must_use]
pub struct Part {
    published: usize,
    at_commit: usize,
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

/// What became of the transaction that a piece of work was part of.
type Fate = Result<(), AppError>;
type Answer = Box<dyn FnOnce(Fate) + Send>;

/// What a piece of work leaves behind: whether to keep it, and how to answer once that is settled.
struct Finished {
    keep: bool,
    answer: Answer,
}

type Work = Box<dyn for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Finished> + Send>;

/// A queued piece of work.
pub(super) struct Job {
    work: Work,
    /// Answers in the place of work that was never begun.
    refuse: Box<dyn FnOnce(AppError) + Send>,
    /// Whoever asked was told that we are busy: what has not begun by then is not begun any more.
    given_up: Arc<AtomicBool>,
}

/// Taken by transactions whose rows are numbered in the order of their commits, and given back by the commit. The number is
/// nobody else's: sqlx's migrations lock by a hash of the database's name.
const COMMIT_IN_ORDER: &str = "SELECT pg_advisory_xact_lock(4970116)";

/// Most pieces of work that share one commit.
const GROUP: usize = 64;

impl Db {
    /// Runs `work` in a write transaction: committed when it answers `Ok`, undone when it answers `Err` or panics.
    ///
    /// It runs to its end whatever becomes of the caller. Inside, await nothing but the database (REL-4).
    ///
    /// # Errors
    /// What `work` answers; `Busy` when too many wait, `Away` when the database is; `Internal` when the commit fails.
    pub async fn write<T, F>(&self, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T, AppError>> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        let patience = self.current_patience();
        // What was begun is brought to its end, whoever waits for it.
        patience.iter().for_each(Patience::writes);
        let job = job(work, sender);
        let given_up = job.given_up.clone();
        match &self.engine {
            Engine::Sqlite { jobs, .. } => jobs.try_send(job).map_err(|_| AppError::Busy)?,
            Engine::Pg { pool, .. } => {
                let (pool, db, patience) = (pool.clone(), self.clone(), patience.clone());
                tokio::spawn(async move { pg_transaction(&pool, &db, job, patience).await });
            }
        }
        let answered = async {
            receiver.await.map_err(|_| {
                AppError::Internal(crate::incident::log_text("database", "the work ended without an answer"))
            })?
        };
        // With PostgreSQL the task itself has the patience, and answers for certain.
        let Some(patience) = patience.filter(|_| self.postgres().is_none()) else { return answered.await };
        let bounds = Bounds::of_writes(Some(patience));
        bounds.wait(EndedBy::Us, async { Ok(answered.await) }).await.unwrap_or_else(|silence| {
            given_up.store(true, Ordering::Relaxed);
            Err(silence.into())
        })
    }
}

fn job<T, F>(work: F, sender: oneshot::Sender<Result<T, AppError>>) -> Job
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T, AppError>> + Send + 'static,
{
    // Whichever of the two is used first has it; dropped with both when the work panics.
    let sender = Arc::new(Mutex::new(Some(sender)));
    let take = |from: &Mutex<Option<oneshot::Sender<Result<T, AppError>>>>| {
        from.lock().unwrap_or_else(PoisonError::into_inner).take()
    };
    let of_work = sender.clone();
    let work: Work = Box::new(move |tx| {
        Box::pin(async move {
            let result = work(tx).await;
            let keep = result.is_ok();
            let answer = Box::new(move |fate: Fate| {
                if let Some(sender) = take(&of_work) {
                    let _ = sender.send(fate.and(result));
                }
            });
            Finished { keep, answer }
        })
    });
    let refuse = Box::new(move |error: AppError| {
        if let Some(sender) = take(&sender) {
            let _ = sender.send(Err(error));
        }
    });
    Job { work, refuse, given_up: Arc::default() }
}

/// How a commit that failed is answered.
fn lost(error: &DbError) -> AppError {
    if error.is_away() {
        tracing::warn!(error = %error.0, "the database went away at a commit");
        return AppError::Away;
    }
    AppError::Internal(crate::incident::log("the commit failed", &error.0))
}

async fn pg_begin(pool: &sqlx::PgPool, db: &Db, patience: Option<Patience>) -> Result<Tx, DbError> {
    let bounds = Bounds::of_writes(patience.clone());
    let (acquired, turn) = bounds.take(async { Ok(pool.acquire().await?) }).await?;
    let conn = Conn::new(Inner::Pg(PgConn::Any(acquired)), db.statements.clone(), patience);
    let mut tx = Tx { conn, published: Vec::new(), at_commit: Vec::new(), _turn: turn };
    tx.control("BEGIN").await?;
    Ok(tx)
}

async fn pg_transaction(pool: &sqlx::PgPool, db: &Db, job: Job, patience: Option<Patience>) {
    let mut tx = match pg_begin(pool, db, patience).await {
        Ok(tx) => tx,
        Err(error) => return (job.refuse)(error.into()),
    };
    let Ok(finished) = AssertUnwindSafe((job.work)(&mut tx)).catch_unwind().await else {
        roll_back(&mut tx).await;
        return;
    };
    if !finished.keep {
        roll_back(&mut tx).await;
        return (finished.answer)(Ok(()));
    }
    if let Err(error) = tx.write_last().await {
        roll_back(&mut tx).await;
        return (finished.answer)(Err(error.into()));
    }
    let committed = tx.control("COMMIT").await;
    // Told before it is answered: whoever listens after an answer hears only what comes later.
    if committed.is_ok() {
        announce(&db.published, std::mem::take(&mut tx.published));
    } else {
        tx.conn.close_when_done();
    }
    (finished.answer)(committed.map_err(|error| lost(&error)));
}

/// A connection in an unknown state does not go back to the pool.
async fn roll_back(tx: &mut Tx) {
    if tx.control("ROLLBACK").await.is_err() {
        tx.conn.close_when_done();
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
    stock: Readers,
    mut inbox: mpsc::Receiver<Job>,
    statements: Arc<AtomicU64>,
    published: broadcast::Sender<Arc<Vec<Published>>>,
) {
    while let Some(first) = inbox.recv().await {
        let mut group = VecDeque::from([first]);
        while group.len() < GROUP
            && let Ok(next) = inbox.try_recv()
        {
            group.push_back(next);
        }
        commit_group(&stock, group, &mut inbox, &statements, &published).await;
    }
    stock.close(Duration::from_secs(1)).await;
}

async fn sqlite_begin(stock: &Readers, statements: &Arc<AtomicU64>) -> Result<Tx, DbError> {
    let conn =
        Conn::new(Inner::Sqlite(LiteConn::Kept(super::soon(stock.take()).await?)), statements.clone(), None);
    let mut tx = Tx::on(conn);
    tx.control("BEGIN IMMEDIATE").await?;
    Ok(tx)
}

async fn commit_group(
    stock: &Readers,
    mut group: VecDeque<Job>,
    inbox: &mut mpsc::Receiver<Job>,
    statements: &Arc<AtomicU64>,
    published: &broadcast::Sender<Arc<Vec<Published>>>,
) {
    let mut tx = match sqlite_begin(stock, statements).await {
        Ok(tx) => tx,
        Err(error) => {
            let told = lost(&error);
            return group.into_iter().for_each(|job| (job.refuse)(told.clone()));
        }
    };
    let (mut answers, mut news) = (Vec::with_capacity(group.len()), Vec::new());
    let outcome = match run_group(&mut tx, &mut group, inbox, &mut answers, &mut news).await {
        Ok(()) => tx.control("COMMIT").await,
        failed => failed,
    };
    let fate = match outcome {
        Ok(()) => {
            announce(published, news);
            Ok(())
        }
        Err(error) => {
            let told = if tx.is_broken() { AppError::Away } else { lost(&error) };
            roll_back(&mut tx).await;
            Err(told)
        }
    };
    answers.into_iter().for_each(|answer: Answer| answer(fate.clone()));
    if let Err(told) = fate {
        group.into_iter().for_each(|job| (job.refuse)(told.clone()));
    }
}

async fn run_group(
    tx: &mut Tx,
    group: &mut VecDeque<Job>,
    inbox: &mut mpsc::Receiver<Job>,
    answers: &mut Vec<Answer>,
    news: &mut Vec<Published>,
) -> Result<(), DbError> {
    let mut done = 0;
    let mut savepoint = Savepoint::None;
    while let Some(job) =
        group.pop_front().or_else(|| if done < GROUP { inbox.try_recv().ok() } else { None })
    {
        done += 1;
        if !job.given_up.load(Ordering::Relaxed) {
            run_under_savepoint(tx, job, &mut savepoint, answers, news).await?;
        }
    }
    Ok(())
}

/// Where the next piece of a group begins. The last one is released by the commit.
#[derive(Clone, Copy)]
enum Savepoint {
    None,
    /// Nothing was done since.
    Fresh,
    /// A piece that is kept was.
    Used,
}

async fn run_under_savepoint(
    tx: &mut Tx,
    job: Job,
    savepoint: &mut Savepoint,
    answers: &mut Vec<Answer>,
    news: &mut Vec<Published>,
) -> Result<(), DbError> {
    let begun = match savepoint {
        Savepoint::None => tx.control("SAVEPOINT piece").await,
        Savepoint::Fresh => Ok(()),
        Savepoint::Used => tx.control("RELEASE piece; SAVEPOINT piece").await,
    };
    if let Err(error) = begun {
        (job.refuse)(lost(&error));
        return Err(error);
    }
    *savepoint = Savepoint::Fresh;
    let finished = AssertUnwindSafe((job.work)(tx)).catch_unwind().await;
    let of_this_piece = std::mem::take(&mut tx.published);
    match finished {
        Ok(finished) if finished.keep => {
            // Answered with the group, whatever becomes of it.
            answers.push(finished.answer);
            *savepoint = Savepoint::Used;
            news.extend(of_this_piece);
        }
        Ok(finished) => {
            let undone = tx.control("ROLLBACK TO piece").await;
            // Nothing of it is kept, so there is nothing to wait for.
            (finished.answer)(Ok(()));
            undone?;
        }
        Err(_) => tx.control("ROLLBACK TO piece").await?,
    }
    Ok(())
}
