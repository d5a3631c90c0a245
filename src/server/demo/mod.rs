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
mod invented;
mod model;
mod names;
mod plan;
mod replaced;
mod rows;
mod store;
#[cfg(test)]
mod tables_tests;
#[cfg(test)]
mod tests;

pub use greeting::greeting;
pub use guard::{refuse_demo_firm, refuse_other_firms, refuse_public, refuse_public_hosts};

use access::sign_in::DEMO_PASSWORD;
use kernel::{AppError, FirmId, Locale, Ts};
use plan::Planner;
use platform::db::Tx;
use platform::firm_profile::{self, FirmProfile};
use platform::hashing::HashError;
use platform::{Platform, incident};
use rows::Batch;

/// The accounts written down by hand; there are never fewer.
const SIXTY: usize = 60;
const MOST: usize = 1_000_000;
/// Accounts of one write transaction.
const A_BATCH: usize = 250;

/// Makes the demo firm unless there is a firm already.
///
/// # Errors
/// What the database says; `Busy`.
pub async fn seed_if_empty(platform: &Platform) -> Result<(), AppError> {
    plant(platform, SIXTY).await.map(drop)
}

/// Fills an empty database with the demo firm and so many accounts.
///
/// # Errors
/// `Refused` when there is a firm, for fewer accounts than the demo has, or for more than a million; as
/// [`seed_if_empty`].
pub async fn seed(platform: &Platform, accounts: usize) -> Result<(), AppError> {
    if !(SIXTY..=MOST).contains(&accounts) {
        return Err(AppError::Refused(format!("a demo firm has {SIXTY} to {MOST} accounts")));
    }
    if plant(platform, accounts).await? {
        Ok(())
    } else {
        Err(AppError::Refused("there is a firm already; only an empty database is filled".to_owned()))
    }
}

/// Whether it was done; the firm and its sixty are there together or not at all.
async fn plant(platform: &Platform, accounts: usize) -> Result<bool, AppError> {
    if there_is_a_firm(platform).await? {
        return Ok(false);
    }
    let mut planner = Planner::new(platform, hash(platform).await?);
    let (firm, since) = (profile(platform), planner.days_ago(1_600, 8 * Ts::HOUR));
    let (id, sixty) = (firm.id, planner.sixty()?);
    let done = platform.db.write(move |tx| Box::pin(async move { found(tx, &firm, since, &sixty).await }));
    if !done.await? {
        return Ok(false);
    }
    for from in (SIXTY..accounts).step_by(A_BATCH) {
        let batch = planner.invented(from, A_BATCH.min(accounts - from))?;
        add(platform, id, batch).await?;
    }
    platform.firms.forget();
    Ok(true)
}

async fn there_is_a_firm(platform: &Platform) -> Result<bool, AppError> {
    let mut conn = platform.db.read().await?;
    Ok(firm_profile::count(&mut conn).await? > 0)
}

/// False when another node was faster.
async fn found(tx: &mut Tx, firm: &FirmProfile, since: Ts, sixty: &Batch) -> Result<bool, AppError> {
    if firm_profile::count(tx).await? > 0 {
        return Ok(false);
    }
    firm_profile::create(tx, firm, since).await?;
    store::mark_as_demo(tx, firm.id).await?;
    store::insert(tx, firm.id, sixty).await?;
    Ok(true)
}

async fn add(platform: &Platform, firm: FirmId, batch: Batch) -> Result<(), AppError> {
    platform.db.write(move |tx| Box::pin(async move { Ok(store::insert(tx, firm, &batch).await?) })).await
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
        invitation_days: plan::INVITATION_DAYS,
        origin: platform.config.public_origin(),
        ..FirmProfile::default()
    }
}
