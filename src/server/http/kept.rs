//! Pages that are the same for everybody: drawn once for each language and appearance, and sent from here with a nonce of
//! their own.
//!
//! Such a page is drawn for nobody at all: without the request's headers, cookies and address, so that nothing of one
//! visitor can be in what the next one gets. It is kept together with the firm it was drawn for, and counts for nothing
//! once that firm is another than it was.

use super::headers;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use kernel::{FirmId, Locale, paths};
use leptos::nonce::Nonce;
use platform::Cx;
use platform::firm_profile::FirmProfile;
use platform::request::Source;
use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, PoisonError, RwLock};

/// Most pages kept, of some 15 KB each; then it begins anew.
const MOST: usize = 256;
/// Larger pages are none of these, in bytes.
const LARGEST: usize = 256 * 1024;

/// What tells one of these pages from another, besides the firm's own facts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    firm: FirmId,
    /// Path and query.
    here: String,
    locale: Locale,
    theme: Option<&'static str>,
}

impl Key {
    /// Of the page that this request asks for, if it is one of these. Whether anybody is signed in, or was told anything
    /// that belongs on it, is for the caller to say.
    pub fn of(cx: &Cx, request: &Request, theme: Option<&'static str>) -> Option<Self> {
        let here = request.uri().path_and_query()?.as_str();
        let is_asked = matches!(*request.method(), Method::GET | Method::HEAD);
        (is_asked && is_kept(here, cx.config.demo)).then(|| Self {
            firm: cx.firm.id,
            here: here.to_owned(),
            locale: cx.locale,
            theme,
        })
    }

    /// A request for this page that says nothing of anybody.
    pub fn request(&self) -> Option<Request> {
        Request::builder().uri(&self.here).body(Body::empty()).ok()
    }

    /// The context of such a request.
    pub fn context(&self, cx: &Cx) -> Cx {
        let nowhere = Source::at(Ipv4Addr::UNSPECIFIED);
        let mut neutral = Cx::without_browser(&cx.platform, cx.firm.clone(), nowhere);
        neutral.locale = self.locale;
        neutral
    }

    pub fn theme(&self) -> Option<&'static str> {
        self.theme
    }
}

/// The sign-in, where it lists nobody; the form for a forgotten password; and the help, also where its address asks for a
/// language. Exactly these addresses: no number of others takes any room.
fn is_kept(here: &str, demo: bool) -> bool {
    if here == paths::SIGN_IN {
        return !demo;
    }
    if [paths::SIGN_IN_CLOSED, paths::FORGOT].contains(&here) {
        return true;
    }
    let Some(rest) = here.strip_prefix(paths::HELP) else { return false };
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    let asks = query.is_none_or(|query| {
        let lang = query.strip_prefix(paths::LANG).and_then(|rest| rest.strip_prefix('='));
        lang.is_some_and(|lang| Locale::ALL.iter().any(|locale| locale.tag() == lang))
    });
    asks && (path.is_empty() || path.strip_prefix('/').is_some_and(app::help::is_topic))
}

/// The pages that are kept. Cheap to clone.
#[derive(Clone, Default)]
pub struct KeptPages(Arc<RwLock<HashMap<Key, Kept>>>);

#[derive(Clone)]
struct Kept {
    firm: Arc<FirmProfile>,
    page: Arc<Page>,
}

impl KeptPages {
    /// The page as it would be drawn now, with another nonce.
    pub fn find(&self, key: &Key, firm: &Arc<FirmProfile>) -> Option<Response> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()?;
        (Arc::ptr_eq(&kept.firm, firm) || kept.firm == *firm).then(|| kept.page.with(&Nonce::new()))
    }

    /// Keeps a page that was drawn for nobody; the answer is to be sent.
    pub async fn keep(&self, key: Key, firm: &Arc<FirmProfile>, drawn: Response) -> Response {
        if drawn.status() != StatusCode::OK || !is_plain(drawn.headers()) {
            return drawn;
        }
        let (head, body) = drawn.into_parts();
        // It is whole; see `renderer`.
        let html = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
        if let Some(page) = Page::of(&head.headers, &html) {
            let kept = Kept { firm: firm.clone(), page: Arc::new(page) };
            let mut pages = self.0.write().unwrap_or_else(PoisonError::into_inner);
            if pages.len() >= MOST && !pages.contains_key(&key) {
                pages.clear();
            }
            pages.insert(key, kept);
        }
        Response::from_parts(head, Body::from(html))
    }
}

/// A page without its nonce.
struct Page {
    kind: HeaderValue,
    /// What stands before, between and behind the places of the nonce.
    pieces: Vec<String>,
}

/// How a nonce begins in a page.
const PLACE: &str = "nonce=\"";

