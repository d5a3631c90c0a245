//! How an answer is packed for its way (RFC 9110, 12.5.3): files were packed when they were built, pages and the answers of
//! server functions are packed here, as cheaply as it goes.
//!
//! Whoever can make a browser ask for a page with words of theirs on it, and see how long the answer is on the wire, could
//! guess what else is on that page (BREACH). No token of ours stands on one: requests are told apart by Fetch Metadata and
//! `Origin`, sessions live in cookies, and a page's nonce is new each time. People's data does; so whatever another site
//! made a signed-in browser ask for is sent as it is.

use super::asked::text;
use super::cookies;
use super::weights::weighted;
use axum::body::{Body, Bytes, HttpBody};
use axum::response::Response;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use std::cell::RefCell;
use std::io::Write as _;

/// Shorter answers gain nothing, in bytes.
const SHORTEST: u64 = 1024;
/// As long as an answer may be; longer ones there are none.
const LONGEST: usize = 64 * 1024 * 1024;

/// A way to pack that browsers know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    Zstd,
    Brotli,
    Gzip,
}

impl Coding {
    /// What makes files smallest first.
    pub const SMALLEST: [Self; 3] = [Self::Brotli, Self::Zstd, Self::Gzip];
    /// What costs least first. Of a page of 62 kB zstd makes 6.6 kB in 50 µs and gzip 7.4 kB in 120 µs; brotli takes
    /// 440 µs for 7.2 kB and is for those who know nothing else.
    pub const CHEAPEST: [Self; 3] = [Self::Zstd, Self::Gzip, Self::Brotli];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zstd => "zstd",
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// Packs quickly; nothing where it fails.
    fn pack(self, plain: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Zstd => zstd(plain),
            Self::Brotli => brotli(plain, 2),
            Self::Gzip => gzip(plain, 2),
        }
    }

    /// Packs well what is sent often; nothing where it fails.
    #[must_use]
    pub fn pack_well(self, plain: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Zstd => ::zstd::bulk::compress(plain, 12).ok(),
            Self::Brotli => brotli(plain, 9),
            Self::Gzip => gzip(plain, 9),
        }
    }
}

/// One at a time, its tables from one answer to the next: to make them anew would cost more than to pack.
fn zstd(plain: &[u8]) -> Option<Vec<u8>> {
    thread_local! {
        static PACKER: RefCell<Option<::zstd::bulk::Compressor<'static>>> = const { RefCell::new(None) };
    }
    PACKER.with_borrow_mut(|kept| {
        if kept.is_none() {
            *kept = ::zstd::bulk::Compressor::new(1).ok();
        }
        kept.as_mut()?.compress(plain).ok()
    })
}

fn brotli(mut plain: &[u8], quality: i32) -> Option<Vec<u8>> {
    let params = ::brotli::enc::BrotliEncoderParams { quality, size_hint: plain.len(), ..Default::default() };
    let mut packed = Vec::with_capacity(plain.len() / 4);
    ::brotli::BrotliCompress(&mut plain, &mut packed, &params).ok()?;
    Some(packed)
}

fn gzip(plain: &[u8], level: u32) -> Option<Vec<u8>> {
    let kept = Vec::with_capacity(plain.len() / 4);
    let mut packer = flate2::write::GzEncoder::new(kept, flate2::Compression::new(level));
    packer.write_all(plain).ok()?;
    packer.finish().ok()
}

/// The coding that this request likes best; of those it likes alike, the first of `order`. `None`: as it is.
pub fn wanted(headers: &HeaderMap, order: &[Coding]) -> Option<Coding> {
    let mut best: Option<(Coding, u16)> = None;
    for coding in order {
        let liked = liking(headers, coding.name()).unwrap_or(0);
        if liked > best.map_or(0, |(_, best)| best) {
            best = Some((*coding, liked));
        }
    }
    let plain = listed(headers, "identity").unwrap_or(0);
    best.filter(|(_, liked)| *liked >= plain).map(|(coding, _)| coding)
}

/// How much this coding is liked, in thousandths; `None` where nothing is said of it.
fn liking(headers: &HeaderMap, coding: &str) -> Option<u16> {
    listed(headers, coding).or_else(|| listed(headers, "*"))
}

fn listed(headers: &HeaderMap, coding: &str) -> Option<u16> {
    let is_it = |name: &str| {
        name.eq_ignore_ascii_case(coding) || (coding == "gzip" && name.eq_ignore_ascii_case("x-gzip"))
    };
    weighted(headers, &header::ACCEPT_ENCODING).find_map(|(name, liked)| is_it(name).then_some(liked))
}

