//! Putting a new master key in the place of the one in use: its files, its record, and the mail that waits.

use crate::db::Db;
use crate::keys::{self, KeyError, Keys};
use crate::master_key::{Rotated, record_next, settle};
use crate::outbox;
use crate::rng::Rng;
use kernel::Ts;
use std::path::Path;
use std::sync::Arc;

/// Draws a new master key, keeps the old one among the retired, records the change and seals waiting mail anew. Where a new
/// `master.key` was put beside the retired old one, by hand or by a rotation that was cut short, that is the new key.
///
/// # Errors
/// [`KeyError`]; two rotations at once end with one of them refused.
pub async fn rotate(db: &Db, dir: &Path, rng: &Arc<dyn Rng>, now: Ts) -> Result<Rotated, KeyError> {
    let old = settle(db, dir, &**rng, now).await?.current_id();
    if Keys::load(dir)?.current_id() == old {
        keys::replace(dir, old, &**rng)?;
    }
    let keys = Arc::new(Keys::load(dir)?);
    let new = keys.current_id();
    record_next(db, old, new, now).await?;
    let resealed = outbox::seal_anew(db, &keys, rng).await?;
    tracing::info!(%old, %new, resealed, "the master key was rotated");
    Ok(Rotated { old, new, resealed })
}
