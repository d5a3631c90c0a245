//! A platform for tests: a set clock, seeded randomness, mail in memory, and a database of its own on either engine.

mod database;
mod kept;
pub mod mails;

pub use kept::Kept;

use crate::clock::{Clock as _, SetClock};
use crate::config::Config;
use crate::db::Db;
use crate::dns::Zone;
use crate::firm_profile::{self, FirmProfile, Firms};
use crate::geoip::GeoIp;
use crate::hashing::PasswordHasher;
use crate::ids::Ids;
use crate::keys::Keys;
use crate::mail::{KnownHealth, MailTransport, MemoryTransport};
use crate::master_key;
use crate::request::{Cx, Source};
use crate::rng::{OsRng, Rng, SeededRng};
use crate::rotation;
use crate::{Parts, Platform};
use kernel::{FirmId, Locale, Ts};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, broadcast};

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Sqlite,
    Postgres,
}

/// The morning tests begin: 2026-03-02 08:00 UTC, a Monday.
pub const MORNING: Ts = Ts(1_772_438_400_000_000);

/// How long a request of a test waits for its database, however busy the machine is: what comes of a silence has tests of
/// its own, which say how long ([`TestPlatform::reaching_it_by`]).
const PATIENT: Duration = Duration::from_secs(60);

/// A platform and the handles to play with it. Dropping it drops the database's folder.
pub struct TestPlatform {
    pub platform: Platform,
    pub clock: SetClock,
    pub mail: MemoryTransport,
    pub dns: Zone,
    pub firm: Arc<FirmProfile>,
    folder: PathBuf,
    url: String,
}

