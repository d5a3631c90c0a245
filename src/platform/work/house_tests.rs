//! Recurring work: what is registered is found and runs in its order, and none holds another up.

use super::house::{self, in_order, keep};
use super::recurring::{Recurring, Schedule};
use super::running;
use crate::Platform;
use crate::testing::{On, TestPlatform};
use kernel::AppError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, watch};

crate::recurring!("planted, often", often, seldom_anything);
crate::recurring!("planted, every", every: 5 minutes, count);
crate::recurring!("a planted one that is last", every: 5 minutes, last, count);

static LOOKS: AtomicUsize = AtomicUsize::new(0);

async fn seldom_anything(_: &Platform) -> Result<usize, AppError> {
    Ok(0)
}

async fn count(_: &Platform) -> Result<u64, AppError> {
    LOOKS.fetch_add(1, Ordering::SeqCst);
    Ok(7)
}

#[test]
fn what_is_registered_is_found() {
    let all = running::registered();
    for name in ["mail", "old jobs", "the journal", "planted, often", "planted, every"] {
        assert!(all.contains(&name), "{name} is not in {all:?}");
    }
    assert_eq!(running::faults(), Vec::<String>::new());
    let pause = |name: &str| house::registered().iter().find(|it| it.name == name).map(|it| it.schedule);
    let five = Duration::from_secs(300);
    assert_eq!(pause("planted, every"), Some(Schedule::Every { pause: five, last: false }));
    assert_eq!(pause("planted, often"), None);
    let often: Vec<_> = Recurring::often().iter().map(|it| it.name).collect();
    assert_eq!(often, ["domain events", "planted, often"]);
}

#[test]
fn housekeeping_runs_by_name_and_what_is_last_behind_all_others() {
    let names: Vec<_> = house::registered().iter().map(|it| it.name).collect();
    let is_last = |name: &&str| ["a planted one that is last", "statistics", "the journal"].contains(name);
    let (last, others): (Vec<&str>, Vec<&str>) = names.iter().copied().partition(is_last);
    assert_eq!(last, ["a planted one that is last", "statistics", "the journal"]);
    assert!(others.is_sorted() && !others.is_empty());
    assert_eq!(names, [others, last].concat());
    assert!(in_order(Recurring::often()).is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_housekeeping_can_be_run_at_once() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let before = LOOKS.load(Ordering::SeqCst);
    running::tidy(&t.platform).await;
    assert!(LOOKS.load(Ordering::SeqCst) >= before + 2);
    assert!(!running::round(&t.platform).await, "there is nothing to do");
}

const SOON: Schedule = Schedule::Every { pause: Duration::from_millis(1), last: false };

static PANICS: Recurring =
    Recurring { name: "1", schedule: SOON, run: |_| Box::pin(async { panic!("as a bug does") }) };
static FAILS: Recurring =
    Recurring { name: "2", schedule: SOON, run: |_| Box::pin(async { Err(AppError::Conflict) }) };
static HANGS: Recurring = Recurring {
    name: "3",
    schedule: SOON,
    run: |_| {
        Box::pin(async {
            BEGUN.fetch_add(1, Ordering::SeqCst);
            let _told = Told;
            std::future::pending().await
        })
    },
};
static WORKS: Recurring = Recurring {
    name: "4",
    schedule: SOON,
    run: |_| {
        Box::pin(async {
            WORKED.notify_one();
            Ok(1)
        })
    },
};

/// How often the one that hangs was begun.
static BEGUN: AtomicUsize = AtomicUsize::new(0);
/// It was broken off.
static ENDED: Notify = Notify::const_new();
static WORKED: Notify = Notify::const_new();

struct Told;

impl Drop for Told {
    fn drop(&mut self) {
        ENDED.notify_one();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_panics_fails_or_hangs_holds_up_no_other_and_ends_with_the_worker() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let (stop, stopped) = watch::channel(false);
    let all = in_order([&WORKS, &HANGS, &PANICS, &FAILS]);
    let house = tokio::spawn(keep(t.platform.clone(), all, Duration::from_millis(1), stopped));
    for _ in 0..3 {
        WORKED.notified().await;
    }
    assert_eq!(BEGUN.load(Ordering::SeqCst), 1, "it is not begun again as long as it runs");
    stop.send(true).unwrap();
    house.await.unwrap();
    ENDED.notified().await;
}