/// What must be known of a request after it is gone.
pub struct Wish {
    coding: Option<Coding>,
    is_head: bool,
}

impl Wish {
    /// What shows something private, by whatever cookie, is packed only where the browser says that no other site asked
    /// for it: how long it is would tell what stands in it (BREACH).
    pub fn of(is_head: bool, headers: &HeaderMap) -> Self {
        let site = text(headers, &HeaderName::from_static("sec-fetch-site"));
        let by_us = matches!(site, Some("same-origin" | "none"));
        let coding = wanted(headers, &Coding::CHEAPEST).filter(|_| by_us || !cookies::are_there(headers));
        Self { coding, is_head }
    }
}

/// Marks an answer that is packed as well as it can be, or for good reasons not at all.
#[derive(Clone, Copy)]
pub struct Ready;

/// Packs an answer that is whole, long enough and made of text. A stream goes as it comes.
pub async fn pack(response: Response, wish: &Wish) -> Response {
    let headers = response.headers();
    let length = match response.body().size_hint().exact() {
        // Without its body, the length of an answer to `HEAD` is what was said of it.
        Some(0) | None if wish.is_head => announced(headers),
        Some(length) => length,
        None => 0,
    };
    let is_ready = response.extensions().get::<Ready>().is_some();
    if is_ready || length < SHORTEST || !is_text(headers) || headers.contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    let (mut head, body) = response.into_parts();
    head.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    let Some(coding) = wish.coding else { return Response::from_parts(head, body) };
    let name = HeaderValue::from_static(coding.name());
    if wish.is_head {
        // How long it would be is known only once it is packed.
        head.headers.remove(header::CONTENT_LENGTH);
        head.headers.insert(header::CONTENT_ENCODING, name);
        return Response::from_parts(head, Body::empty());
    }
    // It is whole, so that nothing is waited for and nothing can break.
    let plain = axum::body::to_bytes(body, LONGEST).await.unwrap_or_default();
    let packed = coding.pack(&plain).filter(|packed| packed.len() < plain.len());
    let Some(packed) = packed else { return Response::from_parts(head, Body::from(plain)) };
    head.headers.remove(header::CONTENT_LENGTH);
    head.headers.insert(header::CONTENT_ENCODING, name);
    Response::from_parts(head, Body::from(Bytes::from(packed)))
}

