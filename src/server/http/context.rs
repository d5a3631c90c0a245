//! From an HTTP request to a [`Cx`]: which firm, which language, from where.

use super::asked::{Asked, ip, locale, of_link, text};
use super::site::Site;
use super::{cookies, declared};
use access::gate::Cookie;
use http::request::Parts;
use http::{HeaderMap, header};
use platform::Cx;
use platform::config::Config;
use platform::firm_profile::{self, FirmProfile, HostKind};
use platform::net;
use platform::request::{HeldLinks, Source};
use std::sync::Arc;

/// Why a request has no firm.
pub enum NoFirm {
    /// The host is not ours: 421 (DOM-4).
    UnknownHost,
    /// A host that leads to the firm's main one: an earlier one, or `www.` before any (DOM-2, DOM-3).
    Elsewhere(String),
    /// The portal was never set up.
    NotSetUp,
    Database,
}

/// The request's context.
pub async fn of(site: &Site, parts: &Parts) -> Result<(Cx, Asked), NoFirm> {
    let (host, with_dot) = host(&parts.headers, parts).ok_or(NoFirm::UnknownHost)?;
    let platform = &site.platform;
    // In the demo everybody has the same known password and reads all mail: whatever names its firm was given, it answers
    // at those of this machine only.
    if platform.config.demo && !net::is_this_machine(&host) {
        return Err(NoFirm::UnknownHost);
    }
    let now = platform.clock.now();
    let found = platform.firms.answering(&platform.db, &platform.config, &host, now).await;
    let (firm, kind) = match found.map_err(|_| NoFirm::Database)? {
        Some(found) => (found.firm, found.kind),
        None => (without_firm(site, parts, &host).await?, HostKind::Main),
    };
    // `portal.example.org.` is this host, but another origin for a browser: cookies and forms would not hold.
    if with_dot {
        return Err(NoFirm::Elsewhere(same_at(&firm, parts)));
    }
    let leads_to = match kind {
        HostKind::Main => None,
        HostKind::Home => Some(same_at(&firm, parts)),
        HostKind::Further => return Err(NoFirm::Elsewhere(same_at(&firm, parts))),
    };
    let asked = Asked { origin: firm_profile::origin_of(&platform.config, &host), leads_to };
    let locale = of_link(parts)
        .unwrap_or_else(|| locale(&parts.headers, &platform.config, (firm.locale, &firm.languages)));
    let ip = ip(parts, &platform.config);
    let agent = text(&parts.headers, &header::USER_AGENT).unwrap_or_default();
    let mut cx = Cx::without_browser(platform, firm, Source::of_browser(ip, agent));
    cx.locale = locale;
    cx.links = held_links(&parts.headers, &platform.config);
    cx.browser_token = cookies::read(&parts.headers, &platform.config, Cookie::BROWSER);
    cx.device_token = cookies::read(&parts.headers, &platform.config, Cookie::DEVICE);
    Ok((cx, asked))
}

/// The mailed links that this browser opened (SEC-20).
fn held_links(headers: &HeaderMap, config: &Config) -> HeldLinks {
    if !cookies::are_there(headers) {
        return HeldLinks::default();
    }
    let held =
        |name: &str, value: &str| declared::links().iter().find_map(|kind| kind.in_cookie(name, value));
    cookies::read_all(headers, config, held).into_iter().collect()
}

/// The same address at the firm's main host.
fn same_at(firm: &FirmProfile, parts: &Parts) -> String {
    format!("{}{}", firm.origin, parts.uri.path_and_query().map_or("/", |p| p.as_str()))
}

async fn without_firm(site: &Site, parts: &Parts, host: &str) -> Result<Arc<FirmProfile>, NoFirm> {
    let platform = &site.platform;
    let own = platform.config.host();
    if let Some(bare) = host.strip_prefix("www.")
        && let Ok(Some(firm)) =
            platform.firms.by_host(&platform.db, &platform.config, bare, platform.clock.now()).await
    {
        return Err(NoFirm::Elsewhere(same_at(&firm, parts)));
    }
    let mut conn = platform.db.read().await.map_err(|_| NoFirm::Database)?;
    let firms = platform::firm_profile::count(&mut conn).await.map_err(|_| NoFirm::Database)?;
    if firms == 0 && (host == own || net::is_this_machine(host)) {
        if parts.uri.path().starts_with("/setup/") || !wants_page(parts) {
            return Ok(Arc::new(nobody(platform, &own)));
        }
        return Err(NoFirm::NotSetUp);
    }
    Err(NoFirm::UnknownHost)
}

/// Files and health belong to no firm.
fn wants_page(parts: &Parts) -> bool {
    let path = parts.uri.path();
    !(path.starts_with("/pkg/")
        || path.starts_with("/fonts/")
        || path.starts_with("/api/")
        || path == kernel::paths::LANGUAGE
        || path.contains('.')
        || path == "/livez"
        || path == "/readyz")
}

/// Stands in for the firm that the set-up page is about to make.
fn nobody(platform: &platform::Platform, host: &str) -> FirmProfile {
    FirmProfile {
        name: "Portico".to_owned(),
        host: host.to_owned(),
        origin: platform.config.public_origin(),
        ..FirmProfile::default()
    }
}

/// The host that was asked, lower-case, without port, and whether it was written with a dot at its end. Only what HTTP
/// itself says: never `X-Forwarded-Host` (SEC-19).
fn host(headers: &HeaderMap, parts: &Parts) -> Option<(String, bool)> {
    let mut values = headers.get_all(header::HOST).iter();
    let first = values.next().and_then(|value| value.to_str().ok());
    if values.next().is_some() {
        return None;
    }
    let authority = parts.uri.authority().map(http::uri::Authority::as_str);
    let asked = match (first, authority) {
        (Some(host), Some(authority)) if host != authority => return None,
        (Some(host), _) => host,
        (None, Some(authority)) => authority,
        (None, None) => return None,
    };
    let authority: http::uri::Authority = asked.parse().ok()?;
    Some((net::host_name(authority.host()), authority.host().ends_with('.')))
}
