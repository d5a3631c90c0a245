//! Filling: what went in comes out, an interrupted one leaves nothing, and the schema is afterwards what it was.

use super::{Arg, Db, Rows};
use crate::testing::TestPlatform;
use crate::{on_both, sql};
use uuid::Uuid;

const COLUMNS: &[&str] = &[
    "id",
    "firm_id",
    "at",
    "event",
    "actor_kind",
    "actor_id",
    "actor_name",
    "account_id",
    "subject_id",
    "subject",
    "detail",
    "ip",
    "place",
    "os",
    "browser",
];

const WORDS: [&str; 8] = [
    "",
    "\\N",
    "a\tb\nc\r\\d\\",
    "O'Brien \"quoted\"; DROP TABLE firm; --",
    "佐藤 花子 Žofia ß",
    "{1,2} \\x41 \\.",
    "\u{1f600} \u{200f}",
    " leading and trailing ",
];

fn acts(t: &TestPlatform, count: usize) -> Rows {
    let mut rows = Rows::of("audit_event", COLUMNS);
    for number in 0..count {
        let word = WORDS[number % WORDS.len()];
        let subject = (number % 2 == 0).then(|| Uuid::from_u128(7));
        rows.push([
            Arg::from(t.platform.ids.next()),
            Arg::from(t.firm.id),
            Arg::from(i64::try_from(number).unwrap() - 3),
            Arg::from(word),
            Arg::from("staff"),
            Arg::from(None::<Uuid>),
            Arg::from("Eva"),
            Arg::from(None::<Uuid>),
            Arg::from(subject),
            Arg::from(word),
            Arg::from(word),
            Arg::from(""),
            Arg::from(""),
            Arg::from(""),
            Arg::from(""),
        ]);
    }
    rows
}

async fn count(db: &Db) -> i64 {
    let mut conn = db.read().await.unwrap();
    let (n,): (i64,) = sql!("SELECT COUNT(*) FROM audit_event").one(&mut conn).await.unwrap();
    n
}

/// Indexes and foreign keys.
async fn schema(db: &Db) -> Vec<(String, String)> {
    let mut conn = db.read().await.unwrap();
    let indexes = sql!(
        sqlite: "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name LIMIT 1000",
        postgres: "SELECT CAST(indexname AS TEXT), indexdef FROM pg_indexes WHERE schemaname = current_schema()
            UNION ALL SELECT CAST(conrelid AS TEXT) || CAST(conname AS TEXT), pg_get_constraintdef(oid)
            FROM pg_constraint WHERE contype = 'f' ORDER BY 1 LIMIT 1000"
    );
    indexes.all(&mut conn).await.unwrap()
}

on_both!(rows_come_back_as_they_went_in, |t| {
    for very_many in [false, true] {
        let before = count(&t.platform.db).await;
        let mut filling = t.platform.db.begin_filling(very_many).await.unwrap();
        // More than a statement of SQLite takes, and not a multiple of it.
        filling.add(&acts(&t, 131)).await.unwrap();
        filling.add(&acts(&t, 0)).await.unwrap();
        filling.commit().await.unwrap();
        assert_eq!(count(&t.platform.db).await, before + 131);
    }
    let mut conn = t.platform.db.read().await.unwrap();
    type Kept = (i64, String, String, Option<Uuid>, Option<Uuid>);
    let rows: Vec<Kept> = sql!(
        "SELECT at, subject, detail, subject_id, actor_id FROM audit_event WHERE actor_name = 'Eva' ORDER BY id LIMIT 1000"
    )
    .all(&mut conn)
    .await
    .unwrap();
    assert_eq!(rows.len(), 262);
    for (number, row) in rows.iter().enumerate() {
        let (number, word) = (number % 131, WORDS[number % 131 % WORDS.len()]);
        let subject = (number % 2 == 0).then(|| Uuid::from_u128(7));
        assert_eq!(
            *row,
            (i64::try_from(number).unwrap() - 3, word.to_owned(), word.to_owned(), subject, None)
        );
    }
});

on_both!(what_was_not_committed_leaves_nothing, |t| {
    let (before, there) = (schema(&t.platform.db).await, count(&t.platform.db).await);
    for very_many in [false, true] {
        let mut filling = t.platform.db.begin_filling(very_many).await.unwrap();
        filling.add(&acts(&t, 500)).await.unwrap();
        drop(filling);
    }
    // Whoever writes next is not in its way.
    let done = t
        .platform
        .db
        .write(|tx| Box::pin(async move { Ok(sql!("UPDATE firm SET version = version").run(tx).await?) }));
    assert_eq!(done.await, Ok(1));
    assert_eq!((schema(&t.platform.db).await, count(&t.platform.db).await), (before, there));
});

on_both!(what_very_many_rows_go_without_is_there_again, |t| {
    let before = schema(&t.platform.db).await;
    assert!(before.iter().any(|(_, text)| text.contains("audit_event")), "{before:?}");
    let mut filling = t.platform.db.begin_filling(true).await.unwrap();
    filling.add(&acts(&t, 100)).await.unwrap();
    filling.commit().await.unwrap();
    assert_eq!(schema(&t.platform.db).await, before);
});

on_both!(a_statement_that_fails_takes_all_of_it_along, |t| {
    let there = count(&t.platform.db).await;
    let mut filling = t.platform.db.begin_filling(false).await.unwrap();
    let rows = acts(&t, 70);
    filling.add(&rows).await.unwrap();
    assert!(filling.add(&rows).await.is_err(), "the same ids twice");
    drop(filling);
    assert_eq!(count(&t.platform.db).await, there);
});
