use super::*;
use crate::rng::{OsRng, SeededRng};

const PASSWORD: &str = "drei Äpfel am Fenster";

fn keys(seed: u64) -> Keys {
    Keys::from_bytes(fresh(&SeededRng::new(seed))).unwrap()
}

fn hasher() -> PasswordHasher {
    PasswordHasher::cheap_for_tests(Arc::new(keys(1)), Arc::new(OsRng))
}

#[tokio::test]
async fn the_right_password_is_right_and_another_is_wrong() {
    let hasher = hasher();
    let stored = hasher.hash(PASSWORD).await.unwrap();
    assert_eq!(hasher.verify(PASSWORD, Some(&stored)).await, Ok(Verdict::Right));
    for near in ["drei Äpfel am fenster", "drei Äpfel am Fenster ", "drei Äpfel am Fenste", ""] {
        assert_eq!(hasher.verify(near, Some(&stored)).await, Ok(Verdict::Wrong), "{near:?}");
    }
}

#[tokio::test]
async fn every_byte_counts_up_to_the_limit() {
    let hasher = hasher();
    let long = "x".repeat(LONGEST_PASSWORD);
    let stored = hasher.hash(&long).await.unwrap();
    assert_eq!(hasher.verify(&long, Some(&stored)).await, Ok(Verdict::Right));
    let byte_65_differs = format!("{}y{}", "x".repeat(64), "x".repeat(LONGEST_PASSWORD - 65));
    assert_eq!(hasher.verify(&byte_65_differs, Some(&stored)).await, Ok(Verdict::Wrong));
    let too_long = "x".repeat(LONGEST_PASSWORD + 1);
    assert_eq!(hasher.hash(&too_long).await, Err(HashError::TooLong));
    assert_eq!(hasher.verify(&too_long, None).await, Err(HashError::TooLong));
}

#[tokio::test]
async fn nobody_has_no_password() {
    assert_eq!(hasher().verify(PASSWORD, None).await, Ok(Verdict::Wrong));
}

#[tokio::test]
async fn the_stored_form_is_the_one_we_promise() {
    let keys = Arc::new(keys(1));
    let hasher = PasswordHasher::new(keys, Arc::new(OsRng), 1).unwrap();
    let stored = hasher.hash(PASSWORD).await.unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=47104,t=1,p=1,keyid="), "{stored}");
    assert_eq!(hasher.verify(PASSWORD, Some(&stored)).await, Ok(Verdict::Right));
}

#[tokio::test]
async fn the_same_password_is_never_stored_the_same_way_twice() {
    let hasher = hasher();
    assert_ne!(hasher.hash(PASSWORD).await, hasher.hash(PASSWORD).await);
}

#[tokio::test]
async fn a_stolen_database_without_the_pepper_verifies_nothing() {
    let stored = hasher().hash(PASSWORD).await.unwrap();
    let elsewhere = PasswordHasher::cheap_for_tests(Arc::new(keys(2)), Arc::new(OsRng));
    assert_eq!(elsewhere.verify(PASSWORD, Some(&stored)).await, Err(HashError::Unreadable));
}

#[tokio::test]
async fn a_hash_under_a_retired_pepper_is_right_but_old() {
    let stored = hasher().hash(PASSWORD).await.unwrap();
    let rotated = keys(2).with_retired(fresh(&SeededRng::new(1))).unwrap();
    let hasher = PasswordHasher::cheap_for_tests(Arc::new(rotated), Arc::new(OsRng));
    assert_eq!(hasher.verify(PASSWORD, Some(&stored)).await, Ok(Verdict::RightButOld));
    assert_eq!(hasher.verify("something else", Some(&stored)).await, Ok(Verdict::Wrong));
}

#[tokio::test]
async fn a_hash_of_another_cost_is_right_but_old() {
    let other = Cost { memory: 32, passes: 2 };
    let weaker = PasswordHasher::with_cost(Arc::new(keys(1)), Arc::new(OsRng), 1, other).unwrap();
    let stored = weaker.hash(PASSWORD).await.unwrap();
    assert_eq!(hasher().verify(PASSWORD, Some(&stored)).await, Ok(Verdict::RightButOld));
}

#[tokio::test]
async fn a_damaged_hash_is_an_error_and_not_a_wrong_password() {
    assert_eq!(hasher().verify(PASSWORD, Some("$argon2id$nonsense")).await, Err(HashError::Unreadable));
}

#[tokio::test]
async fn whoever_waits_too_long_is_told_that_we_are_busy() {
    assert_eq!(WAIT.as_secs(), 2);
    let hasher = PasswordHasher { wait: Duration::from_millis(5), ..hasher() };
    let _all = Arc::clone(&hasher.permits).acquire_many_owned(2).await.unwrap();
    assert_eq!(hasher.hash(PASSWORD).await, Err(HashError::Busy));
    assert_eq!(hasher.waiting.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn the_65th_in_the_queue_is_sent_away_at_once() {
    let hasher = Arc::new(PasswordHasher { wait: Duration::from_secs(60), ..hasher() });
    let all = Arc::clone(&hasher.permits).acquire_many_owned(2).await.unwrap();
    let waiting: Vec<_> = (0..QUEUE)
        .map(|_| {
            let hasher = Arc::clone(&hasher);
            tokio::spawn(async move { hasher.hash(PASSWORD).await })
        })
        .collect();
    while hasher.waiting.load(Ordering::Relaxed) < QUEUE {
        tokio::task::yield_now().await;
    }
    assert_eq!(hasher.hash(PASSWORD).await, Err(HashError::Busy));
    drop(all);
    for hash in waiting {
        assert!(hash.await.unwrap().is_ok());
    }
}

#[tokio::test]
async fn a_caller_that_leaves_gives_its_place_back() {
    let hasher = hasher();
    let all = Arc::clone(&hasher.permits).acquire_many_owned(2).await.unwrap();
    let gone = tokio::time::timeout(Duration::from_millis(1), hasher.hash(PASSWORD)).await;
    assert!(gone.is_err());
    drop(all);
    assert!(hasher.hash(PASSWORD).await.is_ok());
    assert_eq!(hasher.waiting.load(Ordering::Relaxed), 0);
    assert_eq!(hasher.permits.available_permits(), 2);
}
