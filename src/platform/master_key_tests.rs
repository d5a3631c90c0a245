//! A database and the keys beside it: first start, rotation, and a restore without, with and with other keys.

use super::*;
use crate::keys::Purpose;
use crate::limits;
use crate::mail::MailClass;
use crate::outbox::tests::{letter, queue_at, state};
use crate::rng::OsRng;
use crate::rotation::rotate;
use crate::testing::TestPlatform;
use crate::{Platform, sql};
use kernel::Limit;
use std::fs;

async fn start(t: &TestPlatform, dir: &Path) -> Result<Keys, KeyError> {
    settle(&t.platform.db, dir, &OsRng, t.platform.clock.now()).await
}

fn os() -> Arc<dyn Rng> {
    Arc::new(OsRng)
}

async fn turn(t: &TestPlatform, dir: &Path) -> Rotated {
    rotate(&t.platform.db, dir, &os(), t.platform.clock.now()).await.unwrap()
}

/// A backup of the folder with the keys.
fn copy_of(dir: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for folder in ["keys", "keys/retired"] {
        let Ok(files) = fs::read_dir(dir.join(folder)) else { continue };
        fs::create_dir_all(copy.path().join(folder)).unwrap();
        for file in files.flatten().filter(|file| file.path().is_file()) {
            fs::copy(file.path(), copy.path().join(folder).join(file.file_name())).unwrap();
        }
    }
    copy
}

async fn queue(t: &TestPlatform, on: &Platform) -> kernel::MailId {
    queue_at(on, t.firm.id, &letter("anna@example.org", MailClass::Transactional)).await
}

crate::on_both!(the_first_start_records_its_key_and_the_next_finds_it, |t| {
    let id = t.platform.keys.current_id();
    assert_eq!(start(&t, t.folder()).await.unwrap().current_id(), id);
    let mut conn = t.platform.db.read().await.unwrap();
    assert_eq!(current(&mut conn).await.unwrap(), Some(id));
});

crate::on_both!(a_restore_without_keys_is_refused_and_draws_none, |t| {
    let empty = tempfile::tempdir().unwrap();
    let refused = start(&t, empty.path()).await.unwrap_err();
    let id = t.platform.keys.current_id();
    assert!(matches!(&refused, KeyError::Missing { id: wanted, .. } if *wanted == id), "{refused}");
    let said = refused.to_string();
    for part in [&*id.to_string(), "backup", "keys rotate --lost", &*empty.path().display().to_string()] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!empty.path().join("keys").exists(), "a key drawn now would be in the way of the right one");
});

/// What a start and a mere look say; the look first, for it changes nothing.
async fn both(t: &TestPlatform, dir: &Path) -> (Option<String>, Option<String>) {
    let looked = examine(t.url(), dir).await.err().map(|error| error.to_string());
    (looked, start(t, dir).await.err().map(|error| error.to_string()))
}

