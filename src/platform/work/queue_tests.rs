//! The queue: what is queued is done, once, whatever happens to those who do it.

use super::job::{Job, Kind, Later, Turn, later};
use super::queue::{Looked, claim, run_due, work_off};
use super::rules::{ATTEMPTS, LEASE, Settled, Then};
use super::store::{self, Held, New};
use super::{running, upkeep};
use crate::db::Tx;
use crate::testing::TestPlatform;
use crate::{Platform, sql};
use kernel::{AppError, FirmId, Ts};
use serde::{Deserialize, Serialize};
use sqlx::types::Uuid;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

#[derive(Clone, Copy, Serialize, Deserialize)]
enum What {
    Mark,
    /// A piece of three at each turn.
    Pieces,
    Fail,
    Panic,
    GiveUp,
    Hang,
}

/// A job that does what it is told, under a number.
#[derive(Serialize, Deserialize)]
struct Told {
    what: What,
    number: i64,
}

crate::later!(Told);

impl Later for Told {
    const NAME: &'static str = "a test";

    async fn run(self, turn: Turn) -> Result<Then, AppError> {
        match self.what {
            What::Mark => mark_and_finish(turn, self.number).await,
            What::Pieces => {
                let number = self.number;
                let done = turn.write(move |tx| Box::pin(async move { mark(tx, number).await })).await?;
                Ok(if done == 3 { Then::Done } else { Then::Again(Ts::MINUTE) })
            }
            What::Fail => Err(AppError::NotFound),
            What::Panic => panic!("as a bug does"),
            What::GiveUp => Ok(Then::GiveUp("it is gone".to_owned())),
            What::Hang => std::future::pending().await,
        }
    }
}

/// Of another kind.
#[derive(Serialize, Deserialize)]
struct Other {
    number: i64,
}

crate::later!(Other);

impl Later for Other {
    const NAME: &'static str = "another test";

    async fn run(self, turn: Turn) -> Result<Then, AppError> {
        mark_and_finish(turn, self.number).await
    }
}

async fn mark_and_finish(turn: Turn, number: i64) -> Result<Then, AppError> {
    turn.finish(move |tx| Box::pin(async move { mark(tx, number).await.map(drop) })).await
}

/// Counts that something was done under this number; how often by now.
async fn mark(tx: &mut Tx, number: i64) -> Result<i64, AppError> {
    let (marks,): (i64,) = sql!(
        "INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, $2, 1)
         ON CONFLICT (bucket, window_start) DO UPDATE SET hits = limit_counter.hits + 1 RETURNING hits",
        vec![1u8],
        number
    )
    .one(tx)
    .await?;
    Ok(marks)
}

async fn marks(t: &TestPlatform, number: i64) -> i64 {
    let mut conn = t.platform.db.read().await.unwrap();
    let found: Option<(i64,)> = sql!("SELECT hits FROM limit_counter WHERE window_start = $1", number)
        .optional(&mut conn)
        .await
        .unwrap();
    found.map_or(0, |(marks,)| marks)
}

fn told(what: What, number: i64) -> Job<Told> {
    Job::new(Told { what, number })
}

/// Whether it was queued.
async fn queue<J: Later>(t: &TestPlatform, job: Job<J>) -> bool {
    queue_of(t, t.firm.id, job).await
}

async fn queue_of<J: Later>(t: &TestPlatform, firm: FirmId, job: Job<J>) -> bool {
    let p = t.platform.clone();
    t.platform.db.write(move |tx| Box::pin(async move { later(tx, &p, firm, job).await })).await.unwrap()
}

/// A row as it is, past every type.
async fn put(t: &TestPlatform, name: &'static str, payload: &str) {
    let (id, firm, now) = (t.platform.ids.next(), t.firm.id, t.platform.clock.now());
    let row = New { id, firm, name, key: None, payload: payload.to_owned(), due: now, now };
    t.platform.db.write(move |tx| Box::pin(async move { Ok(store::insert(tx, row).await?) })).await.unwrap();
}

#[derive(Debug, PartialEq, Eq, sqlx::FromRow)]
struct Row {
    state: String,
    attempts: i64,
    run_at: Ts,
    reason: Option<String>,
}

impl Row {
    fn state(&self) -> (&str, i64, Option<&str>) {
        (&self.state, self.attempts, self.reason.as_deref())
    }
}

/// In the order in which they were queued.
async fn rows(t: &TestPlatform) -> Vec<Row> {
    let mut conn = t.platform.db.read().await.unwrap();
    sql!("SELECT state, attempts, run_at, reason FROM job ORDER BY id LIMIT 100")
        .all(&mut conn)
        .await
        .unwrap()
}

