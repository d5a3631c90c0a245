//! The platform as one cheap-to-clone value.

use crate::clock::{Clock, SystemClock};
use crate::config::{Config, ConfigError};
use crate::db::{Db, Published};
use crate::dns::{Dns, SystemDns};
use crate::firm_profile::Firms;
use crate::geoip::GeoIp;
use crate::hashing::PasswordHasher;
use crate::ids::Ids;
use crate::keys::Keys;
use crate::mail::{KnownHealth, MailTransport, SmtpTransport};
use crate::master_key;
use crate::rng::{OsRng, Rng};
use std::ops::Deref;
use std::sync::Arc;
use tokio::sync::{Notify, broadcast};

/// Everything areas need of the machine. Clone it freely.
#[derive(Clone)]
pub struct Platform(Arc<Parts>);

/// What a [`Platform`] is made of.
pub struct Parts {
    pub config: Config,
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub rng: Arc<dyn Rng>,
    pub ids: Ids,
    pub keys: Arc<Keys>,
    pub hasher: PasswordHasher,
    pub firms: Firms,
    pub geoip: GeoIp,
    /// `None` keeps mail in the outbox.
    pub mail: Option<Arc<dyn MailTransport>>,
    pub dns: Arc<dyn Dns>,
    /// How mail fares, as last read.
    pub mail_health: KnownHealth,
    /// News for browsers, fed by [`crate::events::feed`].
    pub live: broadcast::Sender<Arc<Published>>,
    /// Wakes the worker after something was queued.
    pub queued: Notify,
}

impl Deref for Platform {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Platform {
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// Opens everything the configuration names; the schema must be up to date.
    ///
    /// # Errors
    /// What cannot be opened, in words for whoever runs the server.
    pub async fn open(config: Config) -> Result<Self, ConfigError> {
        Self::open_at(config, Arc::new(SystemClock)).await
    }

    /// As [`Platform::open`], by another clock.
    ///
    /// # Errors
    /// As [`Platform::open`].
    pub async fn open_at(config: Config, clock: Arc<dyn Clock>) -> Result<Self, ConfigError> {
        let fail = |what: &str, error: &dyn std::fmt::Display| ConfigError(format!("{what}: {error}"));
        std::fs::create_dir_all(&config.data_dir)
            .map_err(|e| fail(&config.data_dir.display().to_string(), &e))?;
        let rng: Arc<dyn Rng> = Arc::new(OsRng);
        let url = config.database();
        let db = Db::open(url.expose()).await.map_err(|e| fail("database", &e.0))?;
        let keys = master_key::settle(&db, &config.data_dir, &*rng, clock.now()).await;
        let keys = Arc::new(keys.map_err(|e| fail("keys", &e))?);
        let mail: Option<Arc<dyn MailTransport>> = match &config.smtp_url {
            Some(url) => {
                let transport = SmtpTransport::from_url(url.expose()).map_err(|e| fail("smtp_url", &e))?;
                Some(Arc::new(transport.calling_itself(&config.host())))
            }
            None => None,
        };
        let permits = std::thread::available_parallelism().map_or(2, usize::from).min(4);
        Ok(Self::new(Parts {
            hasher: PasswordHasher::new(keys.clone(), rng.clone(), permits)
                .map_err(|e| fail("password workers", &e))?,
            geoip: GeoIp::open(config.geoip_db.as_deref()),
            ids: Ids::new(clock.clone(), rng.clone()),
            firms: Firms::new(),
            dns: Arc::new(SystemDns::default()),
            mail_health: KnownHealth::default(),
            live: broadcast::channel(1024).0,
            queued: Notify::new(),
            config,
            db,
            clock,
            rng,
            keys,
            mail,
        }))
    }
}