impl Page {
    /// Takes a page apart; nothing where its nonce stands anywhere but where a nonce does, or where it has none.
    fn of(headers: &HeaderMap, html: &Bytes) -> Option<Self> {
        let policy = headers.get(header::CONTENT_SECURITY_POLICY)?.to_str().ok()?;
        let nonce = policy.split_once("'nonce-")?.1.split('\'').next().filter(|nonce| nonce.len() >= 16)?;
        let html = std::str::from_utf8(html).ok().filter(|html| html.len() <= LARGEST)?;
        let pieces: Vec<String> = html.split(nonce).map(str::to_owned).collect();
        let (last, before) = pieces.split_last()?;
        let sound = before.iter().all(|piece| piece.ends_with(PLACE)) && !last.ends_with(PLACE);
        let kind = headers.get(header::CONTENT_TYPE)?.clone();
        sound.then_some(Self { kind, pieces })
    }

    fn with(&self, nonce: &str) -> Response {
        let html = self.pieces.join(nonce);
        let mut response = Response::new(Body::from(html));
        let out = response.headers_mut();
        out.insert(header::CONTENT_TYPE, self.kind.clone());
        if let Ok(policy) = HeaderValue::from_str(&headers::page_policy(nonce)) {
            out.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        response
    }
}

/// Whether an answer is a page and nothing else: no cookie, no redirect.
fn is_plain(headers: &HeaderMap) -> bool {
    let known = [header::CONTENT_TYPE, header::CONTENT_SECURITY_POLICY];
    headers.keys().all(|name| known.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_the_pages_that_are_the_same_for_everybody_are_kept() {
        for (here, demo, kept) in [
            ("/login", false, true),
            ("/login", true, false),
            ("/login?next=/portal", false, false),
            ("/login?", false, false),
            ("/login/", false, false),
            ("/login/code", false, false),
            ("/login/closed", true, true),
            ("/password/forgot", false, true),
            ("/password/reset", false, false),
            ("/help", false, true),
            ("/help?lang=de", false, true),
            ("/help?lang=xx", false, false),
            ("/help?lang=de&lang=ja", false, false),
            ("/help?q=1", false, false),
            ("/help/code", false, true),
            ("/help/code?lang=ja", false, true),
            ("/help/c%6fde", false, false),
            ("/help/nothing", false, false),
            ("/helpless", false, false),
            ("/portal", false, false),
            ("/", false, false),
        ] {
            assert_eq!(is_kept(here, demo), kept, "{here}");
        }
    }

    const NONCE: &str = "abcdefghijklmnopqrstuv";

    fn drawn(html: &str) -> Response {
        let mut response = Response::new(Body::from(html.to_owned()));
        let policy = HeaderValue::from_str(&headers::page_policy(NONCE)).unwrap();
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
        response
    }

    fn key(n: usize) -> Key {
        Key { firm: FirmId(uuid::Uuid::nil()), here: format!("/{n}"), locale: Locale::En, theme: None }
    }

    #[tokio::test]
    async fn a_page_is_kept_without_its_nonce_and_only_when_it_is_a_page_and_nothing_else() {
        let firm = Arc::new(FirmProfile::default());
        let page =
            format!("<p>x</p><script nonce=\"{NONCE}\">1</script><script nonce=\"{NONCE}\">2</script>");
        let with_cookie = {
            let mut drawn = drawn(&page);
            drawn.headers_mut().insert(header::SET_COOKIE, HeaderValue::from_static("a=b"));
            drawn
        };
        let missing = {
            let mut drawn = drawn(&page);
            *drawn.status_mut() = StatusCode::NOT_FOUND;
            drawn
        };
        for (what, drawn, kept) in [
            ("a page", drawn(&page), true),
            ("a page without a script", drawn("<p>x</p>"), true),
            ("one that shows the nonce", drawn(&format!("{page}<p>{NONCE}</p>")), false),
            ("one that ends within a nonce", drawn("<script nonce=\""), false),
            ("one that sets a cookie", with_cookie, false),
            ("one that is not there", missing, false),
            ("a very long one", drawn(&"x".repeat(LARGEST + 1)), false),
        ] {
            let pages = KeptPages::default();
            let sent = pages.keep(key(0), &firm, drawn).await;
            assert!(sent.headers().contains_key(header::CONTENT_TYPE), "{what}");
            let Some(found) = pages.find(&key(0), &firm) else {
                assert!(!kept, "{what}");
                continue;
            };
            assert!(kept, "{what}");
            let policy = found.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
            let html = axum::body::to_bytes(found.into_body(), LARGEST).await.unwrap();
            assert!(!policy.contains(NONCE) && !String::from_utf8_lossy(&html).contains(NONCE), "{what}");
        }
    }

    #[tokio::test]
    async fn a_firm_that_changed_has_no_page_and_pages_are_bounded() {
        let pages = KeptPages::default();
        let firm = Arc::new(FirmProfile::default());
        for n in 0..MOST + 10 {
            pages.keep(key(n), &firm, drawn("<p>x</p>")).await;
        }
        assert!(pages.0.read().unwrap().len() <= MOST);
        let last = key(MOST + 9);
        assert!(pages.find(&last, &firm).is_some());
        assert!(pages.find(&last, &Arc::new(FirmProfile::default())).is_some(), "the same, read again");
        let renamed = Arc::new(FirmProfile { name: "Another".to_owned(), ..FirmProfile::default() });
        assert!(pages.find(&last, &renamed).is_none());
    }
}
