//! News reaches everybody once, and only when its cause is committed.

use crate::events;
use crate::testing::{On, TestPlatform};
use kernel::live::{LiveEvent, News};
use kernel::{AccountId, AppError};

fn news(act: &str) -> News {
    let account = AccountId(uuid::Uuid::from_u128(1));
    News::Account { account, act: act.to_owned(), about: None, by: "Eva".to_owned() }
}

/// What happened.
fn act(event: &LiveEvent) -> String {
    match event.news() {
        News::Account { act, .. } | News::Firm { act, .. } => act.clone(),
        other => panic!("{other:?}"),
    }
}

async fn say(t: &TestPlatform, kind: &'static str, keep: bool) {
    let cx = t.cx();
    let _ = t
        .platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                events::publish(tx, &cx, news(kind)).await?;
                if keep { Ok(()) } else { Err(AppError::Conflict) }
            })
        })
        .await;
}

crate::on_both!(subscribers_hear_commits_once_and_nothing_else, |t| {
    let mut heard = t.platform.live.subscribe();
    let feeding = tokio::spawn(events::feed(t.platform.clone(), t.platform.live.clone()));
    // On PostgreSQL the listener connects first; the first news may wait for it.
    tokio::task::yield_now().await;
    say(&t, "undone", false).await;
    for kind in ["one", "two", "three"] {
        say(&t, kind, true).await;
    }
    let mut kinds = Vec::new();
    while kinds.len() < 3 {
        kinds.push(act(&heard.recv().await.unwrap().event));
    }
    assert_eq!(kinds, ["one", "two", "three"]);
    feeding.abort();
});

crate::on_both!(of_writes_that_share_a_commit_only_what_is_kept_is_told, |t| {
    let mut heard = t.platform.live.subscribe();
    let feeding = tokio::spawn(events::feed(t.platform.clone(), t.platform.live.clone()));
    tokio::task::yield_now().await;
    let (open, opened) = tokio::sync::oneshot::channel::<()>();
    let (begin, begun) = tokio::sync::oneshot::channel::<()>();
    let (db, cx) = (t.platform.db.clone(), t.cx());
    // Holds the writer up until all others wait for it.
    let first = tokio::spawn(async move {
        db.write(move |tx| {
            Box::pin(async move {
                let _ = begin.send(());
                let _ = opened.await;
                Ok(events::publish(tx, &cx, news("first")).await?)
            })
        })
        .await
    });
    begun.await.unwrap();
    let acts = ["refused", "kept 1", "panics", "kept 2", "kept 3", "refused", "panics", "kept 4"];
    let mut all: Vec<_> = acts
        .into_iter()
        .map(|act| {
            let cx = t.cx();
            Box::pin(t.platform.db.write(move |tx| {
                Box::pin(async move {
                    events::publish_all(tx, &cx, [news(act), News::Lists]).await?;
                    assert_ne!(act, "panics", "on purpose");
                    if act == "refused" { Err(AppError::Conflict) } else { Ok(()) }
                })
            }))
        })
        .collect();
    for one in &mut all {
        assert!(futures::poll!(one).is_pending(), "it is queued");
    }
    open.send(()).unwrap();
    assert_eq!(first.await.unwrap(), Ok(()));
    let done = futures::future::join_all(all).await;
    for (act, done) in acts.iter().zip(done) {
        assert_eq!(done.is_ok(), act.starts_with("kept"), "{act}: {done:?}");
    }
    say(&t, "last", true).await;
    let mut told = Vec::new();
    while told.last().is_none_or(|last| last != "last") {
        let one = heard.recv().await.unwrap();
        if *one.event.news() != News::Lists {
            told.push(act(&one.event));
        }
    }
    told.sort();
    assert_eq!(told, ["first", "kept 1", "kept 2", "kept 3", "kept 4", "last"]);
    let mut conn = t.platform.db.read().await.unwrap();
    let (stored,): (i64,) = crate::sql!("SELECT COUNT(*) FROM event").one(&mut conn).await.unwrap();
    assert_eq!(stored, 10, "and their lists");
    feeding.abort();
});

crate::on_both!(several_news_come_back_from_the_table_as_they_were, |t| {
    let cx = t.cx();
    let account = AccountId(uuid::Uuid::from_u128(7));
    let by = "Zoë \"O'Brien\" \\ 佐藤 {1}".to_owned();
    let all = [
        News::Account {
            account,
            act: "one".to_owned(),
            about: Some(uuid::Uuid::from_u128(9)),
            by: by.clone(),
        },
        News::Firm { act: "two".to_owned(), by },
        News::Lists,
    ];
    let told = all.clone();
    let written =
        t.platform.db.write(move |tx| Box::pin(async move { Ok(events::publish_all(tx, &cx, told).await?) }));
    written.await.unwrap();
    let long_ago = kernel::EventId::at(t.platform.clock.now().plus(-60 * kernel::Ts::SECOND));
    let stored = events::since(&t.platform, t.firm.id, long_ago).await.unwrap();
    assert_eq!(stored.iter().map(|one| one.event.news().clone()).collect::<Vec<_>>(), all);
});

