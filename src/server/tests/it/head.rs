//! `HEAD` answers as `GET` does, without the body: pages, files, redirects, errors.

use crate::fixtures;
use crate::matrix::fill;
use crate::site::{Answer, Ask, TestSite};
use crate::wire::{Wire, patient};
use app::PAGES;
use http::{Method, header};
use kernel::permission::Allowed;

/// What differs by chance, or because nothing is sent.
const APART: [&str; 2] = ["content-length", "content-security-policy"];

fn headers(answer: &Answer) -> Vec<(String, String)> {
    let seen = |name: &str| !APART.contains(&name);
    let mut all: Vec<(String, String)> = answer
        .headers
        .iter()
        .filter(|(name, _)| seen(name.as_str()))
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    all.sort();
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_says_what_a_get_would_and_sends_nothing() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let mut paths: Vec<(String, Allowed)> =
        PAGES.iter().map(|page| (fill(page.path, &stage), page.allowed)).collect();
    for path in [
        "/",
        "/app",
        "/app/",
        "/nothing",
        "/help/nothing",
        "/livez",
        "/readyz",
        "/robots.txt",
        "/logout",
        "/live",
        "/api/sign-in/state",
        "/brand/1-8a1c4a-222222.css",
        "/brand/nothing.png",
        "/csp-report",
        "/dev/mail",
        "/login?q=%00",
        "/invite/abc",
    ] {
        paths.push((path.to_owned(), Allowed::Public));
    }
    let mut faults = Vec::new();
    for (path, _) in &paths {
        for actor in ["stranger", "owner", "client of A"] {
            let token = (actor != "stranger").then(|| stage.token(actor));
            // Its stream does not end.
            if path == "/live" && token.is_some() {
                continue;
            }
            let ask = |method: Method| {
                let ask = Ask { method, ..Ask::get(path) }
                    .with("accept-encoding", "zstd")
                    .with("sec-fetch-site", "same-origin");
                Ask { token, ..ask }
            };
            // The first visit may set what the second only reads.
            site.ask(ask(Method::GET)).await;
            let (get, head) = (site.ask(ask(Method::GET)).await, site.ask(ask(Method::HEAD)).await);
            if get.status != head.status || !head.body.is_empty() {
                faults.push(format!(
                    "{path} as {actor}: {} and {}, {} bytes",
                    get.status,
                    head.status,
                    head.body.len()
                ));
            }
            if headers(&get) != headers(&head) {
                faults.push(format!("{path} as {actor}: {:?} and {:?}", headers(&get), headers(&head)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn on_the_wire_a_head_ends_with_its_head() {
    let site = TestSite::sqlite().await;
    let wire = Wire::serving(site.router(), patient()).await;
    let mut talk = wire.talk().await;
    for path in ["/login", "/", "/nothing"] {
        talk.say(&format!("HEAD {path} HTTP/1.1\r\nHost: portal.weber.example\r\nAccept: text/html\r\n\r\n"))
            .await;
        let head = talk.hear("\r\n\r\n").await;
        assert!(head.starts_with("HTTP/1.1"), "{path}: what came before was a body: {head}");
        assert!(!head.contains("<html"), "{path}");
    }
    drop(talk);
    assert!(wire.stop().await);
    assert_eq!(site.get("/login").await.headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
}
