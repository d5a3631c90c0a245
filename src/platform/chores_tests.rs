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