crate::on_both!(a_browser_catches_up_from_the_table, |t| {
    say(&t, "first", true).await;
    let mut conn = t.platform.db.read().await.unwrap();
    let (first,): (kernel::EventId,) =
        crate::sql!("SELECT id FROM event ORDER BY id LIMIT 1").one(&mut conn).await.unwrap();
    drop(conn);
    say(&t, "second", true).await;
    let missed = events::since(&t.platform, t.firm.id, first).await.unwrap();
    let told: Vec<_> =
        missed.iter().map(|one| (act(&one.event), one.event.news().by(), one.id > first)).collect();
    // The first may have come after all, for commits need not keep the order of their ids: looked at again, not said.
    assert_eq!(told, [("again".to_owned(), "", false), ("second".to_owned(), "Eva", true)]);
    let foreign = t.other_firm().await;
    assert!(events::since(&t.platform, foreign.id, first).await.unwrap().is_empty());
});

crate::on_both!(who_missed_a_lot_is_told_to_look_at_everything, |t| {
    let start = kernel::EventId::at(t.platform.clock.now());
    for _ in 0..201 {
        say(&t, "busy", true).await;
    }
    let missed = events::since(&t.platform, t.firm.id, start).await.unwrap();
    assert_eq!(missed.len(), 1);
    assert_eq!(missed[0].event, LiveEvent::new(News::Everything, ""));
    assert!(events::since(&t.platform, t.firm.id, missed[0].id).await.unwrap().len() <= 201);
});

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_on_one_postgres_hear_each_other() {
    let Some(t) = TestPlatform::new(On::Postgres).await else { return };
    let (other_hub, mut heard) = tokio::sync::broadcast::channel(8192);
    let feeding = tokio::spawn(events::feed(t.other_node().await, other_hub));
    let mut own = t.platform.live.subscribe();
    let own_feed = tokio::spawn(events::feed(t.platform.clone(), t.platform.live.clone()));
    tokio::task::yield_now().await;
    say(&t, "from the first node", true).await;
    assert_eq!(act(&heard.recv().await.unwrap().event), "from the first node");
    assert_eq!(act(&own.recv().await.unwrap().event), "from the first node");
    // Far more at once than are read at a time, and none of them twice.
    let (db, cx) = (t.platform.db.clone(), t.cx());
    let many = db.write(move |tx| {
        Box::pin(
            async move { Ok(events::publish_all(tx, &cx, (0..2_500).map(|n| news(&n.to_string()))).await?) },
        )
    });
    many.await.unwrap();
    say(&t, "last", true).await;
    let mut acts = Vec::new();
    while acts.last().is_none_or(|last| last != "last") {
        acts.push(act(&heard.recv().await.unwrap().event));
    }
    assert_eq!(acts.len(), 2_501);
    assert_eq!(acts.iter().collect::<std::collections::BTreeSet<_>>().len(), 2_501);
    feeding.abort();
    own_feed.abort();
}

/// Another node changed the firm: this one only hears of it.
async fn renamed_elsewhere(t: &TestPlatform, name: &'static str) {
    let (p, firm) = (t.platform.clone(), t.firm.id);
    t.platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                crate::sql!("UPDATE firm SET name = $2 WHERE id = $1", firm, name).run(tx).await?;
                let news = News::Firm { act: "renamed".to_owned(), by: "Eva".to_owned() };
                Ok(events::publish_for(tx, &p, firm, news).await?)
            })
        })
        .await
        .unwrap();
}

crate::on_both!(a_node_that_hears_of_a_change_forgets_what_it_knew_of_the_firm, |t| {
    let (hub, mut heard) = tokio::sync::broadcast::channel(16);
    let feeding = tokio::spawn(events::feed(t.platform.clone(), hub));
    let p = t.platform.clone();
    let host = t.firm.host.clone();
    let name = || async {
        // The clock stands still: nothing is forgotten by age.
        let found = p.firms.by_host(&p.db, &p.config, &host, p.clock.now()).await;
        found.unwrap().unwrap().name.clone()
    };
    say(&t, "the feed is on", true).await;
    while act(&heard.recv().await.unwrap().event) != "the feed is on" {}
    assert_eq!(name().await, "Weber & Partner");
    renamed_elsewhere(&t, "Weber & Söhne").await;
    while act(&heard.recv().await.unwrap().event) != "renamed" {}
    assert_eq!(name().await, "Weber & Söhne");
    feeding.abort();
});

crate::on_both!(rows_of_another_version_are_dropped_or_say_less, |t| {
    let start = kernel::EventId::at(t.platform.clock.now());
    let (p, firm) = (t.platform.clone(), t.firm.id);
    let old =
        [("accounts", "login_on", Some("M1")), ("invoices", "paid", None), ("account:M1", "renamed", None)];
    t.platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                for (scope, kind, entity) in old {
                    crate::sql!(
                        "INSERT INTO event (id, firm_id, scope, kind, entity, by_name, origin, at)
                         VALUES ($1, $2, $3, $4, $5, 'Eva', 'tab', $6)",
                        kernel::EventId(p.ids.next()),
                        firm,
                        scope,
                        kind,
                        entity.map(str::to_owned),
                        p.clock.now()
                    )
                    .run(tx)
                    .await?;
                }
                Ok::<_, AppError>(())
            })
        })
        .await
        .unwrap();
    let missed = events::since(&t.platform, t.firm.id, start).await.unwrap();
    let told: Vec<_> = missed.into_iter().map(|one| one.event).collect();
    assert_eq!(told, [LiveEvent::new(News::Lists, "")]);
});
