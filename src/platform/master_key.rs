//! Which master key the database is sealed with (`master_key`): asked before anything else at the start, so that a node
//! without it refuses instead of calling every password wrong and giving up every mail.

use crate::db::{Conn, Db, DbError};
use crate::hashing;
use crate::keys::{KeyError, KeyId, Keys, has_master};
use crate::rng::Rng;
use crate::sql;
use kernel::{AppError, Ts};
use std::path::Path;
use std::sync::Arc;

impl From<DbError> for KeyError {
    fn from(error: DbError) -> Self {
        Self::Database(error.0.to_string())
    }
}

impl From<AppError> for KeyError {
    fn from(error: AppError) -> Self {
        Self::Database(error.to_string())
    }
}

/// What a rotation did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rotated {
    pub old: KeyId,
    pub new: KeyId,
    /// Waiting mails that were sealed anew.
    pub resealed: usize,
}

/// The keys of `dir`, sealing with the one that the database names. The very first start draws one and records it.
///
/// The database decides, not the file: nodes that have both keys agree at every moment of a rotation.
///
/// # Errors
/// [`KeyError::Missing`] when the database's key is not among them; no key is drawn then.
pub async fn settle(db: &Db, dir: &Path, rng: &dyn Rng, now: Ts) -> Result<Keys, KeyError> {
    let Used { recorded, ids } = used(db).await?;
    fits(&ids, dir)?;
    let mut keys = Keys::load_or_create(dir, rng)?;
    let wanted = match recorded {
        Some(id) => id,
        None => record_first(db, keys.current_id(), now).await?,
    };
    let of_file = keys.current_id();
    if !keys.seal_with(wanted) {
        return Err(KeyError::Missing { id: wanted, dir: dir.to_owned() });
    }
    if of_file != wanted {
        tracing::warn!(file = %of_file, database = %wanted, "master.key is not the key in use; see `portico keys rotate`");
    }
    Ok(keys)
}

/// What [`settle`] would say of this database and the keys of `dir`, without making, migrating or writing anything; whether
/// there is a database yet.
///
/// # Errors
/// As [`settle`]; [`KeyError::Database`] when the database does not answer here.
pub async fn examine(url: &str, dir: &Path) -> Result<bool, KeyError> {
    let Some(db) = Db::look(url).await? else { return Ok(false) };
    let used = used(&db).await;
    db.close().await;
    fits(&used?.ids, dir)?;
    Ok(true)
}

/// The keys that a database needs.
struct Used {
    /// The one it is sealed with, where that is written down.
    recorded: Option<KeyId>,
    /// One of these must be here; none where nothing was sealed yet.
    ids: Vec<KeyId>,
}

async fn used(db: &Db) -> Result<Used, DbError> {
    let mut conn = db.read().await?;
    let recorded = if_there(current(&mut conn).await)?;
    let ids = match recorded {
        Some(id) => vec![id],
        None => if_there(traces(&mut conn).await)?,
    };
    Ok(Used { recorded, ids })
}

/// A database that was never migrated, or not yet by this version, says nothing.
fn if_there<T: Default>(read: Result<T, DbError>) -> Result<T, DbError> {
    match read {
        Err(error) if error.is_unknown_table() => Ok(T::default()),
        read => read,
    }
}

fn fits(used: &[KeyId], dir: &Path) -> Result<(), KeyError> {
    let Some(first) = used.first() else { return Ok(()) };
    if has_master(dir)? && Keys::load(dir)?.ids().iter().any(|id| used.contains(id)) {
        return Ok(());
    }
    Err(KeyError::Missing { id: *first, dir: dir.to_owned() })
}

/// Goes on without the key called `lost`: what it sealed and peppered stays unreadable.
///
/// # Errors
/// [`KeyError::NotLost`] when the key is there, or the database needs another one.
pub async fn give_up(
    db: &Db,
    dir: &Path,
    rng: &Arc<dyn Rng>,
    lost: KeyId,
    now: Ts,
) -> Result<Rotated, KeyError> {
    let needed = used(db).await?.ids.first().copied();
    if needed != Some(lost) || (has_master(dir)? && Keys::load(dir)?.ids().contains(&lost)) {
        return Err(KeyError::NotLost(lost));
    }
    let keys = Keys::load_or_create(dir, &**rng)?;
    let new = keys.current_id();
    record_next(db, lost, new, now).await?;
    tracing::warn!(%lost, %new, "the master key was given up as lost");
    Ok(Rotated { old: lost, new, resealed: 0 })
}

async fn current(conn: &mut Conn) -> Result<Option<KeyId>, DbError> {
    let row: Option<(Vec<u8>,)> =
        sql!("SELECT key_id FROM master_key ORDER BY ordinal DESC LIMIT 1").optional(conn).await?;
    Ok(row.and_then(|(id,)| id.try_into().ok()).map(KeyId))
}

/// The keys that a database without a record was used with: a backup of before there was one, restored beside other keys.
async fn traces(conn: &mut Conn) -> Result<Vec<KeyId>, DbError> {
    let hashes: Vec<(String,)> = sql!(
        "SELECT password_hash FROM portal_user WHERE password_hash IS NOT NULL
         ORDER BY password_changed_at DESC LIMIT 50"
    )
    .all(conn)
    .await?;
    let sealed: Vec<(Vec<u8>,)> =
        sql!("SELECT DISTINCT SUBSTR(body_sealed, 2, 4) FROM outbox WHERE body_sealed IS NOT NULL LIMIT 50")
            .all(conn)
            .await?;
    let peppers = hashes.iter().filter_map(|(hash,)| hashing::pepper_of(hash));
    let seals = sealed.into_iter().filter_map(|(id,)| id.try_into().ok()).map(KeyId);
    Ok(peppers.chain(seals).collect())
}

/// Records the first key, unless another node was faster: the one that is recorded then.
async fn record_first(db: &Db, id: KeyId, now: Ts) -> Result<KeyId, KeyError> {
    let recorded = db.write(move |tx| {
        Box::pin(async move {
            sql!(
                "INSERT INTO master_key (ordinal, key_id, since) VALUES (1, $1, $2) ON CONFLICT (ordinal) DO NOTHING",
                id.0.to_vec(),
                now
            )
            .run(tx)
            .await?;
            Ok(current(tx).await?)
        })
    });
    Ok(recorded.await?.unwrap_or(id))
}

/// Only one of several rotations from `old` is recorded.
pub(crate) async fn record_next(db: &Db, old: KeyId, new: KeyId, now: Ts) -> Result<(), KeyError> {
    let recorded = db.write(move |tx| {
        Box::pin(async move {
            if current(tx).await?.is_some_and(|id| id != old) {
                return Err(AppError::Conflict);
            }
            sql!(
                "INSERT INTO master_key (ordinal, key_id, since)
                 SELECT COALESCE(MAX(ordinal), 0) + 1, $1, $2 FROM master_key",
                new.0.to_vec(),
                now
            )
            .run(tx)
            .await?;
            Ok(())
        })
    });
    Ok(recorded.await?)
}

#[cfg(test)]
#[path = "master_key_tests.rs"]
mod tests;
