//! What everybody needs to know of the firm whose portal this is, by the request's host; and how it changes.

mod store;

pub use store::{
    Details, create, end_first_steps, mail_tested, mark_as_demo, set_colours, set_details, set_main_host,
};

pub(crate) use store::{remove_logo, set_logo};

use crate::config::Config;
use crate::db::{Conn, Db, DbError};
use crate::{net, sql};
use kernel::{Brand, Colour, FirmId, Locale, Ts};
use std::collections::HashMap;
use std::sync::{Arc, RwLock};

/// A firm as its clients know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmProfile {
    pub id: FirmId,
    pub name: String,
    /// The main host: what people type, without a port.
    pub host: String,
    pub locale: Locale,
    /// The languages its clients may choose; its own is among them.
    pub languages: Vec<Locale>,
    /// IANA name.
    pub time_zone: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// The postal address, in lines.
    pub address: Option<String>,
    pub website: Option<String>,
    /// Who mails come from, if not from the firm by its name.
    pub sender_name: Option<String>,
    /// Where answers to mails go, if not to the firm's address.
    pub reply_to: Option<String>,
    pub brand: Brand,
    /// The name of its logo below `/brand/`.
    pub logo: Option<String>,
    pub invitation_days: i64,
    /// Whether clients may change the address they sign in with themselves (ECHG-7).
    pub own_address: bool,
    /// Its people need no list of first steps any more.
    pub first_steps_over: bool,
    /// Scheme, host and port that links start with (SEC-19).
    pub origin: String,
}

/// A firm that nothing is known of yet.
impl Default for FirmProfile {
    fn default() -> Self {
        Self {
            id: FirmId(uuid::Uuid::nil()),
            name: String::new(),
            host: String::new(),
            locale: Locale::En,
            languages: Locale::ALL.to_vec(),
            time_zone: "UTC".to_owned(),
            phone: None,
            email: None,
            address: None,
            website: None,
            sender_name: None,
            reply_to: None,
            brand: Brand::default(),
            logo: None,
            invitation_days: 30,
            own_address: true,
            first_steps_over: false,
            origin: String::new(),
        }
    }
}

#[derive(sqlx::FromRow)]
struct FirmRow {
    id: FirmId,
    name: String,
    host: String,
    locale: String,
    languages: String,
    time_zone: String,
    phone: Option<String>,
    email: Option<String>,
    address: Option<String>,
    website: Option<String>,
    sender_name: Option<String>,
    reply_to: Option<String>,
    accent: Option<String>,
    sidebar: Option<String>,
    logo: Option<String>,
    invitation_days: i64,
    own_address: bool,
    first_steps_over: bool,
}

impl FirmRow {
    fn profile(self, config: &Config) -> FirmProfile {
        let locale = Locale::from_tag(&self.locale).unwrap_or_default();
        let colour = |text: Option<String>| text.as_deref().and_then(Colour::parse);
        FirmProfile {
            id: self.id,
            name: self.name,
            origin: origin_of(config, &self.host),
            host: self.host,
            locale,
            languages: languages(&self.languages, locale),
            time_zone: self.time_zone,
            phone: self.phone,
            email: self.email,
            address: self.address,
            website: self.website,
            sender_name: self.sender_name,
            reply_to: self.reply_to,
            brand: Brand { accent: colour(self.accent), sidebar: colour(self.sidebar) },
            logo: self.logo,
            invitation_days: self.invitation_days,
            own_address: self.own_address,
            first_steps_over: self.first_steps_over,
        }
    }
}

/// The languages of this text, in the order of our own list; the firm's is always among them.
fn languages(text: &str, own: Locale) -> Vec<Locale> {
    let named = |locale: &Locale| *locale == own || text.split(' ').any(|tag| tag == locale.tag());
    Locale::ALL.into_iter().filter(named).collect()
}

/// Scheme, host and port that people reach this host of ours by.
#[must_use]
pub fn origin_of(config: &Config, host: &str) -> String {
    if config.host() == host {
        return config.public_origin();
    }
    let port = config.public_url.port().map(|p| format!(":{p}")).unwrap_or_default();
    format!("{}://{}{port}", config.public_url.scheme(), net::host_in_url(host))
}

/// What a host is to the firm that answers there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostKind {
    /// Links are made of it.
    Main,
    /// Another one is the main one, but this lets people in when that one fails.
    Home,
    /// It leads to the main one.
    Further,
}

/// The firm behind a host, and what the host is to it.
#[derive(Clone, Debug)]
pub struct Answering {
    pub firm: Arc<FirmProfile>,
    pub kind: HostKind,
}

/// Firms by host, remembered for a few seconds so that a page does not ask each time.
pub struct Firms {
    known: RwLock<Known>,
}

#[derive(Default)]
struct Known {
    by_host: HashMap<String, (Answering, Ts)>,
    /// Raised by every [`Firms::forget`]: what was read before it is not remembered after it.
    edition: u64,
}

