//! The demo firm, and the same firm in any size for trying things out.
//!
//! Sixty accounts and ninety people are written down by hand (`accounts`, `contacts`), among them somebody in
//! every state a client can be in, at addresses that tests and the greeting rely on. What goes beyond is made up by
//! loaded dice (`invented`): the same size gives the same names and short ids anywhere. Times count back from the
//! beginning of the day.

mod accounts;
mod contacts;
mod greeting;
mod guard;
mod index;
mod invented;
mod model;
mod names;
mod plan;
mod planner;
mod replaced;
mod rows;
mod store;
#[cfg(test)]
mod tables_tests;
#[cfg(test)]
mod tests;
mod traces;
mod traces_store;
mod values;

pub use greeting::greeting;
pub use guard::{refuse_demo_firm, refuse_other_firms, refuse_public, refuse_public_hosts};

use access::sign_in::DEMO_PASSWORD;
use kernel::{AppError, FirmId, Locale, Ts};
use planner::Planner;
use platform::db::{Filling, Rows};
use platform::firm_profile::{self, FirmProfile};
use platform::hashing::HashError;
use platform::{Platform, incident, search};
use tokio::sync::mpsc;

/// The accounts written down by hand; there are never fewer.
const SIXTY: usize = 60;
const MOST: usize = 1_000_000;
/// Accounts whose rows are made and written together.
const A_BATCH: usize = 1_000;
/// From so many accounts on, indexes and foreign keys are made at the end.
const VERY_MANY: usize = 3_000;
/// Accounts after which somebody who waits is told again.
const NOW_AND_THEN: usize = 100_000;

/// Makes the demo firm unless there is a firm already.
///
/// # Errors
/// `Busy`.
pub async fn seed_if_empty(platform: &Platform) -> Result<(), AppError> {
    plant(platform, SIXTY, &|_| {}).await.map(drop)
}

/// Fills an empty database with the demo firm and so many accounts.
///
/// # Errors
/// As [`seed_telling`].
pub async fn seed(platform: &Platform, accounts: usize) -> Result<(), AppError> {
    seed_telling(platform, accounts, &|_| {}).await
}

/// As [`seed`], with a word now and then for whoever waits for it.
///
/// # Errors
/// `Refused` when there is a firm, for fewer accounts than the demo has, or for more than a million; as
/// [`seed_if_empty`].
pub async fn seed_telling(
    platform: &Platform,
    accounts: usize,
    tell: &(dyn Fn(&str) + Sync),
) -> Result<(), AppError> {
    if !(SIXTY..=MOST).contains(&accounts) {
        return Err(AppError::refused(format!("a demo firm has {SIXTY} to {MOST} accounts")));
    }
    if plant(platform, accounts, tell).await? {
        Ok(())
    } else {
        Err(AppError::refused("there is a firm already; only an empty database is filled".to_owned()))
    }
}

/// Whether it was done; the firm and all its accounts are there together or not at all.
async fn plant(platform: &Platform, accounts: usize, tell: &(dyn Fn(&str) + Sync)) -> Result<bool, AppError> {
    if there_is_a_firm(platform).await? {
        return Ok(false);
    }
    let (hash, firm) = (hash(platform).await?, profile(platform));
    let mut filling = platform.db.begin_filling(accounts >= VERY_MANY).await?;
    // Another node may have been faster.
    if firm_profile::count(&mut filling).await? > 0 {
        return Ok(false);
    }
    let planner = Planner::new(platform.clone(), hash);
    firm_profile::create(&mut filling, &firm, planner.days_ago(1_600, 8 * Ts::HOUR)).await?;
    firm_profile::mark_as_demo(&mut filling, firm.id).await?;
    pour(&mut filling, planner, (firm.id, accounts), tell).await?;
    let mut more = search::settle(&mut filling, true).await?;
    while more {
        more = search::settle(&mut filling, false).await?;
    }
    if accounts >= VERY_MANY {
        tell("Making the indexes.");
    }
    filling.commit().await?;
    platform.firms.forget();
    if accounts >= VERY_MANY {
        tell("Looking at how the rows are spread.");
        platform.db.optimize().await?;
    }
    Ok(true)
}

async fn there_is_a_firm(platform: &Platform) -> Result<bool, AppError> {
    let mut conn = platform.db.read().await?;
    Ok(firm_profile::count(&mut conn).await? > 0)
}

/// Rows are made on a thread of their own while those before them are written.
async fn pour(
    filling: &mut Filling,
    planner: Planner,
    (firm, accounts): (FirmId, usize),
    tell: &(dyn Fn(&str) + Sync),
) -> Result<(), AppError> {
    let (made, mut to_write) = mpsc::channel(2);
    let is_postgres = filling.is_postgres();
    let making = tokio::task::spawn_blocking(move || make(planner, (firm, accounts), is_postgres, &made));
    let mut there = 0;
    while let Some(tables) = to_write.recv().await {
        for rows in tables? {
            filling.add(&rows).await?;
        }
        there = accounts.min(if there == 0 { SIXTY } else { there + A_BATCH });
        if (there.saturating_sub(SIXTY)) % NOW_AND_THEN == 0 && there > SIXTY {
            tell(&format!("{} of {accounts} accounts are written.", there - SIXTY));
        }
    }
    making.await.map_err(|error| AppError::Internal(incident::log("demo", &error)))
}

type Made = Result<Vec<Rows>, AppError>;

/// Ends early when nobody takes the rows any more.
fn make(
    mut planner: Planner,
    (firm, accounts): (FirmId, usize),
    is_postgres: bool,
    made: &mpsc::Sender<Made>,
) {
    let mut next_doc = 1;
    let mut give = |batch: Result<rows::Batch, AppError>| {
        let tables = batch.map(|batch| {
            let docs = index::docs(firm, &batch);
            let mut tables = store::tables(firm, &batch);
            tables.extend(platform::search::rows(&docs, next_doc, is_postgres));
            next_doc += i64::try_from(docs.len()).unwrap_or(0);
            tables
        });
        made.blocking_send(tables).is_ok()
    };
    let mut wanted = give(planner.sixty());
    for from in (SIXTY..accounts).step_by(A_BATCH) {
        wanted = wanted && give(planner.invented(from, A_BATCH.min(accounts - from)));
    }
    if wanted {
        give(Ok(planner.numbers()));
    }
}

/// One hash for everybody: hashing for each would take longer than all the rest.
async fn hash(platform: &Platform) -> Result<String, AppError> {
    platform.hasher.hash(DEMO_PASSWORD).await.map_err(|error| match error {
        HashError::Busy => AppError::Busy,
        other => AppError::Internal(incident::log("demo", &other)),
    })
}

fn profile(platform: &Platform) -> FirmProfile {
    FirmProfile {
        id: FirmId(platform.ids.next()),
        name: "Weber & Partner".to_owned(),
        host: platform.config.host(),
        locale: Locale::En,
        time_zone: "Europe/Berlin".to_owned(),
        phone: Some("+49 30 555 0100".to_owned()),
        email: Some("kanzlei@weber.example".to_owned()),
        invitation_days: access::invitations::DAYS_AT_FIRST,
        origin: platform.config.public_origin(),
        ..FirmProfile::default()
    }
}