/// The only one.
async fn row(t: &TestPlatform) -> Row {
    let mut rows = rows(t).await;
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

async fn claimed(platform: &Platform) -> Held {
    claim(platform, Told::NAME).await.unwrap().unwrap()
}

async fn settle(t: &TestPlatform, held: Held, settled: Settled) -> bool {
    let now = t.platform.clock.now();
    let write = t
        .platform
        .db
        .write(move |tx| Box::pin(async move { Ok(store::settle(tx, held, settled, now).await?) }));
    write.await.unwrap()
}

async fn done(platform: &Platform) -> usize {
    run_due(platform).await.unwrap()
}

crate::on_both!(a_job_is_done_once_and_only_if_its_transaction_commits, |t| {
    let (p, firm) = (t.platform.clone(), t.firm.id);
    let undone = t.platform.db.write(move |tx| {
        Box::pin(async move {
            later(tx, &p, firm, told(What::Mark, 1)).await?;
            Err::<(), _>(AppError::Conflict)
        })
    });
    assert_eq!(undone.await, Err(AppError::Conflict));
    assert_eq!(done(&t.platform).await, 0);
    assert!(queue(&t, told(What::Mark, 1)).await);
    assert_eq!(done(&t.platform).await, 1);
    assert_eq!(done(&t.platform).await, 0);
    assert_eq!(marks(&t, 1).await, 1);
    assert_eq!(row(&t).await.state(), ("done", 1, None));
});

crate::on_both!(a_job_waits_for_its_moment, |t| {
    queue(&t, told(What::Mark, 1).at(t.platform.clock.now().plus(Ts::HOUR))).await;
    t.clock.advance(Ts::HOUR - 1);
    assert_eq!(done(&t.platform).await, 0);
    t.clock.advance(1);
    assert_eq!(done(&t.platform).await, 1);
});

crate::on_both!(a_job_whose_worker_died_is_done_by_another_when_its_lease_ends, |t| {
    queue(&t, told(What::Mark, 1)).await;
    claimed(&t.platform).await;
    let node = t.other_node().await;
    for wait in [0, LEASE - 1] {
        t.clock.advance(wait);
        assert_eq!(done(&node).await, 0, "the lease still holds");
    }
    t.clock.advance(1);
    assert_eq!(done(&node).await, 1);
    assert_eq!(marks(&t, 1).await, 1);
    assert_eq!(row(&t).await.state(), ("done", 2, None));
});

crate::on_both!(a_worker_that_was_only_slow_writes_nothing_over_the_next_one, |t| {
    queue(&t, told(What::Mark, 1)).await;
    let slow = claimed(&t.platform).await;
    assert_eq!(claim(&t.platform, Told::NAME).await, Ok(Err(Looked::Nothing)));
    t.clock.advance(LEASE);
    let next = claimed(&t.platform).await;
    let turn = |held| Turn::new(&t.platform, held);
    let written = turn(slow);
    let written = written.write(|tx| Box::pin(async move { mark(tx, 1).await })).await;
    assert_eq!(written, Err(AppError::Conflict));
    assert!(matches!(mark_and_finish(turn(slow), 1).await, Err(AppError::Conflict)));
    let back = Settled::Back { at: t.platform.clock.now(), attempts: 1, reason: None };
    for settled in [Settled::Done, Settled::Parked("no".to_owned()), back] {
        assert!(!settle(&t, slow, settled).await);
    }
    assert_eq!((marks(&t, 1).await, row(&t).await.state()), (0, ("open", 2, None)));
    assert!(matches!(mark_and_finish(turn(next), 1).await, Ok(Then::Finished)));
    assert!(matches!(mark_and_finish(turn(next), 1).await, Err(AppError::Conflict)), "once");
    assert_eq!((marks(&t, 1).await, row(&t).await.state()), (1, ("done", 2, None)));
});

crate::on_both!(a_slow_worker_whom_nobody_followed_still_writes_its_end, |t| {
    queue(&t, told(What::Mark, 1)).await;
    let slow = claimed(&t.platform).await;
    t.clock.advance(2 * LEASE);
    assert!(matches!(mark_and_finish(Turn::new(&t.platform, slow), 1).await, Ok(Then::Finished)));
    assert_eq!((done(&t.platform).await, marks(&t, 1).await), (0, 1));
});

crate::on_both!(two_workers_do_each_job_once, |t| {
    for number in 0..20 {
        queue(&t, told(What::Mark, number)).await;
    }
    let node = t.other_node().await;
    let (one, two) = tokio::join!(run_due(&t.platform), run_due(&node));
    assert_eq!(one.unwrap() + two.unwrap(), 20);
    for number in 0..20 {
        assert_eq!(marks(&t, number).await, 1, "{number}");
    }
});

crate::on_both!(what_fails_is_tried_again_with_growing_pauses_and_parked_in_the_end, |t| {
    queue(&t, told(What::Fail, 0)).await;
    let failed = AppError::NotFound.to_string();
    assert_eq!(done(&t.platform).await, 0);
    t.clock.advance(5 * Ts::SECOND - 1);
    assert_eq!(done(&t.platform).await, 0);
    assert_eq!(row(&t).await.state(), ("open", 1, Some(failed.as_str())), "not before five seconds");
    t.clock.advance(Ts::SECOND + 1);
    assert_eq!(done(&t.platform).await, 0);
    assert_eq!(row(&t).await.attempts, 2);
    for attempt in 3..=ATTEMPTS {
        assert_eq!(row(&t).await.state, "open");
        t.clock.advance(2 * Ts::HOUR);
        assert_eq!(done(&t.platform).await, 0);
        assert_eq!(row(&t).await.attempts, attempt);
    }
    t.clock.advance(20 * Ts::DAY);
    assert_eq!(done(&t.platform).await, 0);
    assert_eq!(row(&t).await.state(), ("parked", ATTEMPTS, Some(failed.as_str())));
});

crate::on_both!(a_panic_is_an_attempt_that_failed_and_holds_up_no_other, |t| {
    queue(&t, told(What::Panic, 0)).await;
    queue(&t, told(What::Mark, 1)).await;
    assert_eq!(done(&t.platform).await, 1);
    let rows = rows(&t).await;
    assert_eq!(rows[0].state(), ("open", 1, Some("panicked")));
    assert_eq!(rows[1].state(), ("done", 1, None));
});

crate::on_both!(a_job_that_takes_its_worker_down_each_time_is_parked, |t| {
    queue(&t, told(What::Mark, 1)).await;
    for _ in 0..ATTEMPTS {
        claimed(&t.platform).await;
        t.clock.advance(LEASE);
    }
    assert_eq!(done(&t.platform).await, 0);
    assert_eq!(row(&t).await.state(), ("parked", ATTEMPTS + 1, Some("no worker came to its end")));
    assert_eq!(marks(&t, 1).await, 0);
});

crate::on_both!(what_takes_long_goes_on_in_pieces, |t| {
    queue(&t, told(What::Pieces, 1)).await;
    for piece in 1..=2 {
        assert_eq!(done(&t.platform).await, 0);
        assert_eq!((marks(&t, 1).await, row(&t).await.state()), (piece, ("open", 0, None)));
        t.clock.advance(Ts::MINUTE);
    }
    assert_eq!(done(&t.platform).await, 1);
    assert_eq!((marks(&t, 1).await, row(&t).await.state()), (3, ("done", 1, None)));
});

crate::on_both!(what_will_never_succeed_is_parked_at_once, |t| {
    queue(&t, told(What::GiveUp, 0)).await;
    assert_eq!(done(&t.platform).await, 0);
    assert_eq!(row(&t).await.state(), ("parked", 1, Some("it is gone")));
});

crate::on_both!(of_one_key_one_job_waits, |t| {
    let other = t.other_firm().await.id;
    assert!(queue(&t, told(What::Mark, 1).once("k")).await);
    assert!(!queue(&t, told(What::Mark, 2).once("k")).await);
    assert!(queue(&t, told(What::Mark, 3).once("l")).await, "another key");
    assert!(queue_of(&t, other, told(What::Mark, 4).once("k")).await, "another firm");
    assert!(queue(&t, Job::new(Other { number: 5 }).once("k")).await, "another kind");
    assert!(queue(&t, told(What::Mark, 6)).await && queue(&t, told(What::Mark, 7)).await, "no key");
    assert_eq!(done(&t.platform).await, 6);
    assert_eq!(marks(&t, 2).await, 0);
    assert!(queue(&t, told(What::Mark, 8).once("k")).await, "none waits any more");
    assert_eq!(done(&t.platform).await, 1);
});

crate::on_both!(a_job_that_has_begun_does_for_no_younger_one_but_the_younger_one_for_it, |t| {
    queue(&t, told(What::Mark, 1).once("k")).await;
    let begun = claimed(&t.platform).await;
    t.clock.advance(Ts::SECOND);
    assert!(queue(&t, told(What::Mark, 2).once("k")).await);
    assert!(!queue(&t, told(What::Mark, 3).once("k")).await);
    let back = Settled::Back { at: t.platform.clock.now(), attempts: 1, reason: Some("no".to_owned()) };
    assert!(settle(&t, begun, back).await);
    let rows = rows(&t).await;
    assert_eq!(rows[0].state(), ("done", 1, Some("a younger one does for both")));
    assert_eq!(done(&t.platform).await, 1);
    assert_eq!((marks(&t, 1).await, marks(&t, 2).await), (0, 1));
});

crate::on_both!(a_payload_that_cannot_be_read_is_parked_and_holds_up_no_other, |t| {
    for payload in ["{", "{}", r#"{"what":"Sing","number":1}"#] {
        put(&t, Told::NAME, payload).await;
    }
    queue(&t, told(What::Mark, 1)).await;
    assert_eq!(done(&t.platform).await, 1);
    let rows = rows(&t).await;
    for row in &rows[..3] {
        assert_eq!((row.state.as_str(), row.attempts), ("parked", 1));
        assert!(row.reason.as_ref().unwrap().starts_with("the payload cannot be read: "), "{row:?}");
    }
});

crate::on_both!(a_job_that_no_worker_here_knows_waits_for_one_that_does_and_is_told_of_once, |t| {
    // What was told of is remembered by the process, and other tests run in it.
    let name: &'static str = Box::leak(format!("of the future {}", t.firm.id).into_boxed_str());
    put(&t, name, "{}").await;
    queue(&t, told(What::Mark, 1).at(Ts(i64::MAX))).await;
    t.clock.advance(Ts::DAY);
    assert_eq!(done(&t.platform).await, 0);
    assert_eq!(upkeep::tell_of_unknown(&t.platform).await, Ok(vec![name.to_owned()]));
    assert_eq!(upkeep::tell_of_unknown(&t.platform).await, Ok(vec![]));
    assert_eq!(rows(&t).await[0].state(), ("open", 0, None));
});

crate::on_both!(jobs_that_ended_go_after_thirty_days_and_those_that_wait_stay, |t| {
    queue(&t, told(What::Mark, 1)).await;
    queue(&t, told(What::GiveUp, 2)).await;
    assert_eq!(done(&t.platform).await, 1);
    queue(&t, told(What::Mark, 3).at(t.platform.clock.now().plus(365 * Ts::DAY))).await;
    t.clock.advance(30 * Ts::DAY);
    assert_eq!(upkeep::purge(&t.platform).await, Ok(0));
    t.clock.advance(1);
    assert_eq!(upkeep::purge(&t.platform).await, Ok(2));
    assert_eq!(row(&t).await.state(), ("open", 0, None));
});

crate::on_both!(a_worker_that_stops_gives_back_what_it_could_not_end, |t| {
    queue(&t, told(What::Hang, 0)).await;
    let kind = Kind::all().find(|kind| kind.name == Told::NAME).unwrap();
    let (stop, stopped) = watch::channel(false);
    let bell = Arc::new(Notify::new());
    let work = tokio::spawn(work_off(t.platform.clone(), kind, bell, stopped, Duration::ZERO));
    while row(&t).await.attempts == 0 {
        tokio::task::yield_now().await;
    }
    stop.send(true).unwrap();
    work.await.unwrap();
    let row = row(&t).await;
    assert_eq!(row.state(), ("open", 0, None), "a restart is no attempt");
    assert_eq!(row.run_at, t.platform.clock.now(), "at once, not when the lease would have ended");
});

crate::on_both!(a_job_that_hangs_holds_up_no_other_kind, |t| {
    let (_stop, stopped) = watch::channel(false);
    let work = tokio::spawn(running::run(t.platform.clone(), stopped));
    queue(&t, told(What::Hang, 0)).await;
    while rows(&t).await[0].attempts == 0 {
        tokio::task::yield_now().await;
    }
    queue(&t, Job::new(Other { number: 1 })).await;
    while marks(&t, 1).await == 0 {
        tokio::task::yield_now().await;
    }
    work.abort();
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_finds_a_job_waiting_is_seen_by_it() {
    let Some(t) = TestPlatform::new(crate::testing::On::Postgres).await else { return };
    queue(&t, told(What::Mark, 1).once("k")).await;
    let (p, firm, gate) = (t.platform.clone(), t.firm.id, Arc::new(Notify::new()));
    let (found, told_of) = tokio::sync::oneshot::channel();
    let open = gate.clone();
    let act = tokio::spawn(async move {
        let db = p.db.clone();
        let write = db.write(move |tx| {
            Box::pin(async move {
                let _ = found.send(later(tx, &p, firm, told(What::Mark, 2).once("k")).await);
                open.notified().await;
                Ok(())
            })
        });
        write.await
    });
    assert_eq!(told_of.await.unwrap(), Ok(false));
    let mut beside = t.platform.db.postgres().unwrap().begin().await.unwrap();
    let free: Vec<(Uuid,)> =
        sqlx::query_as("SELECT id FROM job FOR UPDATE SKIP LOCKED").fetch_all(&mut *beside).await.unwrap();
    assert!(free.is_empty(), "no worker claims it before what it is to see is there");
    gate.notify_one();
    assert_eq!(act.await.unwrap(), Ok(()));
}