/// How long a node may show a firm's old name when it missed the news, in microseconds.
const REMEMBER: i64 = 5 * Ts::SECOND;

impl Firms {
    #[must_use]
    pub fn new() -> Self {
        Self { known: RwLock::default() }
    }

    /// The firm whose portal answers at this host.
    pub async fn by_host(
        &self,
        db: &Db,
        config: &Config,
        host: &str,
        now: Ts,
    ) -> Result<Option<Arc<FirmProfile>>, DbError> {
        Ok(self.answering(db, config, host, now).await?.map(|found| found.firm))
    }

    /// As [`Firms::by_host`], and what the host is to that firm. The address of the installation answers for the first
    /// firm whatever its hosts are, so that no mistake there shuts everybody out.
    pub async fn answering(
        &self,
        db: &Db,
        config: &Config,
        host: &str,
        now: Ts,
    ) -> Result<Option<Answering>, DbError> {
        let mut edition = 0;
        if let Ok(known) = self.known.read() {
            edition = known.edition;
            if let Some((found, since)) = known.by_host.get(host)
                && now.since(*since).abs() < REMEMBER
            {
                return Ok(Some(found.clone()));
            }
        }
        let base = config.host() == host;
        let asked = async {
            let mut conn = db.read().await?;
            Ok::<_, DbError>(match firm_of_host(&mut conn, host).await? {
                None if base => first_firm(&mut conn).await?.map(|row| (row, true)),
                found => found.map(|found| (found.firm, found.home || base)),
            })
        };
        let found = match asked.await {
            Ok(found) => found,
            // While the database is away, whoever is told so is also told whom to call.
            Err(error) => return self.remembered(host).map(Some).ok_or(error),
        };
        let Some((row, home)) = found else { return Ok(None) };
        let kind = match home {
            _ if row.host == host => HostKind::Main,
            true => HostKind::Home,
            false => HostKind::Further,
        };
        let found = Answering { firm: Arc::new(row.profile(config)), kind };
        if let Ok(mut known) = self.known.write()
            && known.edition == edition
        {
            known.by_host.insert(host.to_owned(), (found.clone(), now));
        }
        Ok(Some(found))
    }

    /// What the host was when last read, however long ago.
    fn remembered(&self, host: &str) -> Option<Answering> {
        self.known.read().ok()?.by_host.get(host).map(|(found, _)| found.clone())
    }

    /// Forgets what is remembered, after a change here or on another node.
    pub fn forget(&self) {
        if let Ok(mut known) = self.known.write() {
            known.by_host.clear();
            known.edition += 1;
        }
    }
}

impl Default for Firms {
    fn default() -> Self {
        Self::new()
    }
}

#[derive(sqlx::FromRow)]
struct HostedRow {
    #[sqlx(flatten)]
    firm: FirmRow,
    /// The firm began with this host.
    home: bool,
}

async fn firm_of_host(conn: &mut Conn, host: &str) -> Result<Option<HostedRow>, DbError> {
    sql!(
        "SELECT f.id, f.name, f.host, f.locale, f.languages, f.time_zone, f.phone, f.email, f.address, f.website,
            f.sender_name, f.reply_to, f.accent, f.sidebar, f.logo, f.invitation_days, f.own_address,
            f.first_steps_over, h.home
         FROM firm_host h JOIN firm f ON f.id = h.firm_id WHERE h.host = $1",
        host
    )
    .optional(conn)
    .await
}

async fn first_firm(conn: &mut Conn) -> Result<Option<FirmRow>, DbError> {
    sql!(
        "SELECT id, name, host, locale, languages, time_zone, phone, email, address, website, sender_name, reply_to,
            accent, sidebar, logo, invitation_days, own_address, first_steps_over
         FROM firm ORDER BY created_at, id LIMIT 1"
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
        "SELECT id, name, host, locale, languages, time_zone, phone, email, address, website, sender_name, reply_to,
            accent, sidebar, logo, invitation_days, own_address, first_steps_over
         FROM firm WHERE id = $1",
        id
    )
    .one(conn)
    .await?;
    Ok(row.profile(config))
}

/// How many firms there are; none means the portal was never set up.
pub async fn count(conn: &mut Conn) -> Result<i64, DbError> {
    let (n,): (i64,) = sql!("SELECT COUNT(*) FROM firm").one(conn).await?;
    Ok(n)
}

/// Whether the demo made a firm here. Its people have a password that everybody knows and its mail is shown, so that its
/// names lead nowhere but to this machine, and no other firm joins it.
pub async fn has_demo(conn: &mut Conn) -> Result<bool, DbError> {
    let (n,): (i64,) = sql!("SELECT COUNT(*) FROM firm WHERE demo = $1", true).one(conn).await?;
    Ok(n > 0)
}
