//! Headers, hosts, limits, odd requests (SEC-19, SEC-38..42, SEC-67, REL-15, REL-16).

use crate::site::{Ask, TestSite};
use http::{Method, StatusCode, header};
use platform::testing::{On, TestPlatform};

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_headers() {
    let site = TestSite::sqlite().await;
    for path in [
        "/login",
        "/livez",
        "/readyz",
        "/nothing",
        "/app/accounts",
        "/api/nothing",
        "/robots.txt",
        "/live",
        "/dev/mail",
    ] {
        let answer = site.get(path).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-robots-tag", "noindex, nofollow"),
            ("strict-transport-security", "max-age=63072000"),
        ] {
            assert_eq!(answer.headers.get(name).map(|v| v.to_str().unwrap()), Some(value), "{path} {name}");
        }
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{path}");
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("unsafe-eval'")
                || policy.contains("wasm-unsafe-eval"),
            "{path}"
        );
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(answer.headers.get("access-control-allow-origin").is_none());
        assert!(answer.headers.get("server").is_none());
        assert!(answer.headers.contains_key(header::CACHE_CONTROL), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_page_has_its_own_nonce_and_no_inline_style() {
    let site = TestSite::sqlite().await;
    let nonce = |policy: &str| policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
    let first = site.get("/login").await;
    let second = site.get("/login").await;
    let one = nonce(first.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap());
    let two = nonce(second.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap());
    assert_ne!(one, two);
    assert!(first.body.contains(&format!("nonce=\"{one}\"")));
    assert!(!first.body.contains(" style=\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_our_hosts_are_answered_and_www_is_sent_to_the_host() {
    let site = TestSite::sqlite().await;
    for host in ["evil.example", "portal.weber.example.evil.example", "127.0.0.1", ""] {
        let answer = site.ask(Ask { host, ..Ask::get("/login") }).await;
        assert!(answer.status.is_client_error(), "{host}: {}", answer.status);
        assert!(!answer.body.contains("Weber"), "{host}");
    }
    let www = site.ask(Ask { host: "www.portal.weber.example", ..Ask::get("/login?x=y&z=1") }).await;
    assert_eq!(www.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(www.location(), "https://portal.weber.example/login?x=y&z=1");
    let forwarded = site
        .ask(
            Ask::get("/login")
                .with("x-forwarded-host", "evil.example")
                .with("forwarded", "host=evil.example"),
        )
        .await;
    assert_eq!(forwarded.status, StatusCode::OK);
    assert!(!forwarded.body.contains("evil.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn too_much_and_nonsense_is_refused_without_telling_anything() {
    let site = TestSite::sqlite().await;
    let long = format!("/login?{}", "x".repeat(9_000));
    assert_eq!(site.get(&long).await.status, StatusCode::URI_TOO_LONG);
    let mut huge = Ask::post("/login", &[]);
    huge.body = vec![b'a'; 300 * 1024];
    assert!(matches!(site.ask(huge).await.status, StatusCode::PAYLOAD_TOO_LARGE | StatusCode::BAD_REQUEST));
    for (kind, body) in [
        ("multipart/form-data", &b"--x"[..]),
        ("multipart/form-data; boundary=", b""),
        ("application/json", b"{}"),
        ("application/x-www-form-urlencoded", b"email=%ff%fe&password=%"),
        ("application/x-www-form-urlencoded; charset=utf-16", b"\xff\xfe"),
        ("", b"email=a"),
    ] {
        let mut ask = Ask::post("/login", &[]);
        ask.headers[0] = ("content-type", kind);
        ask.body = body.to_vec();
        let answer = site.ask(ask).await;
        assert!(answer.status.is_client_error(), "{kind}: {}", answer.status);
        let told = answer.without_nonce();
        for word in ["sqlx", "panicked", "src/", "axum", "SELECT", "utf-8 sequence"] {
            assert!(!told.contains(word), "{kind} tells {word}");
        }
    }
    let fields: Vec<(&str, &str)> = (0..300).map(|_| ("a", "b")).collect();
    assert_eq!(site.ask(Ask::post("/login", &fields)).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn posting_to_a_page_without_a_form_and_odd_methods_are_refused() {
    let site = TestSite::sqlite().await;
    assert_eq!(site.ask(Ask::post("/nothing", &[])).await.status, StatusCode::METHOD_NOT_ALLOWED);
    let mut trace = Ask::post("/login", &[]);
    trace.method = Method::TRACE;
    assert!(site.ask(trace).await.status.is_client_error());
}

#[tokio::test(flavor = "multi_thread")]
async fn outside_the_demo_its_pages_do_not_exist() {
    let site = TestSite::sqlite().await;
    let mail = "/dev/mail/0190a5c0-0000-7000-8000-000000000000";
    for path in ["/dev/kit", "/dev/area", "/dev/area/second", "/dev/mail", "/dev/mail.json", mail] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_answers_at_names_of_this_machine_only() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap().in_demo().await;
    let site = TestSite::standing_on(t);
    // The firm's main host, as somebody may have set it while the demo ran.
    for path in ["/dev/mail", "/dev/mail.json", "/dev/kit", "/login"] {
        let answer = site.ask(Ask { host: "portal.weber.example", ..Ask::get(path) }).await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{path}: {}", answer.body);
    }
    let public = Ask { host: "portal.weber.example", ..Ask::post("/api/sign-in/demo-users", &[]) };
    assert_eq!(site.ask(public).await.status, StatusCode::MISDIRECTED_REQUEST);
    let here = site.ask(Ask { host: "127.0.0.1:3000", ..Ask::get("/dev/mail.json?stay") }).await;
    assert_eq!(here.status, StatusCode::OK, "{}", here.body);
}

#[test]
fn the_server_starts_only_when_everything_is_declared() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async { assert_eq!(server::check::check(), Ok(())) });
}

#[test]
fn no_server_function_takes_a_get() {
    for (path, method) in server_fn::axum::server_fn_paths() {
        assert_eq!(method, Method::POST, "{path}");
    }
}
