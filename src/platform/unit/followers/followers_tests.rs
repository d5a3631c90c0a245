//! Whoever follows domain events hears each that was committed, once and in order, whatever happens to those who read.

use super::event::Heard;
use super::follower::{Follower, Following};
use super::{reading, rules, store};
use crate::testing::TestPlatform;
use crate::unit::{By, DomainEvent, Kind, Told, Work};
use crate::{Cx, Platform, kind, sql, work};
use kernel::{AppError, Ts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tokio::sync::oneshot;

const NUMBERED: Kind = kind!("test_numbered");
const COUNTED: Kind = kind!("test_counted");

/// What its followers do with it.
#[derive(Clone, Copy, Serialize, Deserialize)]
enum What {
    Write,
    /// Before that moment.
    Fail(Ts),
    Panic,
}

#[derive(Serialize, Deserialize)]
struct Numbered {
    number: i64,
    what: What,
}

impl DomainEvent for Numbered {
    fn told(&self, _: &By) -> Told {
        Told::of(NUMBERED).named(self.number.to_string())
    }
}

/// Only the second follows it.
#[derive(Serialize, Deserialize)]
struct Counted(i64);

impl DomainEvent for Counted {
    fn told(&self, _: &By) -> Told {
        Told::of(COUNTED)
    }
}

/// Nobody follows it.
#[derive(Serialize)]
struct Unheard;

impl DomainEvent for Unheard {
    fn told(&self, _: &By) -> Told {
        Told::of(kind!("test_unheard"))
    }
}

struct First;
struct Second;

crate::follow!(First);
crate::follow!(Second);

impl Follower for First {
    const NAME: &'static str = "test, first";
    const KINDS: &'static [Kind] = &[NUMBERED];

    async fn hear(w: &mut Work<'_>, event: &Heard) -> Result<(), AppError> {
        let fact: Numbered = event.facts()?;
        match fact.what {
            What::Fail(until) if w.now() < until => Err(AppError::NotFound),
            What::Panic => panic!("as a bug does"),
            _ => mark(w, 1, fact.number).await,
        }
    }
}

impl Follower for Second {
    const NAME: &'static str = "test, second";
    const KINDS: &'static [Kind] = &[NUMBERED, COUNTED];

    async fn hear(w: &mut Work<'_>, event: &Heard) -> Result<(), AppError> {
        let number =
            if event.is(COUNTED) { event.facts::<Counted>()?.0 } else { event.facts::<Numbered>()?.number };
        mark(w, 2, number).await
    }
}

/// Writes down that this follower heard this number; so much more when it is not for the first time.
async fn mark(w: &mut Work<'_>, follower: u8, number: i64) -> Result<(), AppError> {
    sql!(
        "INSERT INTO limit_counter (bucket, window_start, hits)
         SELECT $1, $2, COUNT(*) + 1 FROM limit_counter WHERE bucket = $1
         ON CONFLICT (bucket, window_start) DO UPDATE SET hits = limit_counter.hits + 1000",
        vec![follower],
        number
    )
    .run(w)
    .await
    .map(drop)
    .map_err(AppError::from)
}

/// The numbers that a follower heard, in the order in which it did, each once.
async fn heard(t: &TestPlatform, follower: u8) -> Vec<i64> {
    let rows: Vec<(i64, i64)> =
        sql!("SELECT window_start, hits FROM limit_counter WHERE bucket = $1 ORDER BY hits", vec![follower])
            .all(&mut t.platform.db.read().await.unwrap())
            .await
            .unwrap();
    assert!(rows.iter().all(|(_, hits)| *hits < 1000), "heard twice: {rows:?}");
    rows.into_iter().map(|(number, _)| number).collect()
}

async fn say(cx: &Cx, number: i64, what: What) -> Result<(), AppError> {
    cx.work(&By::guest(), async move |w, _| w.happened(Numbered { number, what }).await).await
}

async fn read(platform: &Platform) -> usize {
    reading::read_all(platform).await.unwrap()
}

async fn jobs(t: &TestPlatform) -> Vec<(String, Option<String>)> {
    sql!("SELECT state, reason FROM job ORDER BY id LIMIT 10")
        .all(&mut t.platform.db.read().await.unwrap())
        .await
        .unwrap()
}

async fn kept(t: &TestPlatform) -> i64 {
    let (count,): (i64,) = sql!("SELECT COUNT(*) FROM domain_event")
        .one(&mut t.platform.db.read().await.unwrap())
        .await
        .unwrap();
    count
}

crate::on_both!(each_follower_hears_its_kinds_once_and_in_order, |t| {
    let cx = t.cx();
    for number in 1..=3 {
        say(&cx, number, What::Write).await.unwrap();
    }
    cx.work(&By::guest(), async move |w, _| {
        w.happened(Counted(4)).await?;
        w.happened(Numbered { number: 5, what: What::Write }).await
    })
    .await
    .unwrap();
    assert_eq!(read(&t.platform).await, 4 + 5);
    assert_eq!(read(&t.platform).await, 0);
    assert_eq!(heard(&t, 1).await, [1, 2, 3, 5]);
    assert_eq!(heard(&t, 2).await, [1, 2, 3, 4, 5]);
});

crate::on_both!(what_is_undone_was_not_said_and_what_nobody_follows_is_not_kept, |t| {
    let (cx, nobody) = (t.cx(), By::guest());
    let undone = cx.work(&nobody, async move |w, _| {
        w.happened(Numbered { number: 1, what: What::Write }).await?;
        Err::<(), _>(AppError::Conflict)
    });
    assert_eq!(undone.await, Err(AppError::Conflict));
    cx.work(&nobody, async move |w, _| w.happened(Unheard).await).await.unwrap();
    let part = cx.work(&nobody, async move |w, _| {
        let part = w.begin_part().await?;
        w.happened(Numbered { number: 2, what: What::Write }).await?;
        Ok(w.end_part(part, false).await?)
    });
    part.await.unwrap();
    assert_eq!((kept(&t).await, read(&t.platform).await), (0, 0));
});

crate::on_both!(an_event_says_what_happened_to_whom_and_by_whom, |t| {
    let cx = t.cx();
    say(&cx, 7, What::Write).await.unwrap();
    let events = store::behind(&mut t.platform.db.read().await.unwrap(), 0).await.unwrap();
    let [event] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((event.kind.as_str(), event.subject.as_str()), ("test_numbered", "7"));
    assert_eq!((event.firm_id, event.at, event.actor_id), (t.firm.id, t.platform.clock.now(), None));
    assert!(event.facts::<Counted>().is_err(), "of another shape");
});

crate::on_both!(of_workers_that_look_at_once_one_reads_each_event, |t| {
    let cx = t.cx();
    for number in 1..=20 {
        say(&cx, number, What::Write).await.unwrap();
    }
    let node = t.other_node().await;
    let (one, two, three) = tokio::join!(read(&t.platform), read(&node), read(&t.platform));
    let rest = read(&node).await;
    assert_eq!(one + two + three + rest, 40);
    assert_eq!(heard(&t, 1).await, (1..=20).collect::<Vec<_>>());
    assert_eq!(heard(&t, 2).await, (1..=20).collect::<Vec<_>>());
});

crate::on_both!(acts_that_commit_while_others_read_are_all_heard, |t| {
    let acts = (1..=40).map(|number| {
        let cx = t.cx();
        tokio::spawn(async move { say(&cx, number, What::Write).await })
    });
    let acts: Vec<_> = acts.collect();
    for act in acts {
        read(&t.platform).await;
        act.await.unwrap().unwrap();
    }
    read(&t.platform).await;
    let all: BTreeSet<i64> = heard(&t, 1).await.into_iter().collect();
    assert_eq!(all, (1..=40).collect());
});

crate::on_both!(what_commits_later_is_heard_though_it_was_said_first, |t| {
    if t.platform.db.postgres().is_none() {
        return;
    }
    let (said, is_said) = oneshot::channel::<()>();
    let (end, may_end) = oneshot::channel::<()>();
    let cx = t.cx();
    let slow = tokio::spawn(async move {
        cx.work(&By::guest(), async move |w, _| {
            w.happened(Numbered { number: 1, what: What::Write }).await?;
            let _ = said.send(());
            let _ = may_end.await;
            Ok(())
        })
        .await
    });
    is_said.await.unwrap();
    say(&t.cx(), 2, What::Write).await.unwrap();
    read(&t.platform).await;
    assert_eq!(heard(&t, 1).await, [2]);
    end.send(()).unwrap();
    slow.await.unwrap().unwrap();
    read(&t.platform).await;
    assert_eq!(heard(&t, 1).await, [2, 1]);
});

crate::on_both!(one_that_fails_stands_in_nobodys_way_and_is_tried_again, |t| {
    let cx = t.cx();
    let later = t.platform.clock.now().plus(Ts::MINUTE);
    say(&cx, 1, What::Fail(later)).await.unwrap();
    say(&cx, 2, What::Write).await.unwrap();
    read(&t.platform).await;
    assert_eq!((heard(&t, 1).await, heard(&t, 2).await), (vec![2], vec![1, 2]));
    assert_eq!(jobs(&t).await, [("open".to_owned(), None)]);
    assert_eq!(work::run_due(&t.platform).await.unwrap(), 0, "it has a pause");
    t.clock.advance(Ts::MINUTE);
    assert_eq!(work::run_due(&t.platform).await.unwrap(), 1);
    assert_eq!(heard(&t, 1).await, [2, 1]);
    assert_eq!(read(&t.platform).await, 0);
});

crate::on_both!(one_that_never_succeeds_is_parked_with_its_reason, |t| {
    say(&t.cx(), 1, What::Panic).await.unwrap();
    read(&t.platform).await;
    for _ in 0..30 {
        t.clock.advance(2 * Ts::HOUR);
        work::run_due(&t.platform).await.unwrap();
    }
    let jobs = jobs(&t).await;
    let [(state, Some(reason))] = jobs.as_slice() else { panic!("{jobs:?}") };
    assert_eq!(state, "parked");
    assert!(!reason.is_empty());
    assert_eq!((heard(&t, 1).await, heard(&t, 2).await), (vec![], vec![1]));
});

crate::on_both!(a_follower_goes_on_where_it_stood_after_a_restart, |t| {
    say(&t.cx(), 1, What::Write).await.unwrap();
    read(&t.platform).await;
    say(&t.cx(), 2, What::Write).await.unwrap();
    let node = t.other_node().await;
    assert_eq!(read(&node).await, 2);
    assert_eq!(heard(&t, 1).await, [1, 2]);
});

crate::on_both!(events_go_thirty_days_after_all_have_read_them, |t| {
    say(&t.cx(), 1, What::Write).await.unwrap();
    t.clock.advance(rules::KEEP + 1);
    assert_eq!(reading::purge(&t.platform).await, Ok(0), "nobody has read it");
    read(&t.platform).await;
    say(&t.cx(), 2, What::Write).await.unwrap();
    read(&t.platform).await;
    assert_eq!(reading::purge(&t.platform).await, Ok(1));
    assert_eq!(kept(&t).await, 1);
    say(&t.cx(), 3, What::Write).await.unwrap();
    read(&t.platform).await;
    assert_eq!(heard(&t, 1).await, [1, 2, 3]);
});

#[test]
fn followers_have_names_of_their_own() {
    assert_eq!(super::faults(), Vec::<String>::new());
    assert!(Following::all().len() >= 2);
}
