//! One that fails, in whatever way, takes no other with it.

use super::*;
use std::sync::Mutex;

fn due(n: u128) -> Due {
    Due { id: Uuid::from_u128(n), firm_id: FirmId(Uuid::from_u128(n % 3)) }
}

#[tokio::test]
async fn whatever_fails_all_others_have_their_turn() {
    let seen = Mutex::new(Vec::new());
    let next =
        async |after: Uuid| Ok((1..=10).map(due).filter(|one| one.id > after).take(3).collect::<Vec<_>>());
    let work = async |one: Due| {
        let n = one.id.as_u128();
        match n {
            1..=4 => return Err(AppError::NotFound),
            5 => panic!("as a bug does"),
            6 => return Ok(false),
            _ => seen.lock().unwrap().push(n),
        }
        Ok(true)
    };
    assert_eq!(each("a test", next, work).await, Ok(4));
    assert_eq!(*seen.lock().unwrap(), [7, 8, 9, 10]);
}

#[tokio::test]
async fn a_list_that_cannot_be_read_is_an_error() {
    let next = async |_: Uuid| Err(AppError::Busy);
    assert_eq!(each("a test", next, async |_: Due| Ok(true)).await, Err(AppError::Busy));
}

crate::on_both!(what_is_too_old_goes_in_pieces, |t| {
    let db = t.platform.db.clone();
    let fill = crate::sql!(
        "INSERT INTO limit_counter (bucket, window_start, hits)
         WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 10000)
         SELECT $1, x, 1 FROM c",
        vec![7u8]
    );
    db.write(move |tx| Box::pin(async move { Ok(fill.run(tx).await?) })).await.unwrap();
    let old = || {
        crate::sql!(
            "SELECT COUNT(*) FROM (SELECT 1 AS one FROM limit_counter WHERE window_start < $1 LIMIT 1) found",
            9001i64
        )
    };
    let remove = || {
        crate::sql!(
            "DELETE FROM limit_counter WHERE (bucket, window_start) IN (
                SELECT bucket, window_start FROM limit_counter WHERE window_start < $1
                ORDER BY window_start LIMIT $2)",
            9001i64,
            PIECE
        )
    };
    let mut statements = db.statements();
    let mut so_many = || {
        let now = db.statements();
        now - std::mem::replace(&mut statements, now)
    };
    assert_eq!(sweep(&db, old, remove).await, Ok(9000));
    assert_eq!(so_many(), 1 + 9000 / PIECE as u64 + 1, "each transaction takes its piece");
    assert_eq!(sweep(&db, old, remove).await, Ok(0));
    assert_eq!(so_many(), 1, "nothing is written when there is nothing to do");
});
