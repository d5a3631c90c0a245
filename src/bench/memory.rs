//! Memory at rest, and what a live stream adds.

use crate::client::{Ask, Client};
use crate::fixtures::Fixtures;
use crate::server::Server;
use crate::work::Work;
use crate::{Failure, machine};
use std::sync::Arc;
use std::time::Duration;

/// What a process takes.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// Bytes resident after a rest: all, and of that what is no file's.
    pub idle: (u64, u64),
    /// The same after one answer to each page.
    pub used: (u64, u64),
    /// Bytes that one more stream takes, and how many there were.
    pub stream: f64,
    pub streams: usize,
}

/// A server that has just begun.
///
/// # Errors
/// When it does not answer.
#[expect(clippy::cast_precision_loss, reason = "megabytes")]
pub async fn measure(server: &Server, fixtures: &Arc<Fixtures>, seconds: u64) -> Result<Memory, Failure> {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    let idle = machine::memory(server.pid)?;
    let mut client = Client::connect(server.address).await?;
    for work in Work::ALL {
        let answer = client.ask(&work.ask(fixtures, 0)).await?;
        work.check(fixtures, 0, &answer)?;
        work.learn(fixtures, 0);
    }
    let used = machine::memory(server.pid)?;
    let mut open = Vec::new();
    // The first ones make what all share.
    let mut before = used;
    for (number, visitor) in fixtures.clients.iter().enumerate() {
        if number == 10 {
            before = machine::memory(server.pid)?;
        }
        let mut client = Client::connect(server.address).await?;
        let live = Ask::page(kernel::paths::LIVE.to_owned(), Some(&visitor.token));
        let response = client.open(&live).await?;
        if response.status() != http::StatusCode::OK {
            return Err(format!("a live stream was answered {}", response.status()).into());
        }
        open.push((client, response));
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let after = machine::memory(server.pid)?;
    let streams = open.len().saturating_sub(10);
    let more = after.0.saturating_sub(before.0);
    Ok(Memory { idle, used, stream: more as f64 / streams.max(1) as f64, streams })
}
