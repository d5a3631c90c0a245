//! Pages that are drawn once for everybody: nothing of one visitor is on what the next one gets.

use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{Method, StatusCode, header};
use kernel::Role;
use platform::sql;
use std::collections::BTreeSet;

const KEPT: [&str; 6] =
    ["/login", "/login/closed", "/password/forgot", "/help", "/help/code", "/help/code?lang=de"];

/// The nonce of the policy, which all scripts of the page carry.
fn nonce(answer: &Answer) -> String {
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    let nonce = policy.split_once("'nonce-").unwrap().1.split('\'').next().unwrap();
    let scripts = answer.body.matches("<script").count();
    assert_eq!(answer.body.matches(&format!("nonce=\"{nonce}\"")).count(), scripts, "{}", answer.body);
    nonce.to_owned()
}

/// The page without its nonce.
fn without_nonce(answer: &Answer) -> String {
    answer.body.replace(&nonce(answer), "")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_has_a_nonce_of_its_own_and_is_the_same_page_otherwise() {
    let site = TestSite::sqlite().await;
    for path in KEPT {
        let mut nonces = BTreeSet::new();
        let drawn = site.get(path).await;
        assert_eq!(drawn.status, StatusCode::OK, "{path}");
        nonces.insert(nonce(&drawn));
        for _ in 0..3 {
            let kept = site.get(path).await;
            assert_eq!(without_nonce(&kept), without_nonce(&drawn), "{path}");
            let names = |answer: &Answer| {
                answer.headers.keys().map(header::HeaderName::to_string).collect::<BTreeSet<_>>()
            };
            assert_eq!(names(&kept), names(&drawn), "{path}");
            assert_eq!(kept.headers[header::CACHE_CONTROL], "no-store", "{path}");
            // The one that tells whether cookies are kept, the same for everybody.
            let wanted: &[_] =
                if path.starts_with("/help") { &[] } else { &[("__Host-try".to_owned(), "1".to_owned())] };
            assert_eq!(kept.cookies(), wanted, "{path}");
            nonces.insert(nonce(&kept));
        }
        assert_eq!(nonces.len(), 4, "{path}");
        let head = site.ask(Ask { method: Method::HEAD, ..Ask::get(path) }).await;
        assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""), "{path}");
    }
}

/// A visitor who brings along everything that one can, each marked.
fn marked(path: &str) -> Ask<'_> {
    let mut ask = Ask::get(path)
        .with("referer", "https://portal.weber.example/portal/canary-referer")
        .with("user-agent", "canary-agent/1")
        .with("x-forwarded-for", "198.51.100.77")
        .with("accept-language", "ja");
    let links = server::http::all_links().iter().map(|link| link.cookie);
    let names = links.chain(["sid", "browser", "anything"]);
    ask.cookies = names.map(|name| (format!("__Host-{name}"), format!("canary{}", "c".repeat(37)))).collect();
    ask.cookies.push(("__Host-theme".to_owned(), "dark".to_owned()));
    let notice = URL_SAFE_NO_PAD.encode("canary-notice");
    ask.cookies.push(("__Host-notice".to_owned(), notice));
    ask
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_one_visitor_reaches_the_next() {
    let (alone, shared) = (TestSite::sqlite().await, TestSite::sqlite().await);
    for path in KEPT {
        let wanted = without_nonce(&alone.get(path).await);
        assert!(!wanted.contains("canary") && wanted.contains("data-theme=\"system\""), "{path}");
        // Whoever comes first draws it, with and without a notice of their own.
        shared.ask(marked(path)).await;
        let mut quiet = marked(path);
        quiet.cookies.retain(|(name, _)| name != "__Host-notice");
        let theirs = shared.ask(quiet).await;
        assert!(!theirs.body.contains("canary"), "{path}");
        assert!(theirs.body.contains("data-theme=\"dark\""), "{path}: their own appearance");
        let lang = if path.ends_with("lang=de") { "de" } else { "ja" };
        assert!(theirs.body.contains(&format!("<html lang=\"{lang}\"")), "{path}: their own language");
        for _ in 0..2 {
            assert_eq!(without_nonce(&shared.get(path).await), wanted, "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_and_a_way_on_are_on_the_page_of_whoever_they_are_for_only() {
    let site = TestSite::sqlite().await;
    let plain = without_nonce(&site.get("/login").await);
    let mut told = Ask::get("/login");
    told.cookies.push(("__Host-notice".to_owned(), URL_SAFE_NO_PAD.encode("canary-notice")));
    let told = site.ask(told).await;
    assert!(told.body.contains("canary-notice") && told.headers.contains_key(header::SET_COOKIE));
    let led = site.get("/login?next=/portal/canary").await;
    assert_eq!(led.field("next"), Some("/portal/canary"));
    let wrong = site.ask(Ask::post("/login", &[("email", "canary@x.example"), ("password", "canary")])).await;
    assert!(wrong.body.contains("canary@x.example"), "what was typed is there again");
    assert_eq!(without_nonce(&site.get("/login").await), plain);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_signed_in_gets_and_leaves_a_page_of_their_own() {
    let site = TestSite::sqlite().await;
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    let token = site.session(owner.user()).await;
    let theirs = site.ask(Ask::get("/help").by(&token)).await;
    assert!(theirs.body.contains("href=\"/app/accounts\""), "{}", theirs.body);
    let nobodys = site.get("/help").await;
    assert!(!nobodys.body.contains("href=\"/app/accounts\"") && nobodys.body.contains("href=\"/login\""));
    let again = site.ask(Ask::get("/help").by(&token)).await;
    assert!(again.body.contains("href=\"/app/accounts\""));
    let away = site.ask(Ask::get("/login").by(&token)).await;
    assert!(away.status.is_redirection(), "whoever is signed in has nothing to do here");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_firm_has_its_own_and_a_new_name_shows_at_once() {
    let site = TestSite::sqlite().await;
    let other = site.t.other_firm().await;
    let host = "portal.other.example";
    for path in KEPT {
        let (one, two) = (site.get(path).await, site.ask(Ask { host, ..Ask::get(path) }).await);
        assert!(one.body.contains("Weber &amp; Partner") && !one.body.contains("Other &amp; Co"), "{path}");
        assert!(two.body.contains("Other &amp; Co") && !two.body.contains("Weber &amp; Partner"), "{path}");
    }
    let rename =
        sql!("UPDATE firm SET name = $2, phone = $3 WHERE id = $1", other.id, "Neu & Alt", "+49 1 2");
    let renamed =
        site.t.platform.db.write(move |tx| Box::pin(async move { Ok(rename.run(tx).await?) })).await;
    assert_eq!(renamed, Ok(1));
    // As the news of a change does.
    site.t.platform.firms.forget();
    for path in KEPT {
        let page = site.ask(Ask { host, ..Ask::get(path) }).await;
        assert!(page.body.contains("Neu &amp; Alt") && !page.body.contains("Other &amp; Co"), "{path}");
        assert!(page.body.contains("+49 1 2"), "{path}");
        assert!(site.get(path).await.body.contains("Weber &amp; Partner"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_stays_away() {
    let site = TestSite::sqlite().await;
    for path in ["/help/nothing", "/help/code/more", "/helpless"] {
        for _ in 0..2 {
            assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