impl Drop for TestPlatform {
    fn drop(&mut self) {
        // Files that are still open live on without a name until they are closed.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl TestPlatform {
    /// `None` when the engine is PostgreSQL and `TEST_POSTGRES_URL` names none.
    pub async fn new(on: On) -> Option<Self> {
        Self::made(on, PasswordHasher::cheap_for_tests, None).await
    }

    /// As [`TestPlatform::new`], with mails handed to this transport instead of kept in [`TestPlatform::mail`].
    pub async fn mailing(on: On, transport: Arc<dyn MailTransport>) -> Option<Self> {
        Self::made(on, PasswordHasher::cheap_for_tests, Some(transport)).await
    }

    /// As [`TestPlatform::new`], with passwords that cost what they cost in earnest: for measuring.
    pub async fn in_earnest(on: On) -> Option<Self> {
        Self::made(on, |keys, rng| PasswordHasher::new(keys, rng, 2).expect("threads start"), None).await
    }

    async fn made(
        on: On,
        hasher: fn(Arc<Keys>, Arc<dyn Rng>) -> PasswordHasher,
        transport: Option<Arc<dyn MailTransport>>,
    ) -> Option<Self> {
        let (name, folder) = place();
        let url = database::make(on, &name, &folder).await?;
        let mut made = Self::opened(url, folder, (MORNING, SeededRng::new(7)), hasher, transport).await;
        made.firm = add_firm(&made.platform, "Weber & Partner", "portal.weber.example").await;
        Some(made)
    }

    /// On this database, whose schema is up to date, and with the keys of this folder.
    async fn opened(
        url: String,
        folder: PathBuf,
        (now, rng): (Ts, SeededRng),
        hasher: fn(Arc<Keys>, Arc<dyn Rng>) -> PasswordHasher,
        transport: Option<Arc<dyn MailTransport>>,
    ) -> Self {
        let vars = |key: &str| match key {
            "PORTICO_DATA_DIR" => Some(folder.display().to_string()),
            "PORTICO_PUBLIC_URL" => Some("https://portal.weber.example".to_owned()),
            _ => None,
        };
        let config = Config::from_sources("", &vars).expect("a sound configuration");
        let db = Db::open(&url).await.expect("the database opens").with_budget(PATIENT);
        let clock = SetClock::at(now);
        let rng: Arc<dyn Rng> = Arc::new(rng);
        let keys = master_key::settle(&db, &folder, &OsRng, clock.now()).await;
        let keys = Arc::new(keys.expect("keys are made"));
        let (mail, dns) = (MemoryTransport::default(), Zone::default());
        let platform = Platform::new(Parts {
            hasher: hasher(keys.clone(), rng.clone()),
            geoip: GeoIp::open(None),
            ids: Ids::new(Arc::new(clock.clone()), rng.clone()),
            firms: Firms::new(),
            dns: Arc::new(dns.clone()),
            mail_health: KnownHealth::default(),
            mail: Some(transport.unwrap_or_else(|| Arc::new(mail.clone()))),
            live: broadcast::channel(1024).0,
            queued: Notify::new(),
            clock: Arc::new(clock.clone()),
            config,
            db,
            rng,
            keys,
        });
        Self { platform, clock, mail, dns, firm: Arc::default(), folder, url }
    }

    /// Another node on the same database, with these keys, whatever the database says of them.
    #[must_use]
    pub fn node_with(&self, keys: Keys) -> Platform {
        self.node(Arc::new(keys), self.platform.db.clone())
    }

    /// Another node on the same database, with connections of its own.
    pub async fn other_node(&self) -> Platform {
        let db = Db::open(&self.url).await.expect("the database opens").with_budget(PATIENT);
        self.node(self.platform.keys.clone(), db)
    }

    /// The same after a restart with a new master key.
    pub async fn with_rotated_keys(mut self) -> Self {
        let (db, now) = (self.platform.db.clone(), self.clock.now());
        let rng: Arc<dyn Rng> = Arc::new(OsRng);
        rotation::rotate(&db, &self.folder, &rng, now).await.expect("a key is drawn");
        let keys = master_key::settle(&db, &self.folder, &*rng, now).await.expect("both keys are there");
        self.platform = self.node(Arc::new(keys), db);
        self
    }

    /// The same, reaching its database by another address, its requests bearing a silence of this length.
    pub async fn reaching_it_by(mut self, url: &str, budget: Duration) -> Self {
        let db = Db::open(url).await.expect("the database opens").with_budget(budget);
        self.platform = self.node(self.platform.keys.clone(), db);
        self
    }

    /// The address of its database.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The same as the demo: on this machine, with a firm that the demo made.
    pub async fn in_demo(mut self) -> Self {
        let id = self.firm.id;
        let marked = self.platform.db.write(move |tx| {
            Box::pin(async move {
                Ok(crate::sql!("UPDATE firm SET demo = $1 WHERE id = $2", true, id).run(tx).await?)
            })
        });
        marked.await.expect("the firm is marked");
        let mut config = self.platform.config.clone();
        config.public_url = "http://127.0.0.1:3000".parse().expect("an address");
        config.demo = true;
        let (keys, db) = (self.platform.keys.clone(), self.platform.db.clone());
        self.platform = self.node_of(config, keys, db);
        self
    }

    fn node(&self, keys: Arc<Keys>, db: Db) -> Platform {
        self.node_of(self.platform.config.clone(), keys, db)
    }

    fn node_of(&self, config: Config, keys: Arc<Keys>, db: Db) -> Platform {
        let here = &self.platform;
        Platform::new(Parts {
            hasher: PasswordHasher::cheap_for_tests(keys.clone(), here.rng.clone()),
            geoip: GeoIp::open(None),
            ids: Ids::new(here.clock.clone(), here.rng.clone()),
            firms: Firms::new(),
            mail: here.mail.clone(),
            dns: here.dns.clone(),
            mail_health: KnownHealth::default(),
            live: broadcast::channel(1024).0,
            queued: Notify::new(),
            clock: here.clock.clone(),
            config,
            db,
            rng: here.rng.clone(),
            keys,
        })
    }

    /// Where its keys lie.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// A request to the first firm from an ordinary browser.
    #[must_use]
    pub fn cx(&self) -> Cx {
        self.cx_of(&self.firm)
    }

    /// A request to another firm.
    #[must_use]
    pub fn cx_of(&self, firm: &Arc<FirmProfile>) -> Cx {
        let ip = std::net::IpAddr::from([203, 0, 113, 7]);
        let source = Source::kept(ip, "Germany", "Windows", "Firefox");
        let mut cx = Cx::without_browser(&self.platform, firm.clone(), source);
        cx.locale = Locale::En;
        cx
    }

    /// A second tenant, for tests of isolation.
    pub async fn other_firm(&self) -> Arc<FirmProfile> {
        self.firm_at("Other & Co", "portal.other.example").await
    }

    /// One more tenant.
    pub async fn firm_at(&self, name: &str, host: &str) -> Arc<FirmProfile> {
        add_firm(&self.platform, name, host).await
    }

    /// Makes a firm's own row unreadable, as a hand in the database or a broken disk does. PostgreSQL takes no such value.
    pub async fn spoil(&self, firm: FirmId) {
        let spoil = crate::sql!("UPDATE firm SET invitation_days = $2 WHERE id = $1", firm, "thirty");
        let done = self.platform.db.write(move |tx| Box::pin(async move { Ok(spoil.run(tx).await?) })).await;
        assert_eq!(done, Ok(1), "the firm is there");
    }

    /// Lets those who follow domain events read all that there are.
    pub async fn read_events(&self) {
        crate::unit::read_all(&self.platform).await.expect("followers read");
    }

    /// Sends everything that is due, and what those write who follow domain events.
    pub async fn drain_mail(&self) {
        self.read_events().await;
        while crate::outbox::send_due(&self.platform).await.expect("the outbox answers") > 0 {}
    }
}

/// A name that no other test has, and a folder of it.
fn place() -> (String, PathBuf) {
    let mut unique = [0u8; 8];
    OsRng.fill(&mut unique);
    let name = format!("portico_test_{:016x}", u64::from_be_bytes(unique));
    let folder = std::env::temp_dir().join(&name);
    std::fs::create_dir_all(&folder).expect("the temp folder is writable");
    (name, folder)
}

async fn add_firm(platform: &Platform, name: &str, host: &str) -> Arc<FirmProfile> {
    let firm = FirmProfile {
        id: FirmId(platform.ids.next()),
        name: name.to_owned(),
        host: host.to_owned(),
        locale: Locale::En,
        time_zone: "Europe/Berlin".to_owned(),
        phone: Some("+49 30 555 0100".to_owned()),
        email: Some(format!("kanzlei@{host}")),
        invitation_days: 30,
        origin: format!("https://{host}"),
        ..FirmProfile::default()
    };
    let (row, now) = (firm.clone(), platform.clock.now());
    platform
        .db
        .write(move |tx| Box::pin(async move { Ok(firm_profile::create(tx, &row, now).await?) }))
        .await
        .expect("the firm is stored");
    Arc::new(firm)
}

/// The server tests may use, if one was started for them.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "tests are configured by the environment")]
pub fn postgres_url() -> Option<String> {
    std::env::var("TEST_POSTGRES_URL").ok().filter(|url| !url.is_empty())
}

/// Runs an async test once on SQLite and, when there is a server, once on PostgreSQL.
///
/// ```ignore
/// on_both!(an_invitation_works_once, |t| async move { … });
/// ```
#[macro_export]
macro_rules! on_both {
    ($(#[$meta:meta])* $name:ident, |$t:ident| $body:expr) => {
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn story($t: $crate::testing::TestPlatform) {
                $body
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                let platform = $crate::testing::TestPlatform::new($crate::testing::On::Sqlite).await;
                story(platform.expect("SQLite is always there")).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                if let Some(platform) = $crate::testing::TestPlatform::new($crate::testing::On::Postgres).await {
                    story(platform).await;
                }
            }
        }
    };
}
