//! Asks in a closed loop over kept connections, and checks every answer.

use crate::Failure;
use crate::client::Client;
use crate::fixtures::Fixtures;
use crate::work::Work;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::task::JoinSet;

/// What so many answers weighed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    pub answers: usize,
    /// Bytes on the wire, and as they are meant.
    pub wire: usize,
    pub plain: usize,
}

impl Weight {
    /// Bytes on the wire of one answer.
    #[must_use]
    pub fn each(self) -> (usize, usize) {
        (self.wire / self.answers.max(1), self.plain / self.answers.max(1))
    }
}

/// Asks `count` questions from the `from`th on, and as many more as it takes that each connection asks as many.
///
/// # Errors
/// The first answer that is wrong.
pub async fn drive(
    address: SocketAddr,
    work: Work,
    fixtures: &Arc<Fixtures>,
    (from, count): (usize, usize),
) -> Result<Weight, Failure> {
    let connections = connections(work, fixtures);
    let each = count.div_ceil(connections);
    let mut all = JoinSet::new();
    for connection in 0..connections {
        let fixtures = fixtures.clone();
        all.spawn(async move {
            let mut client = Client::connect(address).await?;
            let mut weight = Weight::default();
            for turn in 0..each {
                // The same rows always come by the same connection, so that nobody changes a row under another's hands.
                let number = (from.div_ceil(connections) + turn) * connections + connection;
                let answer = client.ask(&work.ask(&fixtures, number)).await?;
                work.check(&fixtures, number, &answer)?;
                work.learn(&fixtures, number);
                weight.answers += 1;
                weight.wire += answer.wire;
                weight.plain += answer.body.len();
            }
            Ok::<_, Failure>(weight)
        });
    }
    let mut sum = Weight::default();
    while let Some(ended) = all.join_next().await {
        let weight = ended??;
        sum.answers += weight.answers;
        sum.wire += weight.wire;
        sum.plain += weight.plain;
    }
    Ok(sum)
}

/// No more than there are rows for, in equal parts.
fn connections(work: Work, fixtures: &Fixtures) -> usize {
    let rows = fixtures.toggles.lock().unwrap_or_else(std::sync::PoisonError::into_inner).len();
    if work != Work::Toggle {
        return work.connections();
    }
    (1..=work.connections()).rev().find(|many| rows.is_multiple_of(*many)).unwrap_or(1)
}
