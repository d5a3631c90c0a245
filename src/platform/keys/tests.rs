use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::*;
use crate::rng::{OsRng, SeededRng};

fn keys(seed: u64) -> Keys {
    Keys::from_bytes(master(seed)).unwrap()
}

fn master(seed: u64) -> [u8; KEY_BYTES] {
    let mut bytes = [0; KEY_BYTES];
    SeededRng::new(seed).fill(&mut bytes);
    bytes
}

#[test]
fn what_was_sealed_opens_in_its_place() {
    let sealed = keys(1).seal("totp/7/secret", b"JBSWY3DP", &OsRng);
    assert_eq!(keys(1).open("totp/7/secret", &sealed).unwrap(), b"JBSWY3DP");
    assert!(!sealed.windows(8).any(|window| window == b"JBSWY3DP"));
}

#[test]
fn an_old_ciphertext_cannot_be_moved_to_another_row() {
    let keys = keys(1);
    let mine = keys.seal("totp/7/secret", b"mine", &OsRng);
    let theirs = keys.seal("totp/8/secret", b"theirs", &OsRng);
    assert_eq!(keys.open("totp/7/secret", &theirs), Err(SealError));
    assert_eq!(keys.open("totp/8/secret", &mine), Err(SealError));
}

#[test]
fn a_changed_or_cut_ciphertext_does_not_open() {
    let keys = keys(1);
    let sealed = keys.seal("a", b"text", &OsRng);
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert_eq!(keys.open("a", &changed), Err(SealError), "byte {at}");
        assert_eq!(keys.open("a", &sealed[..at]), Err(SealError), "cut at {at}");
    }
}

#[test]
fn sealing_twice_gives_two_ciphertexts() {
    let keys = keys(1);
    assert_ne!(keys.seal("a", b"text", &OsRng), keys.seal("a", b"text", &OsRng));
}

#[test]
fn a_retired_key_opens_but_its_work_is_known_to_be_old() {
    let sealed = keys(1).seal("a", b"text", &OsRng);
    let rotated = keys(2).with_retired(master(1)).unwrap();
    assert_eq!(rotated.open("a", &sealed).unwrap(), b"text");
    assert!(rotated.is_old(&sealed));
    assert!(!rotated.is_old(&rotated.seal("a", b"text", &OsRng)));
    assert_eq!(keys(2).open("a", &sealed), Err(SealError));
}

#[test]
fn each_purpose_has_its_own_key() {
    let keys = keys(1);
    let all = [Purpose::Seal, Purpose::Code, Purpose::Pepper, Purpose::Limit, Purpose::Form]
        .map(|purpose| keys.hmac(purpose, &[b"same"]));
    for (i, a) in all.iter().enumerate() {
        assert!(all[i + 1..].iter().all(|b| a != b));
    }
}

#[test]
fn the_border_between_two_parts_counts() {
    let keys = keys(1);
    assert_ne!(keys.hmac(Purpose::Code, &[b"ab", b"c"]), keys.hmac(Purpose::Code, &[b"a", b"bc"]));
    assert_ne!(keys.hmac(Purpose::Code, &[b"ab"]), keys.hmac(Purpose::Code, &[b"ab", b""]));
}

#[test]
fn a_token_is_stored_as_its_sha_256() {
    // FIPS 180-2, appendix B.1
    assert_eq!(token_hash("abc")[..4], [0xba, 0x78, 0x16, 0xbf]);
}

#[test]
fn the_first_start_draws_a_key_and_the_second_finds_it() {
    let dir = tempfile::tempdir().unwrap();
    let first = Keys::load_or_create(dir.path(), &OsRng).unwrap();
    let second = Keys::load_or_create(dir.path(), &OsRng).unwrap();
    assert_eq!(first.current_id(), second.current_id());
    let file = dir.path().join("keys/master.key");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "no draft is left behind");
}

#[test]
fn whoever_comes_second_takes_the_key_that_is_there() {
    let dir = tempfile::tempdir().unwrap();
    let first = Keys::load_or_create(dir.path(), &OsRng).unwrap();
    let keys_dir = dir.path().join("keys");
    files::create(&keys_dir, &keys_dir.join("master.key"), &OsRng).unwrap();
    assert_eq!(Keys::load_or_create(dir.path(), &OsRng).unwrap().current_id(), first.current_id());
}

#[test]
fn a_key_that_others_can_read_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    Keys::load_or_create(dir.path(), &OsRng).unwrap();
    let file = dir.path().join("keys/master.key");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(matches!(Keys::load_or_create(dir.path(), &OsRng), Err(KeyError::Readable(_))));
}

#[test]
fn a_short_key_and_a_typed_key_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    Keys::load_or_create(dir.path(), &OsRng).unwrap();
    let file = dir.path().join("keys/master.key");
    fs::write(&file, b"too short").unwrap();
    assert!(matches!(Keys::load_or_create(dir.path(), &OsRng), Err(KeyError::Length(_))));
    fs::write(&file, [b'x'; KEY_BYTES]).unwrap();
    assert!(matches!(Keys::load_or_create(dir.path(), &OsRng), Err(KeyError::Weak)));
    assert!(matches!(Keys::from_bytes(*b"abcabcabcabcabcabcabcabcabcabcab"), Err(KeyError::Weak)));
}

#[test]
fn a_key_moved_to_retired_still_opens() {
    let dir = tempfile::tempdir().unwrap();
    let sealed = Keys::load_or_create(dir.path(), &OsRng).unwrap().seal("a", b"text", &OsRng);
    let keys_dir = dir.path().join("keys");
    fs::create_dir(keys_dir.join("retired")).unwrap();
    fs::rename(keys_dir.join("master.key"), keys_dir.join("retired/2026.key")).unwrap();
    let rotated = Keys::load_or_create(dir.path(), &OsRng).unwrap();
    assert_eq!(rotated.open("a", &sealed).unwrap(), b"text");
    assert!(rotated.is_old(&sealed));
}

#[test]
fn keys_are_never_printed() {
    let text = format!("{:?}", keys(1));
    assert!(text.contains("KeyId") && !text.contains("seal"), "{text}");
}
