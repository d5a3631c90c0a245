//! Kill -9 under load (REL-2, REL-6, REL-7): a child process writes and mails as fast as it can and says what was
//! acknowledged; it is killed at a random moment; everything acknowledged must be there, nothing half-done, and in the
//! end every mail must have arrived, twice only where the kill fell into a hand-off.

mod events;
mod load;
mod sink;

pub use load::load;

use platform::clock::{Clock, SetClock, SystemClock};
use platform::config::Config;
use platform::db::Db;
use platform::rng::{OsRng, Rng};
use platform::{Platform, migrate, outbox, sql};
use sink::Sink;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

type Failure = Box<dyn Error + Send + Sync>;

/// Kills at `points` random moments and verifies; `database_url` of `None` is SQLite in a folder of its own.
///
/// # Errors
/// What was lost, half-done or doubled, or why it could not be tried.
pub async fn run(points: u32, database_url: Option<String>) -> Result<String, Failure> {
    let folder = std::env::temp_dir().join(format!("portico-crash-{}", std::process::id()));
    // Of a run that was broken off and had the same number.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    let sink = Sink::start().await?;
    let settings = settings(&folder, sink.address(), database_url.as_deref());
    let config = config(&settings)?;
    migrate::run(config.database().expose()).await.map_err(|e| e.0)?;
    let mut acknowledged = BTreeSet::new();
    for _ in 0..points {
        acknowledged.extend(one_life(&settings).await?);
        verify(&config, &acknowledged).await?;
    }
    let summary = deliver_and_compare(config, &sink, &acknowledged).await;
    std::fs::remove_dir_all(&folder)?;
    summary.map(|told| format!("{points} kills, {} acknowledged writes, {told}", acknowledged.len()))
}

fn settings(folder: &Path, smtp: String, database_url: Option<&str>) -> Vec<(&'static str, String)> {
    let mut settings = vec![
        ("PORTICO_DATA_DIR", folder.display().to_string()),
        ("PORTICO_SMTP_URL", format!("smtp://{smtp}")),
        ("PORTICO_LOG", "error".to_owned()),
    ];
    settings.extend(database_url.map(|url| ("PORTICO_DATABASE_URL", url.to_owned())));
    settings
}

fn config(settings: &[(&'static str, String)]) -> Result<Config, Failure> {
    let find = |name: &str| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
    Ok(Config::from_sources("", &find)?)
}

/// One child from its first word to its sudden end; the ids it said were safe.
async fn one_life(settings: &[(&'static str, String)]) -> Result<Vec<String>, Failure> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg("crash-load")
        .envs(settings.iter().map(|(name, value)| (*name, value.as_str())))
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
    let mut said = Vec::new();
    said.extend(lines.next_line().await?);
    let mut bytes = [0u8; 2];
    OsRng.fill(&mut bytes);
    let until = tokio::time::Instant::now() + Duration::from_micros(u64::from(u16::from_be_bytes(bytes)) * 6);
    while let Ok(line) = tokio::time::timeout_at(until, lines.next_line()).await {
        said.push(line?.ok_or("the child ended by itself")?);
    }
    child.kill().await?;
    // What it had said before the end counts too; its last word may be cut short.
    while let Some(line) = lines.next_line().await? {
        said.push(line);
    }
    said.retain(|id| id.len() == 36);
    Ok(said)
}

/// After a restart: every acknowledged act is there with its mail and its news, and no act is there in part.
async fn verify(config: &Config, acknowledged: &BTreeSet<String>) -> Result<(), Failure> {
    let db = Db::open(config.database().expose()).await.map_err(|e| e.0)?;
    let mut conn = db.read().await.map_err(|e| e.0)?;
    // One statement is one moment: what the killed process had asked for, PostgreSQL may still be committing.
    let rows: Vec<(String, Option<String>)> = sql!(
        "SELECT 'act', subject FROM audit_event WHERE event = 'crash_test'
         UNION ALL SELECT 'mail', to_address FROM outbox
         UNION ALL SELECT 'news', by_name FROM event LIMIT 3000000"
    )
    .all(&mut conn)
    .await
    .map_err(|e| e.0)?;
    let of = |what: &str| -> BTreeSet<String> {
        let of_kind = rows.iter().filter(|(kind, _)| kind == what).filter_map(|(_, name)| name.as_deref());
        of_kind.filter_map(|name| name.split('@').next()).map(str::to_owned).collect()
    };
    let (acts, mails, news) = (of("act"), of("mail"), of("news"));
    if let Some(lost) = acknowledged.difference(&acts).next() {
        return Err(format!("{lost} was acknowledged and is lost").into());
    }
    if acts != mails || acts != news {
        return Err("an act is there without its mail or its news".into());
    }
    if db.postgres().is_none() {
        let (sound,): (String,) = sql_integrity(&mut conn).await?;
        if sound != "ok" {
            return Err(format!("integrity check: {sound}").into());
        }
    }
    Ok(())
}

async fn sql_integrity(conn: &mut platform::db::Conn) -> Result<(String,), Failure> {
    // SQLite's own words; not a statement of the product, so not in the registry.
    platform::db::Stmt::new("PRAGMA integrity_check", Vec::new()).one(conn).await.map_err(|e| e.0.into())
}

/// Lets every lease end, sends what is left, and compares what arrived with what was owed.
async fn deliver_and_compare(
    config: Config,
    sink: &Sink,
    acknowledged: &BTreeSet<String>,
) -> Result<String, Failure> {
    let clock = SetClock::at(SystemClock.now().plus(platform::Ts::HOUR));
    let platform = Platform::open_at(config, Arc::new(clock)).await?;
    while outbox::send_due(&platform).await? > 0 {}
    let mut conn = platform.db.read().await.map_err(|e| e.0)?;
    let rows: Vec<(String, String, i64)> =
        sql!("SELECT to_address, state, attempts FROM outbox LIMIT 1000000")
            .all(&mut conn)
            .await
            .map_err(|e| e.0)?;
    let arrived: BTreeMap<String, usize> = sink.arrived();
    let mut doubled = 0;
    for (address, state, attempts) in &rows {
        let times = arrived.get(address).copied().unwrap_or(0);
        if state != "sent" || times == 0 {
            return Err(format!("the mail to {address} is {state} and arrived {times} times").into());
        }
        if times > 1 {
            doubled += 1;
        }
        if times > usize::try_from(*attempts).unwrap_or(0) {
            return Err(format!("the mail to {address} arrived {times} times in {attempts} attempts").into());
        }
    }
    if rows.len() < acknowledged.len() {
        return Err("fewer mails than acknowledged acts".into());
    }
    Ok(format!(
        "{} mails, all arrived, {doubled} of them twice because the kill fell into the hand-off",
        rows.len()
    ))
}
