//! An event that failed, tried again by a job: growing pauses, and parked with its reason in the end (REL-9).

use super::follower::Following;
use super::store;
use crate::work::{Later, Then, Turn};
use kernel::AppError;
use serde::{Deserialize, Serialize};

/// Which event, and who is to hear of it.
#[derive(Serialize, Deserialize)]
pub(super) struct Again {
    pub follower: String,
    pub seq: i64,
}

crate::later!(Again);

impl Later for Again {
    const NAME: &'static str = "domain events again";

    async fn run(self, turn: Turn) -> Result<Then, AppError> {
        let follower = Following::all().into_iter().find(|one| one.name == self.follower);
        // A node of another version may know it.
        let follower = follower.ok_or(AppError::NotFound)?;
        let event = store::event(&mut turn.platform.db.read().await?, self.seq).await?;
        let Some(event) = event else { return Ok(Then::GiveUp("the event is kept no longer".to_owned())) };
        let platform = turn.platform.clone();
        turn.finish(move |tx| Box::pin(async move { follower.hear_one(tx, &platform, &event).await })).await
    }
}
