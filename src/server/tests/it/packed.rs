//! Answers as they come over the wire: packed as the browser likes it, and with the right lengths.

use crate::site::{Ask, TestSite};
use crate::wire::{Wire, patient};
use access::gate::testing as people;
use http::{HeaderMap, Method, StatusCode, header};
use kernel::Role;
use std::io::Read as _;
use tokio::io::AsyncReadExt as _;

fn unpacked(coding: Option<&str>, packed: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    match coding {
        Some("zstd") => plain = zstd::stream::decode_all(packed).unwrap(),
        Some("br") => brotli::BrotliDecompress(&mut &*packed, &mut plain).unwrap(),
        Some("gzip") => drop(flate2::read::GzDecoder::new(packed).read_to_end(&mut plain).unwrap()),
        Some(other) => panic!("nobody asked for {other}"),
        None => plain.extend(packed),
    }
    plain
}

fn said(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).map(|value| value.to_str().unwrap())
}

async fn fetch(site: &TestSite, ask: Ask<'_>) -> (StatusCode, HeaderMap, Vec<u8>) {
    let (head, body) = site.open(ask).await.into_parts();
    (head.status, head.headers, axum::body::to_bytes(body, 10_000_000).await.unwrap().to_vec())
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_come_packed_in_the_cheapest_way_that_the_browser_knows() {
    let site = TestSite::sqlite().await;
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    let token = site.session(owner.user()).await;
    for (path, token) in [("/login", None), ("/app/accounts", Some(token.as_str())), ("/nothing", None)] {
        for (accepts, coding) in [
            ("gzip, deflate, br, zstd", Some("zstd")),
            ("gzip, deflate, br", Some("gzip")),
            ("br", Some("br")),
            ("gzip", Some("gzip")),
            ("br;q=0, gzip;q=0.1", Some("gzip")),
            ("identity", None),
            ("deflate", None),
        ] {
            let ask = Ask {
                token,
                ..Ask::get(path).with("accept-encoding", accepts).with("sec-fetch-site", "none")
            };
            let (_, headers, body) = fetch(&site, ask).await;
            assert_eq!(said(&headers, header::CONTENT_ENCODING), coding, "{path} {accepts}");
            assert_eq!(said(&headers, header::VARY), Some("accept-encoding"), "{path} {accepts}");
            assert_eq!(said(&headers, header::CACHE_CONTROL), Some("no-store"), "{path} {accepts}");
            let html = String::from_utf8(unpacked(coding, &body)).unwrap();
            assert!(html.starts_with("<!DOCTYPE html>") && html.contains("</body>"), "{path} {accepts}");
            assert!(coding.is_none() || body.len() * 2 < html.len(), "{path} {accepts}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_site_led_a_signed_in_browser_to_keeps_its_length() {
    let site = TestSite::sqlite().await;
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    let token = site.session(owner.user()).await;
    let ask = || Ask::get("/app/accounts").with("accept-encoding", "gzip");
    for (from, token, coding) in [
        ("cross-site", Some(token.as_str()), None),
        ("same-site", Some(token.as_str()), None),
        ("same-origin", Some(token.as_str()), Some("gzip")),
        ("none", Some(token.as_str()), Some("gzip")),
    ] {
        let (_, headers, _) = fetch(&site, Ask { token, ..ask().with("sec-fetch-site", from) }).await;
        assert_eq!(said(&headers, header::CONTENT_ENCODING), coding, "{from}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn live_news_and_short_answers_come_as_they_are() {
    let site = TestSite::sqlite().await;
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    let token = site.session(owner.user()).await;
    let any = "gzip, br, zstd";
    let live = site.open(Ask::get("/live").by(&token).with("accept-encoding", any)).await;
    assert_eq!(live.status(), StatusCode::OK);
    assert_eq!(said(live.headers(), header::CONTENT_ENCODING), None);
    for path in ["/livez", "/portal"] {
        let (_, headers, _) = fetch(&site, Ask::get(path).with("accept-encoding", any)).await;
        assert_eq!(said(&headers, header::CONTENT_ENCODING), None, "{path}");
    }
}

/// The address of the English texts, as pages name it.
async fn texts(site: &TestSite) -> String {
    let login = site.get("/login").await.body;
    let (_, rest) = login.split_once("data-texts=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn files_come_packed_in_the_smallest_way_and_may_be_kept() {
    let site = TestSite::sqlite().await;
    let path = texts(&site).await;
    let (_, _, plain) = fetch(&site, Ask::get(&path)).await;
    assert!(plain.starts_with(b"["));
    for (accepts, coding) in [
        ("gzip, deflate, br, zstd", Some("br")),
        ("zstd, gzip", Some("zstd")),
        ("gzip", Some("gzip")),
        ("br;q=0.5, zstd;q=0.9", Some("zstd")),
        ("br;q=0", None),
        ("identity", None),
    ] {
        for _ in 0..2 {
            let (status, headers, body) =
                fetch(&site, Ask::get(&path).with("accept-encoding", accepts)).await;
            assert_eq!(status, StatusCode::OK);
            assert_eq!(said(&headers, header::CONTENT_ENCODING), coding, "{accepts}");
            assert_eq!(said(&headers, header::VARY), Some("accept-encoding"), "{accepts}");
            assert!(said(&headers, header::CACHE_CONTROL).unwrap().contains("immutable"), "{accepts}");
            assert!(unpacked(coding, &body) == plain, "{accepts}");
        }
        let head = Ask { method: Method::HEAD, ..Ask::get(&path).with("accept-encoding", accepts) };
        let (status, headers, body) = fetch(&site, head).await;
        assert_eq!((status, body.len()), (StatusCode::OK, 0));
        assert_eq!(said(&headers, header::CONTENT_ENCODING), coding, "{accepts}");
    }
}

/// One answer on a connection that stays: its head, and as many bytes as that announces.
async fn answer(talk: &mut crate::wire::Talk, has_body: bool) -> (String, Vec<u8>) {
    let mut heard = Vec::new();
    let head = loop {
        if let Some(at) = heard.windows(4).position(|end| end == b"\r\n\r\n") {
            break at + 4;
        }
        assert!(talk.socket.read_buf(&mut heard).await.unwrap() > 0);
    };
    let words = String::from_utf8(heard[..head].to_vec()).unwrap().to_ascii_lowercase();
    assert!(!words.contains("transfer-encoding"), "{words}");
    let length = words.split_once("content-length: ").map(|(_, rest)| rest.split('\r').next().unwrap());
    let length = length.map_or(0, |length| length.parse::<usize>().unwrap());
    let mut body = heard[head..].to_vec();
    while has_body && body.len() < length {
        assert!(talk.socket.read_buf(&mut body).await.unwrap() > 0);
    }
    assert_eq!(body.len(), if has_body { length } else { 0 }, "{words}");
    (words, body)
}

#[tokio::test(flavor = "multi_thread")]
async fn lengths_are_those_of_what_is_sent_and_nothing_follows_a_head() {
    let site = TestSite::sqlite().await;
    let texts = texts(&site).await;
    let wire = Wire::serving(site.router(), patient()).await;
    let mut talk = wire.talk().await;
    for path in ["/login", &texts, "/login", "/nothing"] {
        for accepts in ["", "Accept-Encoding: gzip\r\n"] {
            let asks = format!("Host: portal.weber.example\r\nAccept: text/html\r\n{accepts}\r\n");
            talk.say(&format!("HEAD {path} HTTP/1.1\r\n{asks}")).await;
            let (of_head, _) = answer(&mut talk, false).await;
            talk.say(&format!("GET {path} HTTP/1.1\r\n{asks}")).await;
            let (of_get, body) = answer(&mut talk, true).await;
            let coding = of_get.contains("content-encoding: gzip").then_some("gzip");
            assert_eq!(coding.is_some(), !accepts.is_empty(), "{of_get}");
            assert_eq!(of_head.contains("content-encoding: gzip"), coding.is_some(), "{of_head}");
            assert!(!unpacked(coding, &body).is_empty(), "{path}");
        }
    }
    drop(talk);
    assert!(wire.stop().await);
}
