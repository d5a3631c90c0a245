//! What a request says of itself: from where, at which host, in which language, in whose session.

use super::cookies;
use super::weights::weighted;
use access::gate::{Cookie, Visitor};
use http::request::Parts;
use http::{HeaderMap, header};
use kernel::{AppError, Locale};
use platform::config::Config;
use platform::{Cx, net};
use std::net::{IpAddr, SocketAddr};

/// The peer's address, put into the request by the accept loop.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// The host that a request asked for, where it is one that answers.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its scheme, host and port: where a form of ours comes from.
    pub origin: String,
    /// It is not the main one; whoever is not signed in here belongs there.
    pub leads_to: Option<String>,
}

/// Where the request came from (SEC-42); without a connection it is a test on this machine.
pub fn ip(parts: &Parts, config: &Config) -> IpAddr {
    let peer = parts.extensions.get::<Peer>().map_or(IpAddr::from([127, 0, 0, 1]), |peer| peer.0.ip());
    net::client_ip(peer, &parts.headers, &config.trusted_proxies)
}

/// The path of a page of ours that a form was posted from; a hint for after the sign-in and for a link back, never a
/// redirect target.
pub fn own_path(parts: &Parts) -> Option<String> {
    let referer = text(&parts.headers, &header::REFERER)?;
    let asked = parts.extensions.get::<Asked>()?;
    net::safe_path(referer.strip_prefix(asked.origin.as_str())?)
}

/// The language that a link to the help asks for: whoever sent it knew what its reader reads.
pub fn of_link(parts: &Parts) -> Option<Locale> {
    let query = parts.uri.query().filter(|_| kernel::paths::is_help(parts.uri.path()))?;
    let lang = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == kernel::paths::LANG)?;
    Locale::from_tag(&lang.1)
}

/// The explicit choice wins, then what the browser asks for, then the firm's language.
///
/// Only a language that the firm offers its clients counts; its own people are asked again once they are known.
pub fn locale(headers: &HeaderMap, config: &Config, firm: (Locale, &[Locale])) -> Locale {
    let (own, offers) = firm;
    let chosen = cookies::language(headers, config).filter(|locale| offers.contains(locale));
    chosen.or_else(|| liked_best(headers, offers)).unwrap_or(own)
}

/// Of the languages on offer the one that the browser likes best. Ours have no variants: `de-CH` reads `de` (RFC 4647, 3.4).
fn liked_best(headers: &HeaderMap, offers: &[Locale]) -> Option<Locale> {
    let mut best: Option<(Locale, u16)> = None;
    for (tag, liked) in weighted(headers, &header::ACCEPT_LANGUAGE) {
        let Some(locale) = Locale::from_tag(tag).filter(|locale| offers.contains(locale)) else { continue };
        if liked > best.map_or(0, |(_, most)| most) {
            best = Some((locale, liked));
        }
    }
    best.map(|(locale, _)| locale)
}

/// Whoever holds the session of this browser's cookie.
pub async fn visitor(cx: &Cx, headers: &HeaderMap) -> Result<Visitor, AppError> {
    let token = cookies::read(headers, &cx.config, Cookie::SESSION);
    Visitor::of_token(cx, token.as_deref()).await
}

pub fn text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Locale::{De, En, Ja};

    #[test]
    fn of_what_a_firm_offers_the_language_is_taken_that_the_browser_likes_best() {
        for (header, offers, wanted) in [
            ("fr, en;q=0.5, de-AT;q=0.9", &Locale::ALL[..], Some(De)),
            ("ja", &Locale::ALL, Some(Ja)),
            ("ja, de;q=0.9", &[En, De], Some(De)),
            ("de-CH-1996, en", &Locale::ALL, Some(De)),
            ("de;q=0", &Locale::ALL, None),
            ("en;q=5, de;q=0.1", &Locale::ALL, Some(De)),
            ("de;Q=0.2, en;q=0.5", &Locale::ALL, Some(En)),
            ("fr-FR, *", &Locale::ALL, None),
            ("", &Locale::ALL, None),
        ] {
            let value = http::HeaderValue::from_static(header);
            let headers: HeaderMap = [(header::ACCEPT_LANGUAGE, value)].into_iter().collect();
            assert_eq!(liked_best(&headers, offers), wanted, "{header}");
        }
    }
}
