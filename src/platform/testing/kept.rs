//! An installation of an earlier version, as it was left.

use super::{On, TestPlatform, database, place};
use crate::firm_profile;
use crate::hashing::PasswordHasher;
use crate::keys::{KEY_BYTES, Keys};
use crate::migrate;
use crate::rng::{Rng, SeededRng};
use crate::sql;
use kernel::{FirmId, Ts};
use std::sync::Arc;

/// What is kept of it.
pub struct Kept<'a> {
    /// The database as statements, of each engine.
    pub sqlite: &'a str,
    pub postgres: &'a str,
    pub master_key: [u8; KEY_BYTES],
    /// When it stopped.
    pub at: Ts,
}

/// Draws the key that was drawn then.
struct Drawn([u8; KEY_BYTES]);

impl Rng for Drawn {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.copy_from_slice(&self.0);
    }
}

impl TestPlatform {
    /// The same installation with this version, brought up to date as its start does it. `None` as in
    /// [`TestPlatform::new`].
    pub async fn upgraded(on: On, kept: &Kept<'_>) -> Option<Self> {
        let (name, folder) = place();
        let dump = if on == On::Sqlite { kept.sqlite } else { kept.postgres };
        let url = database::of_dump(on, &name, &folder, dump).await?;
        Keys::load_or_create(&folder, &Drawn(kept.master_key)).expect("the key is kept");
        migrate::run(&url).await.expect("migrations run");
        // Not the seed of other tests: what was drawn from it stands in the database.
        let chance = (kept.at, SeededRng::new(1_000_003));
        let mut t = Self::opened(url, folder, chance, PasswordHasher::cheap_for_tests, None).await;
        t.firm = {
            let mut conn = t.platform.db.read().await.expect("the database answers");
            let (id,): (FirmId,) =
                sql!("SELECT id FROM firm LIMIT 1").one(&mut conn).await.expect("a firm is there");
            let firm = firm_profile::by_id(&mut conn, &t.platform.config, id).await;
            Arc::new(firm.expect("the firm is read"))
        };
        Some(t)
    }
}