crate::on_both!(a_look_says_what_a_start_would_say_and_changes_nothing, |t| {
    let (empty, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    Keys::load_or_create(other.path(), &OsRng).unwrap();
    assert_eq!(both(&t, t.folder()).await, (None, None));
    for dir in [empty.path(), other.path()] {
        let (looked, started) = both(&t, dir).await;
        assert!(looked.as_deref().is_some_and(|said| said.contains("rotate --lost")), "{looked:?}");
        assert_eq!(looked, started);
    }
    assert!(!empty.path().join("keys").exists());
    turn(&t, t.folder()).await;
    assert_eq!(both(&t, t.folder()).await, (None, None), "after a rotation");
    // As before there was a record: nothing is sealed, and any key will do.
    let dropped = t.platform.db.write(|tx| {
        Box::pin(async move { Ok(crate::db::Stmt::new("DROP TABLE master_key", vec![]).run(tx).await?) })
    });
    dropped.await.unwrap();
    assert!(matches!(examine(t.url(), empty.path()).await, Ok(true)));
    queue(&t, &t.platform).await;
    assert!(matches!(examine(t.url(), empty.path()).await, Err(KeyError::Missing { .. })));
});

#[tokio::test]
async fn where_there_is_no_database_a_look_makes_none() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("portico.db");
    let url = format!("sqlite://{}", file.display());
    assert!(matches!(examine(&url, dir.path()).await, Ok(false)));
    assert!(!file.exists());
    // Nor does it fill an empty one.
    fs::write(&file, b"").unwrap();
    assert!(matches!(examine(&url, dir.path()).await, Ok(true)));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

crate::on_both!(a_restore_with_its_keys_goes_on_and_one_with_others_is_refused, |t| {
    let mail = queue(&t, &t.platform).await;
    let backup = copy_of(t.folder());
    let node = t.node_with(start(&t, backup.path()).await.unwrap());
    let other = tempfile::tempdir().unwrap();
    let strange = Keys::load_or_create(other.path(), &OsRng).unwrap();
    assert!(matches!(start(&t, other.path()).await, Err(KeyError::Missing { .. })));
    // Should it run all the same, it takes nothing that it cannot read.
    let wrong = t.node_with(strange);
    for _ in 0..3 {
        assert_eq!(crate::outbox::send_due(&wrong).await.unwrap(), 0);
        t.clock.advance(kernel::Ts::HOUR);
    }
    assert_eq!(state(&t, mail).await, ("pending".to_owned(), 0));
    assert_eq!(crate::outbox::send_due(&node).await.unwrap(), 1);
    assert_eq!(t.mail.sent_to("anna@example.org").len(), 1);
});

crate::on_both!(mail_that_nobody_can_read_does_not_stand_before_mail_that_can_be_sent, |t| {
    let other = tempfile::tempdir().unwrap();
    let wrong = t.node_with(Keys::load_or_create(other.path(), &OsRng).unwrap());
    for _ in 0..40 {
        queue(&t, &wrong).await;
    }
    t.clock.advance(kernel::Ts::MINUTE);
    let mail = queue(&t, &t.platform).await;
    t.drain_mail().await;
    assert_eq!(state(&t, mail).await.0, "sent");
    assert_eq!(t.mail.sent().len(), 1);
});

crate::on_both!(a_database_of_before_there_was_a_record_tells_its_key_by_what_it_holds, |t| {
    queue(&t, &t.platform).await;
    let hash = t.platform.hasher.hash("correct horse battery").await.unwrap();
    assert_eq!(hashing::pepper_of(&hash), Some(t.platform.keys.current_id()));
    let forget =
        t.platform.db.write(|tx| Box::pin(async move { Ok(sql!("DELETE FROM master_key").run(tx).await?) }));
    forget.await.unwrap();
    let other = tempfile::tempdir().unwrap();
    assert!(matches!(start(&t, other.path()).await, Err(KeyError::Missing { .. })));
    assert!(!other.path().join("keys").exists());
    assert_eq!(start(&t, t.folder()).await.unwrap().current_id(), t.platform.keys.current_id());
});

crate::on_both!(a_rotation_seals_waiting_mail_anew_and_nodes_without_the_new_key_are_refused, |t| {
    let mail = queue(&t, &t.platform).await;
    let before = copy_of(t.folder());
    let done = turn(&t, t.folder()).await;
    assert_eq!((done.old, done.resealed), (t.platform.keys.current_id(), 1));
    let keys = start(&t, t.folder()).await.unwrap();
    assert_eq!(keys.ids(), [done.new, done.old]);
    assert!(matches!(start(&t, before.path()).await, Err(KeyError::Missing { id, .. }) if id == done.new));
    // A node that still runs with the old key leaves the mail alone.
    assert_eq!(crate::outbox::send_due(&t.platform).await.unwrap(), 0);
    let node = t.node_with(keys);
    assert_eq!(crate::outbox::send_due(&node).await.unwrap(), 1);
    assert_eq!(state(&t, mail).await.0, "sent");
});

crate::on_both!(a_rotation_that_was_cut_short_is_finished_by_the_next, |t| {
    let old = t.platform.keys.current_id();
    crate::keys::replace(t.folder(), old, &OsRng).unwrap();
    // The files are there, the record is not: the node seals with what the record says.
    let keys = start(&t, t.folder()).await.unwrap();
    assert_eq!(keys.current_id(), old);
    let new = Keys::load(t.folder()).unwrap().current_id();
    assert_eq!(turn(&t, t.folder()).await, Rotated { old, new, resealed: 0 });
    assert_eq!(start(&t, t.folder()).await.unwrap().current_id(), new);
    assert_ne!(turn(&t, t.folder()).await.new, new, "and the one after it draws a key again");
    assert_eq!(start(&t, t.folder()).await.unwrap().ids().len(), 3);
});

crate::on_both!(a_lost_key_is_given_up_by_name_only, |t| {
    let (lost, now) = (t.platform.keys.current_id(), t.platform.clock.now());
    let db = &t.platform.db;
    let other = tempfile::tempdir().unwrap();
    let typo = KeyId([1, 2, 3, 4]);
    assert!(matches!(give_up(db, t.folder(), &os(), lost, now).await, Err(KeyError::NotLost(_))));
    assert!(matches!(give_up(db, other.path(), &os(), typo, now).await, Err(KeyError::NotLost(_))));
    let done = give_up(db, other.path(), &os(), lost, now).await.unwrap();
    assert_eq!(start(&t, other.path()).await.unwrap().current_id(), done.new);
    assert!(matches!(start(&t, t.folder()).await, Err(KeyError::Missing { .. })));
});

const THREE: Limit = Limit::new("three", 3, 15 * kernel::Ts::MINUTE);

crate::on_both!(a_rotation_keeps_limits_and_passwords, |t| {
    let hash = t.platform.hasher.hash("correct horse battery").await.unwrap();
    let code = t.platform.keys.hmac(Purpose::Code, &[b"session", b"123456"]);
    for _ in 0..2 {
        limits::take(&t.platform, THREE, "anna").await.unwrap();
    }
    turn(&t, t.folder()).await;
    let node = t.node_with(start(&t, t.folder()).await.unwrap());
    assert_eq!(limits::count(&node, THREE, "anna").await.unwrap(), 2);
    limits::take(&node, THREE, "anna").await.unwrap();
    assert!(limits::take(&node, THREE, "anna").await.is_err(), "four tries, two of them before the rotation");
    limits::forget(&node, THREE, "anna").await.unwrap();
    limits::take(&node, THREE, "anna").await.unwrap();
    let verdict = node.hasher.verify("correct horse battery", Some(&hash)).await.unwrap();
    assert_eq!(verdict, hashing::Verdict::RightButOld);
    assert!(node.keys.hmacs(Purpose::Code, &[b"session", b"123456"]).contains(&code));
});
