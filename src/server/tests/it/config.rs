//! The binary as whoever sets it up meets it: `config check` and `serve` refuse the same in the same words, the demo stays
//! away from other people's data, and a database without its key is not opened.

use crate::site::{Ask, TestSite};
use http::StatusCode;
use kernel::Locale;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, SystemTime};
use tokio::process::Command;

/// Longer than any of these commands takes; `serve` that is not refused would run for ever.
const FOR_EVER: Duration = Duration::from_secs(60);

/// Whether it succeeded, and what it said.
async fn run(folder: &Path, args: &[&str], env: &[(&str, &str)]) -> (bool, String) {
    let data = folder.join("data").display().to_string();
    let child = Command::new(env!("CARGO_BIN_EXE_portico"))
        .args(args)
        .env_clear()
        .env("PORTICO_DATA_DIR", data)
        .env("PORTICO_LISTEN", "127.0.0.1:0")
        .env("PORTICO_LOG", "error")
        .envs(env.iter().copied())
        .current_dir(folder)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output();
    let Ok(done) = tokio::time::timeout(FOR_EVER, child).await else { return (true, "it ran".to_owned()) };
    let done = done.unwrap();
    let said = [done.stderr, done.stdout].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    (done.status.success(), said)
}

#[tokio::test(flavor = "multi_thread")]
async fn serve_refuses_what_config_check_refuses_in_the_same_words() {
    let folder = tempfile::tempdir().unwrap();
    let (sound, said) = run(folder.path(), &["config", "check"], &[]).await;
    assert!(sound && said.contains("The configuration is sound."), "{said}");
    assert!(!folder.path().join("data").exists(), "a check changes nothing");
    let (sound, said) = run(
        folder.path(),
        &["config", "check"],
        &[
            ("PORTICO_MAIL_FROM", "Kanzlei Weber <portico@weber.example>"),
            ("PORTICO_PUBLIC_URL", "http://[::1]:3000"),
        ],
    )
    .await;
    assert!(sound && said.contains("portico@weber.example"), "{said}");
    let broken: &[(&str, &str, &str)] = &[
        ("PORTICO_MAIL_FROM", "Kanzlei Weber", "mail_from"),
        ("PORTICO_SMTP_URL", "smtps://me:hunter2@mail.example.org:port", "smtp_url"),
        ("PORTICO_DATABASE_URL", "mysql://me:hunter2@localhost/portico", "database_url"),
        ("PORTICO_DATABASE_URL", "postgres://me:hunter2@db.example.org/portico", "sslmode"),
        ("PORTICO_GEOIP_DB", "/nowhere/countries.mmdb", "geoip_db"),
        ("PORTICO_DATA_DIR", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml/data"), "data_dir"),
        ("PORTICO_SMPT_URL", "smtps://me:hunter2@mail.example.org", "PORTICO_SMTP_URL"),
        ("PORTICO_PUBLIC_URL", "https://portal.example.org/kanzlei", "public_url"),
        ("PORTICO_PUBLIC_URL", "https://eva:hunter2@portal.example.org", "public_url"),
        ("PORTICO_LOG", "portico=loud", "log"),
    ];
    for (name, value, piece) in broken {
        let (sound, checked) = run(folder.path(), &["config", "check"], &[(name, value)]).await;
        assert!(!sound && checked.contains(piece), "config check, {name}={value}: {checked}");
        let (served, refused) = run(folder.path(), &["serve"], &[(name, value)]).await;
        assert!(!served && refused == checked, "serve, {name}={value}: {refused}");
        assert!(!checked.contains("hunter2"), "{checked}");
    }
}

/// libpq's variables, which the driver reads too, and whether the database may be in the clear.
#[tokio::test(flavor = "multi_thread")]
async fn what_the_address_leaves_open_is_judged_by_what_is_used_for_it() {
    let folder = tempfile::tempdir().unwrap();
    // Nobody answers there, and nobody is asked whether this is sound.
    let away = ("PGHOST", "192.0.2.1");
    let bare = "postgres:///portico?user=me&password=hunter2";
    for (url, env, is_sound) in [
        (bare, vec![away], false),
        (bare, vec![("PGHOSTADDR", "192.0.2.1")], false),
        (bare, vec![away, ("PGSSLMODE", "prefer")], false),
        ("postgres://me:hunter2@localhost/portico", vec![away], true),
        (bare, vec![("PGHOST", "/nowhere")], true),
        ("postgres://me:hunter2@192.0.2.1/portico", vec![("PGSSLMODE", "allow")], false),
        ("postgres://me:hunter2@192.0.2.1/portico?sslmode=prefer", vec![("PGSSLMODE", "require")], false),
    ] {
        let env = [vec![("PORTICO_DATABASE_URL", url)], env].concat();
        let (sound, said) = run(folder.path(), &["config", "check"], &env).await;
        assert_eq!(sound, is_sound, "{env:?}: {said}");
        assert!(sound || said.contains("sslmode"), "{env:?}: {said}");
        assert!(!said.contains("hunter2"), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_example_key_is_refused_before_anything_is_sealed_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().join("data/keys");
    std::fs::create_dir_all(&keys).unwrap();
    let file = keys.join("master.key");
    std::fs::write(&file, b"changemechangemechangemechangeme").unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    for command in [&["config", "check"][..], &["serve"]] {
        let (done, said) = run(folder.path(), command, &[]).await;
        assert!(!done && said.contains("example"), "{said}");
    }
}

/// Every file below, with its length and when it was changed; but for SQLite's index of its log, in which readers say that
/// they read.
fn files(folder: &Path) -> Vec<(PathBuf, u64, SystemTime)> {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    let mut all: Vec<_> = entries
        .flat_map(|entry| match entry.metadata().unwrap() {
            about if about.is_dir() => files(&entry.path()),
            about => vec![(entry.path(), about.len(), about.modified().unwrap())],
        })
        .filter(|(path, ..)| !path.to_string_lossy().ends_with("-shm"))
        .collect();
    all.sort();
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_not_there_or_does_not_answer_is_said_and_is_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    let (sound, said) = run(folder.path(), &["config", "check"], &[]).await;
    assert!(sound && said.contains("no database yet"), "{said}");
    let silent = [("PORTICO_DATABASE_URL", "postgres://me:hunter2@127.0.0.1:1/portico")];
    let (sound, said) = run(folder.path(), &["config", "check"], &silent).await;
    assert!(sound && said.contains("Not compared with the database"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
    assert_eq!(files(folder.path()), [], "a check makes nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_is_taken_is_told_with_its_firm_and_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let (made, said) = run(folder.path(), &FIRM, &[]).await;
    assert!(made, "{said}");
    let again = ["firm", "create", "--name", "Second", "--host", "www.portal.own.example"];
    let (made, said) = run(folder.path(), &again, &[]).await;
    assert!(!made && said.contains("Own & Sons (portal.own.example)"), "{said}");
    assert!(said.contains("portico host confirm --host www.portal.own.example"), "{said}");
    for (args, piece) in [
        (
            ["host", "confirm", "--host", "x.example", "--firm", "nobody.example"],
            "no firm answers at nobody.example",
        ),
        (
            ["host", "confirm", "--host", "https://x.example", "--firm", "portal.own.example"],
            "only the host name",
        ),
        (["host", "confirm", "--host", "portal.own.example", "--firm", "portal.own.example"], "already"),
    ] {
        let (done, said) = run(folder.path(), &args, &[]).await;
        assert!(!done && said.contains(piece), "{args:?}: {said}");
    }
}

const FIRM: [&str; 6] = ["firm", "create", "--name", "Own & Sons", "--host", "portal.own.example"];
const ANOTHER: [&str; 6] = ["firm", "create", "--name", "Second", "--host", "portal.second.example"];

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_and_the_seed_stay_away_from_a_database_of_somebody_else() {
    let folder = tempfile::tempdir().unwrap();
    let public = [("PORTICO_PUBLIC_URL", "https://portal.own.example")];
    for command in [&["serve", "--demo"][..], &["seed"]] {
        let (done, said) = run(folder.path(), command, &public).await;
        assert!(!done && said.contains("is not this machine"), "{said}");
    }
    assert!(!folder.path().join("data").exists(), "refused before anything is made");
    let (made, said) = run(folder.path(), &FIRM, &[]).await;
    assert!(made, "{said}");
    let (served, said) = run(folder.path(), &["serve", "--demo"], &[]).await;
    assert!(!served && said.contains("Own & Sons"), "{said}");
    let (seeded, said) = run(folder.path(), &["seed"], &[]).await;
    assert!(!seeded && said.contains("firm"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_is_opened_with_its_own_keys_only() {
    let folder = tempfile::tempdir().unwrap();
    let (made, said) = run(folder.path(), &FIRM, &[]).await;
    assert!(made, "{said}");
    let (data, safe) = (folder.path().join("data/keys"), folder.path().join("safe"));
    let check = &["config", "check"];
    let (sound, said) = run(folder.path(), check, &[]).await;
    assert!(sound && said.contains("is sound"), "with its keys: {said}");
    std::fs::rename(&data, &safe).unwrap();
    let before = files(folder.path());
    let (sound, checked) = run(folder.path(), check, &[]).await;
    assert!(!sound && checked.contains("keys rotate --lost"), "without keys: {checked}");
    assert_eq!(files(folder.path()), before, "a check changes nothing");
    let (made, said) = run(folder.path(), &ANOTHER, &[]).await;
    assert!(!made && said.contains("keys rotate --lost"), "without keys: {said}");
    let (served, said) = run(folder.path(), &["serve"], &[]).await;
    assert!(!served && said == checked, "serve says the same as the check: {said}");
    assert!(!data.exists(), "no key is drawn in the place of the one that is missing");
    std::fs::rename(&safe, &data).unwrap();
    let (made, said) = run(folder.path(), &ANOTHER, &[]).await;
    assert!(made, "with its keys again: {said}");
    let (_, before) = run(folder.path(), &["keys", "show"], &[]).await;
    let (rotated, said) = run(folder.path(), &["keys", "rotate"], &[]).await;
    assert!(rotated && said.contains("restart every node"), "{said}");
    let (_, after) = run(folder.path(), &["keys", "show"], &[]).await;
    let old = before.split_whitespace().last().unwrap();
    assert!(after.contains(&format!("retired     {old}")) && after.lines().count() == 2, "{before}{after}");
    // Lost for good: named, and then it goes on with another.
    let new = after.split_whitespace().nth(1).unwrap().to_owned();
    std::fs::remove_dir_all(&data).unwrap();
    let (gone_on, said) = run(folder.path(), &["keys", "rotate", "--lost", old], &[]).await;
    assert!(!gone_on, "the wrong one: {said}");
    let (gone_on, said) = run(folder.path(), &["keys", "rotate", "--lost", &new], &[]).await;
    assert!(gone_on, "{said}");
    let (made, said) =
        run(folder.path(), &["firm", "create", "--name", "T", "--host", "t.example"], &[]).await;
    assert!(made, "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demos_database_is_not_for_a_public_address() {
    let folder = tempfile::tempdir().unwrap();
    let (made, said) = run(folder.path(), &["seed"], &[]).await;
    assert!(made, "{said}");
    let (sound, said) = run(folder.path(), &["config", "check"], &[]).await;
    assert!(sound, "at this machine: {said}");
    let public = [("PORTICO_PUBLIC_URL", "https://portal.weber.example")];
    let (sound, checked) = run(folder.path(), &["config", "check"], &public).await;
    assert!(!sound && checked.contains("the same known password"), "{checked}");
    let (served, said) = run(folder.path(), &["serve"], &public).await;
    assert!(!served && said == checked, "serve says the same as the check: {said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_with_a_dot_at_its_end_leads_to_the_one_without_and_an_ipv6_address_answers() {
    let site = TestSite::sqlite().await;
    for host in ["portal.weber.example.", "PORTAL.weber.example.:443"] {
        let answer = site.ask(Ask { host, ..Ask::get("/login?then=/portal") }).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{host}: {}", answer.body);
        assert_eq!(answer.location(), "https://portal.weber.example/login?then=/portal");
    }
    access::setup::create_firm(&site.t.platform, "Six", "[0:0::1]", Locale::En, "UTC").await.unwrap();
    for host in ["[::1]", "[::1]:3000", "[0:0:0:0:0:0:0:1]:3000"] {
        let answer = site.ask(Ask { host, ..Ask::get("/login") }).await;
        assert_eq!(answer.status, StatusCode::OK, "{host}: {}", answer.body);
    }
}
