//! The list while a hundred wrong passwords a second come from as many places, held against the list alone. Questions come
//! at fixed times, whether the last one was answered or not: how long somebody waited for their turn counts.

use crate::Failure;
use crate::client::{Ask, Client};
use crate::fit;
use crate::fixtures::Fixtures;
use crate::server::Server;
use crate::work::Work;
use kernel::paths;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, MissedTickBehavior, interval};

/// Pages and wrong passwords a second.
const PAGES: u64 = 20;
const WRONG: u64 = 100;
/// Connections by which wrong passwords come in turn.
const DOORS: usize = 500;

/// Milliseconds that a page took, in the middle and at the edge.
#[derive(Clone, Copy, Debug)]
pub struct Storm {
    pub quiet: (f64, f64),
    pub stormy: (f64, f64),
    /// Wrong passwords that came, that were answered, and how many of these with "too busy" or "too many".
    pub came: u64,
    pub refused: usize,
    pub put_off: usize,
}

/// Some seconds of each.
///
/// # Errors
/// When a page is wrong.
pub async fn measure(server: &Server, fixtures: &Arc<Fixtures>, seconds: u64) -> Result<Storm, Failure> {
    let address = server.address;
    pages(address, fixtures, 2).await?;
    let quiet = pages(address, fixtures, seconds).await?;
    let (refused, put_off) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let counts = (refused.clone(), put_off.clone());
    let storm = tokio::spawn(wrong_passwords(address, fixtures.clone(), seconds + 1, counts));
    tokio::time::sleep(Duration::from_secs(1)).await;
    let stormy = pages(address, fixtures, seconds).await?;
    let came = storm.await??;
    let both = |times: &[f64]| (fit::percentile(times, 50), fit::percentile(times, 99));
    Ok(Storm {
        quiet: both(&quiet),
        stormy: both(&stormy),
        came,
        refused: refused.load(Ordering::Relaxed),
        put_off: put_off.load(Ordering::Relaxed),
    })
}

async fn pages(address: SocketAddr, fixtures: &Arc<Fixtures>, seconds: u64) -> Result<Vec<f64>, Failure> {
    let mut clients = Vec::new();
    for _ in 0..8 {
        clients.push(Arc::new(tokio::sync::Mutex::new(Client::connect(address).await?)));
    }
    let mut turns = interval(Duration::from_millis(1_000 / PAGES));
    turns.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let mut all = JoinSet::new();
    for number in 0..seconds * PAGES {
        let due = turns.tick().await;
        let place = usize::try_from(number)?;
        let (fixtures, client) = (fixtures.clone(), clients[place % clients.len()].clone());
        all.spawn(async move {
            let answer = client.lock().await.ask(&Work::List.ask(&fixtures, place)).await?;
            let took = Instant::now().duration_since(due).as_secs_f64() * 1e3;
            Work::List.check(&fixtures, place, &answer)?;
            Ok::<_, Failure>(took)
        });
    }
    let mut times = Vec::new();
    while let Some(ended) = all.join_next().await {
        times.push(ended??);
    }
    Ok(times)
}

async fn wrong_passwords(
    address: SocketAddr,
    fixtures: Arc<Fixtures>,
    seconds: u64,
    (refused, put_off): (Arc<AtomicUsize>, Arc<AtomicUsize>),
) -> Result<u64, Failure> {
    let mut doors = Vec::new();
    for _ in 0..DOORS {
        doors.push(Arc::new(tokio::sync::Mutex::new(Client::connect(address).await?)));
    }
    let mut turns = interval(Duration::from_millis(1_000 / WRONG));
    turns.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let (mut all, mut came) = (JoinSet::new(), 0);
    for number in 0..seconds * WRONG {
        turns.tick().await;
        let place = usize::try_from(number)?;
        // Whoever waits for a door does not come: the rate stays what it is.
        let Ok(mut door) = doors[place % DOORS].clone().try_lock_owned() else { continue };
        came += 1;
        let ask = wrong_password(&fixtures, place);
        let (refused, put_off) = (refused.clone(), put_off.clone());
        all.spawn(async move {
            match door.ask(&ask).await {
                Ok(answer) => {
                    refused.fetch_add(1, Ordering::Relaxed);
                    if matches!(answer.status.as_u16(), 429 | 503) {
                        put_off.fetch_add(1, Ordering::Relaxed);
                    }
                }
                // A refused visitor's connection may be closed.
                Err(_) => {
                    if let Ok(fresh) = Client::connect(address).await {
                        *door = fresh;
                    }
                }
            }
        });
    }
    while all.join_next().await.is_some() {}
    Ok(came)
}

/// Every second one at an address that somebody has.
#[must_use]
pub fn wrong_password(fixtures: &Fixtures, number: usize) -> Ask {
    let email = match fixtures.clients.get(number % fixtures.clients.len().max(1)) {
        Some(client) if number.is_multiple_of(2) => client.email.clone(),
        _ => format!("nobody{number}@nowhere.example"),
    };
    let form = vec![("email", email), ("password", format!("wrong password {number}"))];
    let from = format!("10.{}.{}.{}", number / 65_536 % 256, number / 256 % 256, number % 256);
    Ask { form: Some(form), on_behalf_of: Some(from), ..Ask::page(paths::SIGN_IN.to_owned(), None) }
}
