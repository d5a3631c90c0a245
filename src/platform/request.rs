//! What is known of a request before anybody asks who is there.

use crate::Platform;
use crate::db::{Db, Tx};
use crate::firm_profile::FirmProfile;
use crate::geoip::{Place, country_renamed};
use crate::secret::Secret;
use crate::user_agent;
use futures::future::BoxFuture;
use i18n::tl;
use kernel::live::Tab;
use kernel::{AppError, Locale, Ts, When};
use std::net::IpAddr;
use std::ops::Deref;
use std::sync::Arc;

/// Where a request came from, as it is kept with sign-ins and in the audit trail (AUTH-6, AUD-1).
///
/// Most requests record nothing: what the browser said is read only where it is asked for.
#[derive(Clone, Debug)]
pub struct Source {
    pub ip: IpAddr,
    told: Told,
}

/// What is known besides the address.
#[derive(Clone, Debug)]
enum Told {
    Nothing,
    /// The browser's `User-Agent`, as far as it is read.
    Header(Arc<str>),
    /// What was found out when the request was new: its country, system and browser.
    Kept(Arc<[String; 3]>),
}

impl Source {
    /// An address and nothing else.
    #[must_use]
    pub fn at(ip: impl Into<IpAddr>) -> Self {
        Self { ip: ip.into(), told: Told::Nothing }
    }

    /// A request of a browser that says this of itself.
    #[must_use]
    pub fn of_browser(ip: IpAddr, agent: &str) -> Self {
        Self { ip, told: Told::Header(user_agent::beginning(agent).into()) }
    }

    /// A request of earlier, as it was kept.
    #[must_use]
    pub fn kept(ip: IpAddr, place: &str, os: &str, browser: &str) -> Self {
        Self { ip, told: Told::Kept(Arc::new([place, os, browser].map(str::to_owned))) }
    }

    /// The system that the browser says it runs on, or empty.
    #[must_use]
    pub fn os(&self) -> String {
        match &self.told {
            Told::Nothing => String::new(),
            Told::Header(agent) => user_agent::describe(agent).os,
            Told::Kept(kept) => kept[1].clone(),
        }
    }

    /// The name and version that the browser says it has, or empty.
    #[must_use]
    pub fn browser(&self) -> String {
        match &self.told {
            Told::Nothing => String::new(),
            Told::Header(agent) => user_agent::describe(agent).browser,
            Told::Kept(kept) => kept[2].clone(),
        }
    }
}

/// A mailed link that a cookie of the browser holds (SEC-20); not checked.
#[derive(Clone, Debug)]
pub struct HeldLink {
    /// With what the names of the cookies of its kind begin.
    pub kind: &'static str,
    /// The link's own name, which opens nothing.
    pub name: String,
    /// When it was opened, in seconds since 1970.
    pub opened: i64,
    pub token: Secret<String>,
}

/// The mailed links that a browser holds.
#[derive(Clone, Debug, Default)]
pub struct HeldLinks(Vec<HeldLink>);

impl HeldLinks {
    pub fn all(&self) -> impl Iterator<Item = &HeldLink> {
        self.0.iter()
    }
}

impl FromIterator<HeldLink> for HeldLinks {
    fn from_iter<I: IntoIterator<Item = HeldLink>>(links: I) -> Self {
        Self(links.into_iter().collect())
    }
}

/// What must still hold when a request writes.
///
/// Whoever a request acts for was looked up when it came. Their session may have ended since, or a right may have been
/// taken from them; so every write asks once more, inside its own transaction.
pub trait Condition: Send + Sync {
    /// Refuses when it holds no longer.
    ///
    /// # Errors
    /// What the person is told.
    fn check<'a>(&'a self, tx: &'a mut Tx, now: Ts) -> BoxFuture<'a, Result<(), AppError>>;
}

