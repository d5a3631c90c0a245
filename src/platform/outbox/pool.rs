//! A pool of deliveries that are independent of each other: mails are claimed as slots become free, so that one that
//! hangs holds its own slot and nobody else up.

use super::claim::{self, Key};
use super::delivery;
use super::rules::{Lane, Waiting, share};
use crate::work::Standing;
use crate::{Platform, chores, mail_health};
use kernel::{AppError, FirmId};
use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::{Id, JoinError, JoinSet};

inventory::submit! {
    Standing {
        name: "mail",
        run: |platform, bell, stop| Box::pin(async move { run(platform, &bell, stop).await }),
        look: |platform| Box::pin(send_due(platform)),
    }
}

/// How often the outbox is looked at when nobody rings.
const LOOK: Duration = Duration::from_millis(300);
/// How long deliveries may go on after the process was asked to stop.
const GRACE: Duration = Duration::from_secs(10);

/// A delivery that is under way.
struct Delivery {
    mail: Key,
    lane: Lane,
}

/// The deliveries of this worker.
struct Pool {
    platform: Platform,
    tasks: JoinSet<()>,
    busy: HashMap<Id, Delivery>,
    /// When each firm was served last.
    served: HashMap<FirmId, u64>,
    turn: u64,
}

/// Delivers until `stop` turns true; looks when `bell` rings and by itself. Then lets deliveries come to their end for a
/// moment, and gives back what did not.
async fn run(platform: Platform, bell: &Notify, stop: watch::Receiver<bool>) {
    run_with(platform, bell, stop, GRACE).await;
}

/// As [`run`], with another time for deliveries to come to their end.
pub(super) async fn run_with(
    platform: Platform,
    bell: &Notify,
    mut stop: watch::Receiver<bool>,
    grace: Duration,
) {
    if let Err(error) = mail_health::begin(&platform).await {
        tracing::error!(%error, "whether mail can be sent could not be written down");
    }
    if platform.mail.is_none() {
        return;
    }
    let mut pool = Pool::new(platform);
    while !*stop.borrow() {
        chores::piece("claiming", "the outbox", pool.fill()).await;
        tokio::select! {
            Some(done) = pool.tasks.join_next_with_id(), if !pool.tasks.is_empty() => pool.ended(done),
            () = bell.notified() => {}
            () = tokio::time::sleep(LOOK) => {}
            _ = stop.changed() => {}
        }
    }
    pool.end(grace).await;
}

/// Begins as many deliveries as there are slots and waits for them; how many mails were tried.
///
/// # Errors
/// What the database says. A mail that cannot be sent is not an error here: its row says so.
pub async fn send_due(platform: &Platform) -> Result<usize, AppError> {
    if platform.mail.is_none() {
        return Ok(0);
    }
    let mut pool = Pool::new(platform.clone());
    pool.fill().await?;
    let begun = pool.tasks.len();
    while let Some(done) = pool.tasks.join_next_with_id().await {
        pool.ended(done);
    }
    Ok(begun)
}

impl Pool {
    fn new(platform: Platform) -> Self {
        Self { platform, tasks: JoinSet::new(), busy: HashMap::new(), served: HashMap::new(), turn: 0 }
    }

    /// Claims mails for the slots that are free.
    async fn fill(&mut self) -> Result<(), AppError> {
        claim::take_back(&self.platform).await?;
        for lane in Lane::ALL {
            let (_, of_all) = lane.slots();
            let all_busy = self.busy.values().filter(|it| it.lane == lane).count();
            if all_busy >= of_all {
                continue;
            }
            let firms = claim::firms(&self.platform, lane).await?;
            let waiting: Vec<Waiting> = firms.into_iter().map(|firm| self.waiting(lane, firm)).collect();
            let shares = share(lane, all_busy, &waiting);
            if shares.is_empty() {
                continue;
            }
            for mail in claim::claim(&self.platform, lane, shares).await? {
                self.begin(mail, lane);
            }
        }
        Ok(())
    }

    fn waiting(&self, lane: Lane, firm: FirmId) -> Waiting {
        let busy = self.busy.values().filter(|it| it.lane == lane && it.mail.firm_id == firm).count();
        Waiting { firm, busy, served: self.served.get(&firm).copied().unwrap_or(0) }
    }

    fn begin(&mut self, mail: Key, lane: Lane) {
        self.turn += 1;
        self.served.insert(mail.firm_id, self.turn);
        let platform = self.platform.clone();
        let task = self.tasks.spawn(async move {
            if let Err(error) = delivery::hand_off(&platform, mail).await {
                tracing::error!(mail = %mail.id, %error, "a mail could not be settled; its lease will end");
            }
        });
        self.busy.insert(task.id(), Delivery { mail, lane });
    }

    fn ended(&mut self, done: Result<(Id, ()), JoinError>) {
        let id = match &done {
            Ok((id, ())) => *id,
            Err(error) => error.id(),
        };
        let delivery = self.busy.remove(&id);
        if let (Err(error), Some(delivery)) = (done, delivery) {
            tracing::error!(mail = %delivery.mail.id, %error, "a delivery broke off; its lease will end");
        }
    }

    /// Nothing is claimed any more; what is under way may end, and is given back if it does not.
    async fn end(mut self, grace: Duration) {
        let finished = async {
            while let Some(done) = self.tasks.join_next_with_id().await {
                self.ended(done);
            }
        };
        if tokio::time::timeout(grace, finished).await.is_ok() {
            return;
        }
        // Dropping a delivery closes its connection, so the server does not take the mail after all.
        self.tasks.shutdown().await;
        for delivery in self.busy.values() {
            if let Err(error) = claim::give_back(&self.platform, delivery.mail).await {
                tracing::error!(mail = %delivery.mail.id, %error, "a mail could not be given back; its lease will end");
            }
        }
    }
}
