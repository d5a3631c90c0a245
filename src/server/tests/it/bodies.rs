//! Bodies that nobody's browser sends: too large, too slow, cut off, in no encoding we know. All are refused as the
//! sender's fault, at every form and every server function (SEC-67, REL-16).

use crate::fixtures::{self, Stage};
use crate::matrix::fill;
use crate::site::{Ask, TestSite};
use http::StatusCode;
use kernel::permission::Allowed;
use platform::testing::{On, TestPlatform};
use server::check::{Declared, declared};
use server::http::Patience;
use std::time::Duration;

const FORM: &str = "application/x-www-form-urlencoded";

/// What is wrong, the content type, and the body.
const BROKEN: &[(&str, &str, &[u8])] = &[
    ("bytes that are not UTF-8", FORM, b"code=\xff\xfe&email=\xc3\x28"),
    ("escapes that are not UTF-8", FORM, b"code=%ff%fe&email=%c3%28"),
    ("a surrogate", FORM, b"code=%ed%a0%80"),
    ("an overlong slash", FORM, b"code=%c0%af"),
    ("half an escape", FORM, b"code=a%2"),
    ("no escape", FORM, b"code=%zz"),
    ("a NUL", FORM, b"code=a%00b"),
    ("a NUL as it is", FORM, b"code=a\0b"),
    ("a NUL in a name", FORM, b"co%00de=a"),
    ("UTF-16", "application/x-www-form-urlencoded; charset=utf-16", b"\xff\xfec\0o\0d\0e\0"),
    ("JSON", "application/json", b"{\"code\":\"A1\"}"),
    ("JSON cut off", "application/json", b"{\"code\":"),
    ("JSON that is not UTF-8", "application/json", b"{\"code\":\"\xff\"}"),
    ("plain text", "text/plain", b"code=A1"),
    ("nothing known", "", b"code=A1"),
    ("another alphabet", "application/cbor", b"\xa1\x64code\x62A1"),
    ("a file without a boundary", "multipart/form-data", b"--x"),
    ("an empty boundary", "multipart/form-data; boundary=", b"--"),
    (
        "a file cut off",
        "multipart/form-data; boundary=x",
        b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n",
    ),
    (
        "a field that is not UTF-8",
        "multipart/form-data; boundary=x",
        b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n--x--\r\n",
    ),
    (
        "a field with a NUL",
        "multipart/form-data; boundary=x",
        b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\0b\r\n--x--\r\n",
    ),
];

/// Whoever may come here.
fn may_enter(stage: &Stage, one: &Declared) -> Option<String> {
    let name = match one.allowed {
        Allowed::SigningIn => "between password and code",
        Allowed::Client => "client of A",
        _ => "owner",
    };
    Some(stage.token(name).to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_nobody_sends_is_the_senders_fault_at_every_door_and_function() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let (mut faults, mut cells) = (Vec::new(), 0);
    let all = declared();
    for one in all.iter().filter(|one| one.method == "POST" && one.kind != "plain") {
        let (path, token) = (fill(&one.path, &stage), may_enter(&stage, one));
        for (what, kind, body) in BROKEN {
            let mut ask = Ask::post(&path, &[]).with("accept", "*/*");
            ask.headers[0] = ("content-type", *kind);
            ask.token = token.as_deref();
            ask.body = body.to_vec();
            let answer = site.ask(ask).await;
            cells += 1;
            if answer.status != StatusCode::BAD_REQUEST {
                faults.push(format!("{what} at {path}: {} {}", answer.status, answer.location()));
            }
            let told = answer.without_nonce();
            for word in ["sqlx", "panicked", "src/", "axum", "utf-8 sequence", "wire"] {
                if told.contains(word) {
                    faults.push(format!("{what} at {path} tells {word}"));
                }
            }
        }
    }
    assert!(cells > 1000, "only {cells} cells");
    assert!(faults.is_empty(), "{} of {cells}:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_without_arguments_needs_no_body() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let mut ask = Ask::post("/api/access/who", &[]).by(stage.token("owner"));
    ask.headers.retain(|(name, _)| *name != "content-type");
    assert_eq!(site.ask(ask).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_much_is_refused_whether_or_not_it_is_announced() {
    let site = TestSite::sqlite().await;
    let paths = [
        ("/login", 256),
        ("/api/sign-in/state", 256),
        ("/nothing", 256),
        ("/logout", 256),
        ("/csp-report", 16),
    ];
    for (path, kib) in paths {
        let mut ask = Ask::post(path, &[]);
        ask.body = vec![b'a'; kib * 1024 + 1];
        assert_eq!(site.ask(ask).await.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
        let mut ask = Ask::post(path, &[]).with("content-length", "262145");
        ask.body = b"a=b".to_vec();
        assert_eq!(site.ask(ask).await.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}, announced");
        let mut ask = Ask::post(path, &[]);
        ask.body = vec![b'a'; kib * 1024];
        assert_ne!(site.ask(ask).await.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}, as much as fits");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_be_refused_without_the_body_is_not_waited_for() {
    let site = TestSite::sqlite().await;
    let mut foreign = Ask::post("/login", &[("email", "a")]);
    foreign.headers[1] = ("sec-fetch-site", "cross-site");
    let elsewhere = Ask { host: "evil.example", ..Ask::post("/login", &[("a", "b")]) };
    let long = format!("/login?{}", "x".repeat(9_000));
    let large = Ask::post("/login", &[("email", &"a".repeat(300 * 1024))]);
    let mut upload = Ask::post(kernel::paths::FIRM_LOGO, &[("a", "b")]);
    upload.headers[0] = ("content-type", "multipart/form-data; boundary=x");
    for (what, ask, wanted) in [
        ("another site's", foreign, StatusCode::FORBIDDEN),
        ("another host's", elsewhere, StatusCode::MISDIRECTED_REQUEST),
        ("a long address", Ask::post(&long, &[("a", "b")]), StatusCode::URI_TOO_LONG),
        ("more than fits", large, StatusCode::PAYLOAD_TOO_LARGE),
        ("a stranger's file", upload, StatusCode::SEE_OTHER),
    ] {
        let held = site.hold(ask).await;
        assert!(!held.is_awaited, "{what} is waited for");
        assert_eq!(held.answer().await.status, wanted, "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_keeps_the_server_waiting_is_sent_away_in_words() {
    let none = Patience {
        at_first: Duration::ZERO,
        bytes_a_second: u32::MAX,
        at_most: Duration::ZERO,
        ..Patience::default()
    };
    let site = TestSite::waiting(TestPlatform::new(On::Sqlite).await.unwrap(), none);
    for path in ["/login", "/api/sign-in/state", "/nothing"] {
        let answer = site.hold(Ask::post(path, &[("email", "a")])).await.answer().await;
        assert_eq!(answer.status, StatusCode::REQUEST_TIMEOUT, "{path}");
        assert!(answer.body.contains("took too long"), "{path}: {}", answer.body);
    }
    assert_eq!(site.get("/login").await.status, StatusCode::OK, "what has no body is not waited for");
}
