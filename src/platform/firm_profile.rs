//! What everybody needs to know of the firm whose portal this is: read-only, by the request's host.

use crate::config::Config;
use crate::db::{Conn, Db, DbError};
use crate::sql;
use kernel::{FirmId, Locale, Ts};
use std::collections::HashMap;
use std::sync::{Arc, RwLock};

/// A firm as its clients know it.
#[derive(Clone, Debug)]
pub struct FirmProfile {
    pub id: FirmId,
    pub name: String,
    /// The host people type, without a port.
    pub host: String,
    pub locale: Locale,
    /// IANA name.
    pub time_zone: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub invitation_days: i64,
    /// Scheme, host and port that links start with (SEC-19).
    pub origin: String,
}

#[derive(sqlx::FromRow)]
struct FirmRow {
    id: FirmId,
    name: String,
    host: String,
    locale: String,
    time_zone: String,
    phone: Option<String>,
    email: Option<String>,
    invitation_days: i64,
}

impl FirmRow {
    fn profile(self, config: &Config) -> FirmProfile {
        let own = config.public_url.host_str().unwrap_or_default();
        let origin = if self.host == own {
            config.public_origin()
        } else {
            let port = config.public_url.port().map(|p| format!(":{p}")).unwrap_or_default();
            format!("{}://{}{port}", config.public_url.scheme(), self.host)
        };
        FirmProfile {
            id: self.id,
            name: self.name,
            host: self.host,
            locale: Locale::from_tag(&self.locale).unwrap_or_default(),
            time_zone: self.time_zone,
            phone: self.phone,
            email: self.email,
            invitation_days: self.invitation_days,
            origin,
        }
    }
}

/// Firms by host, remembered for a few seconds so that a page does not ask each time.
pub struct Firms {
    known: RwLock<HashMap<String, (Arc<FirmProfile>, Ts)>>,
}

/// How long a node may show a firm's old name, in microseconds.
const REMEMBER: i64 = 5 * Ts::SECOND;

impl Firms {
    #[must_use]
    pub fn new() -> Self {
        Self { known: RwLock::new(HashMap::new()) }
    }

    /// The firm whose portal answers at this host.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn by_host(
        &self,
        db: &Db,
        config: &Config,
        host: &str,
        now: Ts,
    ) -> Result<Option<Arc<FirmProfile>>, DbError> {
        if let Ok(known) = self.known.read()
            && let Some((firm, since)) = known.get(host)
            && now.since(*since).abs() < REMEMBER
        {
            return Ok(Some(firm.clone()));
        }
        let asked = async { firm_of_host(&mut db.read().await?, host).await };
        let row = match asked.await {
            Ok(Some(row)) => row,
            Ok(None) => return Ok(None),
            // While the database is away, whoever is told so is also told whom to call.
            Err(error) => return self.remembered(host).map(Some).ok_or(error),
        };
        let firm = Arc::new(row.profile(config));
        if let Ok(mut known) = self.known.write() {
            known.insert(host.to_owned(), (firm.clone(), now));
        }
        Ok(Some(firm))
    }

    /// The firm as it was when last read, however long ago.
    fn remembered(&self, host: &str) -> Option<Arc<FirmProfile>> {
        self.known.read().ok()?.get(host).map(|(firm, _)| firm.clone())
    }

    /// Forgets what is remembered, after a change on this node.
    pub fn forget(&self) {
        if let Ok(mut known) = self.known.write() {
            known.clear();
        }
    }
}

impl Default for Firms {
    fn default() -> Self {
        Self::new()
    }
}

async fn firm_of_host(conn: &mut Conn, host: &str) -> Result<Option<FirmRow>, DbError> {
    sql!(
        "SELECT id, name, host, locale, time_zone, phone, email, invitation_days FROM firm WHERE host = $1",
        host
    )
    .optional(conn)
    .await
}

/// The firm with this id; for work that happens after the request.
///
/// # Errors
/// When the database does not answer or has no such firm.
pub async fn by_id(conn: &mut Conn, config: &Config, id: FirmId) -> Result<FirmProfile, DbError> {
    let row: FirmRow = sql!(
        "SELECT id, name, host, locale, time_zone, phone, email, invitation_days FROM firm WHERE id = $1",
        id
    )
    .one(conn)
    .await?;
    Ok(row.profile(config))
}

/// How many firms there are; none means the portal was never set up.
///
/// # Errors
/// When the database does not answer.
pub async fn count(conn: &mut Conn) -> Result<i64, DbError> {
    let (n,): (i64,) = sql!("SELECT COUNT(*) FROM firm").one(conn).await?;
    Ok(n)
}

/// Adds a firm.
///
/// # Errors
/// A duplicate when its host is taken.
pub async fn create(conn: &mut Conn, firm: &FirmProfile, now: Ts) -> Result<(), DbError> {
    sql!(
        "INSERT INTO firm (id, name, host, locale, time_zone, phone, email, invitation_days, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        firm.id,
        &firm.name,
        &firm.host,
        firm.locale.tag(),
        &firm.time_zone,
        firm.phone.clone(),
        firm.email.clone(),
        firm.invitation_days,
        now
    )
    .run(conn)
    .await
    .map(drop)
}