/// The request: the platform, the firm whose host was asked, the reader's language, and where it came from.
#[derive(Clone)]
pub struct Cx {
    pub platform: Platform,
    /// The platform's database with this request's patience (REL-13); `cx.db` is this one, also on tasks that draw pages.
    pub db: Db,
    pub firm: Arc<FirmProfile>,
    pub locale: Locale,
    /// The reader's own time zone, if they chose one.
    pub zone: Option<String>,
    pub source: Source,
    /// Names the browser tab that asks, so that it is not told of its own change.
    pub tab: Tab,
    /// What the browser's own cookie says, which outlives sessions; not checked.
    pub browser_token: Option<String>,
    /// What the cookie of a trusted browser says (SEC-27); not checked.
    pub device_token: Option<String>,
    /// The mailed links that this browser opened; not checked.
    pub links: HeldLinks,
    /// Private, so that a request cannot shake it off.
    condition: Option<Arc<dyn Condition>>,
}

impl Cx {
    /// A request that no browser makes, in the firm's language: of the worker, the command line, a test.
    #[must_use]
    pub fn without_browser(platform: &Platform, firm: Arc<FirmProfile>, source: Source) -> Self {
        Self {
            platform: platform.clone(),
            db: platform.db.of_this_request(),
            locale: firm.locale,
            zone: None,
            firm,
            source,
            tab: Tab::default(),
            browser_token: None,
            device_token: None,
            links: HeldLinks::default(),
            condition: None,
        }
    }

    /// The same request, whose writes demand this from now on, and nothing that was demanded before.
    #[must_use]
    pub fn under(&self, condition: Arc<dyn Condition>) -> Self {
        Self { condition: Some(condition), ..self.clone() }
    }

    /// The country that the request came from in the firm's language, or empty.
    #[must_use]
    pub fn place(&self) -> String {
        match &self.source.told {
            Told::Nothing => String::new(),
            Told::Kept(kept) => kept[0].clone(),
            Told::Header(_) => match self.geoip.place(self.source.ip, self.firm.locale) {
                Place::Local => tl!(self.firm.locale, "common.local_network"),
                Place::Country { name, .. } => name,
                Place::Unknown => String::new(),
            },
        }
    }

    /// A place that was kept, which is written in the language that the firm had then, in the reader's.
    #[must_use]
    pub fn place_in_words(&self, kept: String) -> String {
        if Locale::ALL.into_iter().any(|locale| tl!(locale, "common.local_network") == kept) {
            return tl!(self.locale, "common.local_network");
        }
        country_renamed(&kept, self.locale).map_or(kept, str::to_owned)
    }

    #[must_use]
    pub fn now(&self) -> Ts {
        self.platform.clock.now()
    }

    /// Runs `work` in a write transaction on behalf of this request (see [`crate::db::Db::write`]), if whoever it acts for
    /// still may: the [`Condition`] is checked first, in the same transaction. For what has to be told as well there is
    /// [`Cx::work`].
    ///
    /// # Errors
    /// What the condition and `work` answer, and that of the database.
    pub async fn write<T, F>(&self, work: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T, AppError>> + Send + 'static,
    {
        let Some(condition) = self.condition.clone() else { return self.db.write(work).await };
        let clock = self.platform.clock.clone();
        let checked = self.db.write(move |tx| {
            Box::pin(async move {
                condition.check(tx, clock.now()).await?;
                work(tx).await
            })
        });
        checked.await
    }

    /// The zone that times are shown in: the reader's own, else the firm's.
    #[must_use]
    pub fn zone(&self) -> &str {
        self.zone.as_deref().unwrap_or(&self.firm.time_zone)
    }

    /// An instant for this reader, in their zone.
    #[must_use]
    pub fn when(&self, at: Ts) -> When {
        crate::when::show(at, self.locale, self.zone())
    }
}

impl Deref for Cx {
    type Target = Platform;
    fn deref(&self) -> &Platform {
        &self.platform
    }
}
