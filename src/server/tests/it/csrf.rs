//! Nothing acts on behalf of a visitor unless it comes from our own page (SEC-37, G3).

use crate::site::{Ask, TestSite};
use access::gate::testing as people;
use http::StatusCode;
use kernel::Role;

const KINDS: &[&str] = &[
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "application/json",
    "application/cbor",
];

/// Where a request may claim to come from; none of these is our page.
const FOREIGN: &[&[(&str, &str)]] = &[
    &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
    &[("sec-fetch-site", "same-site"), ("origin", "https://other.weber.example")],
    &[("sec-fetch-site", "none")],
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[],
];

#[tokio::test(flavor = "multi_thread")]
async fn every_form_and_function_refuses_other_origins_in_every_encoding() {
    let site = TestSite::sqlite().await;
    let cx = site.cx();
    let owner = people::staff(&cx, Role::Owner, &[]).await;
    let token = site.session(owner.user()).await;
    let mut asked = 0;
    for target in server::check::declared().iter().filter(|d| d.method == "POST" && d.path != "/csp-report") {
        let path = target.path.replace(['{', '}'], "x");
        for kind in KINDS {
            for from in FOREIGN {
                let mut ask = Ask::post(&path, &[]).bare().by(&token);
                ask.headers = vec![("content-type", kind)];
                ask.headers.extend(from.iter().copied());
                let answer = site.ask(ask).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {kind} {from:?}");
                asked += 1;
            }
        }
    }
    assert!(asked > 500, "only {asked} combinations were tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn functions_take_no_get_and_pages_may_not_be_framed() {
    let site = TestSite::sqlite().await;
    let functions: Vec<String> =
        server::check::declared().into_iter().filter(|d| d.kind == "function").map(|d| d.path).collect();
    for path in functions {
        let answer = site.ask(Ask::get(&path).with("sec-fetch-site", "same-origin")).await;
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
    }
    for dest in ["iframe", "frame", "embed", "object"] {
        let answer = site.ask(Ask::get("/login").with("sec-fetch-dest", dest)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    let linked = site
        .ask(Ask::get("/login").with("sec-fetch-site", "cross-site").with("sec-fetch-dest", "document"))
        .await;
    assert_eq!(linked.status, StatusCode::OK);
}