fn announced(headers: &HeaderMap) -> u64 {
    text(headers, &header::CONTENT_LENGTH).and_then(|length| length.parse().ok()).unwrap_or(0)
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = text(headers, &header::CONTENT_TYPE).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    matches!(essence, "text/html" | "text/plain" | "text/css" | "application/json" | "image/svg+xml")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    fn accepting(lines: &[&'static str]) -> HeaderMap {
        lines.iter().map(|line| (header::ACCEPT_ENCODING, HeaderValue::from_static(line))).collect()
    }

    fn unpacked(coding: Coding, packed: &[u8]) -> Vec<u8> {
        let mut plain = Vec::new();
        match coding {
            Coding::Zstd => plain = ::zstd::stream::decode_all(packed).unwrap(),
            Coding::Brotli => ::brotli::BrotliDecompress(&mut &*packed, &mut plain).unwrap(),
            Coding::Gzip => drop(flate2::read::GzDecoder::new(packed).read_to_end(&mut plain).unwrap()),
        }
        plain
    }

    #[test]
    fn the_best_liked_coding_is_taken_and_of_equals_the_first_of_ours() {
        use Coding::{Brotli, Gzip, Zstd};
        for (lines, cheapest, smallest) in [
            (&[][..], None, None),
            (&[""], None, None),
            (&["identity"], None, None),
            (&["gzip, deflate, br, zstd"], Some(Zstd), Some(Brotli)),
            (&["gzip, deflate, br"], Some(Gzip), Some(Brotli)),
            (&["gzip", "br"], Some(Gzip), Some(Brotli)),
            (&["br"], Some(Brotli), Some(Brotli)),
            (&["GZIP"], Some(Gzip), Some(Gzip)),
            (&["x-gzip"], Some(Gzip), Some(Gzip)),
            (&["deflate"], None, None),
            (&["*"], Some(Zstd), Some(Brotli)),
            (&["*;q=0.5, gzip"], Some(Gzip), Some(Gzip)),
            (&["br;q=0, *"], Some(Zstd), Some(Zstd)),
            (&["br;q=0, zstd;q=0.000, gzip;q=0"], None, None),
            (&["br; q=0.2, gzip ;q=0.8"], Some(Gzip), Some(Gzip)),
            (&["gzip;q=0.5, identity;q=1"], None, None),
            (&["gzip;q=0.5, identity;q=0.5"], Some(Gzip), Some(Gzip)),
            (&["gzip, identity;q=0"], Some(Gzip), Some(Gzip)),
            (&["br;q=2, gzip;q=-1, zstd;q=nan"], None, None),
            (&["brotli, gzipped"], None, None),
        ] {
            assert_eq!(wanted(&accepting(lines), &Coding::CHEAPEST), cheapest, "{lines:?}");
            assert_eq!(wanted(&accepting(lines), &Coding::SMALLEST), smallest, "{lines:?}");
        }
    }

    #[test]
    fn what_is_packed_is_smaller_and_comes_out_again() {
        let page = "<tr><td>Weber &amp; Söhne</td></tr>".repeat(500);
        for coding in Coding::CHEAPEST {
            for packed in [coding.pack(page.as_bytes()).unwrap(), coding.pack_well(page.as_bytes()).unwrap()]
            {
                assert!(packed.len() < page.len() / 10, "{coding:?}");
                assert_eq!(unpacked(coding, &packed), page.as_bytes(), "{coding:?}");
            }
            assert_eq!(unpacked(coding, &coding.pack(b"").unwrap()), b"", "{coding:?}");
        }
    }

    fn answer(kind: &'static str, body: Body) -> Response {
        let mut response = Response::new(body);
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        response
    }

    async fn packed(response: Response, request: &HeaderMap) -> (Option<String>, usize) {
        let response = pack(response, &Wish::of(false, request)).await;
        let coding = text(response.headers(), &header::CONTENT_ENCODING).map(str::to_owned);
        (coding, axum::body::to_bytes(response.into_body(), LONGEST).await.unwrap().len())
    }

    #[tokio::test]
    async fn only_long_texts_are_packed_and_streams_never() {
        let any = accepting(&["gzip, br, zstd"]);
        let zstd = Some("zstd".to_owned());
        let stream = || Body::from_stream(futures::stream::iter([Ok::<_, std::io::Error>("a".repeat(5000))]));
        for (what, response, coding) in [
            ("a page", answer("text/html; charset=utf-8", "a".repeat(5000).into()), &zstd),
            ("rows", answer("application/json", "a".repeat(5000).into()), &zstd),
            ("a short page", answer("text/html", "a".repeat(1023).into()), &None),
            ("a picture", answer("image/png", "a".repeat(5000).into()), &None),
            ("live news", answer("text/event-stream", stream()), &None),
            ("a page in pieces", answer("text/html", stream()), &None),
            ("nothing", answer("text/html", Body::empty()), &None),
        ] {
            let (said, length) = packed(response, &any).await;
            assert_eq!(&said, coding, "{what}");
            assert!(said.is_none() || length < 1000, "{what}");
        }
        let mut again = answer("text/html", "a".repeat(5000).into());
        again.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        assert_eq!(packed(again, &any).await, (Some("br".to_owned()), 5000), "packed already");
    }

    #[tokio::test]
    async fn what_another_site_may_have_made_a_known_browser_ask_for_is_sent_as_it_is() {
        for (site, cookie, coding) in [
            (Some("same-origin"), true, Some("gzip".to_owned())),
            (Some("none"), true, Some("gzip".to_owned())),
            // Older than that header.
            (None, true, None),
            (None, false, Some("gzip".to_owned())),
            (Some("cross-site"), true, None),
            (Some("same-site"), true, None),
            (Some("nonsense"), true, None),
            (Some("cross-site"), false, Some("gzip".to_owned())),
        ] {
            let mut request = accepting(&["gzip"]);
            if let Some(site) = site {
                request.insert("sec-fetch-site", HeaderValue::from_static(site));
            }
            if cookie {
                request.insert(header::COOKIE, HeaderValue::from_static("portico_link=x"));
            }
            let page = answer("text/html", "a".repeat(5000).into());
            assert_eq!(packed(page, &request).await.0, coding, "{site:?} {cookie}");
        }
    }

    #[tokio::test]
    async fn an_answer_to_head_says_what_get_would_say_but_not_its_length() {
        let mut response = answer("text/html", Body::empty());
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from_static("5000"));
        let response = pack(response, &Wish::of(true, &accepting(&["gzip"]))).await;
        let said = |name| text(response.headers(), &name).map(str::to_owned);
        assert_eq!(said(header::CONTENT_ENCODING).as_deref(), Some("gzip"));
        assert_eq!(said(header::VARY).as_deref(), Some("accept-encoding"));
        assert_eq!(said(header::CONTENT_LENGTH), None);
    }
}
