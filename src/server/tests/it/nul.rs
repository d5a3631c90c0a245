//! A NUL, wherever somebody puts one, is the sender's fault on both databases: PostgreSQL takes none in a text, and nobody
//! types one.

use crate::fixtures::{self, Stage};
use crate::matrix::fill;
use crate::site::{Ask, TestSite};
use http::StatusCode;
use kernel::permission::Allowed;
use platform::testing::On;
use server::check::{Declared, declared};

fn visitor(stage: &Stage, one: &Declared) -> Option<String> {
    let name = match one.allowed {
        Allowed::SigningIn => "between password and code",
        Allowed::Client => "client of A",
        _ => "owner",
    };
    Some(stage.token(name).to_owned())
}

/// What is asked, the path, and whether it is a form.
fn asked(one: &Declared, path: &str) -> Vec<(&'static str, String, Option<Vec<u8>>)> {
    if one.method == "GET" {
        return vec![
            ("in the query", format!("{path}?q=a%00b"), None),
            ("in a name of the query", format!("{path}?q%00=a"), None),
            ("in the path", format!("{path}%00"), None),
        ];
    }
    vec![
        ("in a field", path.to_owned(), Some(b"code=a%00b&account=%00&email=%00&setting=%00&q=%00".to_vec())),
        ("in a name", path.to_owned(), Some(b"co%00de=a".to_vec())),
        ("as it is", path.to_owned(), Some(b"code=a\0b".to_vec())),
        ("in the path", format!("{path}%00"), Some(b"a=b".to_vec())),
    ]
}

async fn nothing_breaks(on: On) {
    let Some(site) = TestSite::new(on).await else { return };
    let stage = fixtures::stage(&site).await;
    let (mut faults, mut cells) = (Vec::new(), 0);
    for one in declared().iter().filter(|one| one.kind != "plain" && one.path != "/live") {
        let (path, token) = (fill(&one.path, &stage), visitor(&stage, one));
        for (what, path, body) in asked(one, &path) {
            let mut ask = if body.is_some() { Ask::post(&path, &[]) } else { Ask::get(&path) };
            ask.body = body.unwrap_or_default();
            ask.token = token.as_deref();
            let answer = site.ask(ask).await;
            cells += 1;
            if answer.status != StatusCode::BAD_REQUEST {
                faults.push(format!("{what} of {} {path}: {}", one.method, answer.status));
            }
        }
    }
    assert!(cells > 200, "only {cells} cells");
    assert!(faults.is_empty(), "{} of {cells}:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nul_is_the_senders_fault_on_sqlite() {
    nothing_breaks(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nul_is_the_senders_fault_on_postgres() {
    nothing_breaks(On::Postgres).await;
}

/// Headers hold no NUL, but what they say may be read as one.
#[tokio::test(flavor = "multi_thread")]
async fn no_header_and_no_cookie_breaks_the_database() {
    for on in [On::Sqlite, On::Postgres] {
        let Some(site) = TestSite::new(on).await else { continue };
        let stage = fixtures::stage(&site).await;
        let owner = stage.token("owner").to_owned();
        let referer = "https://portal.weber.example/app/accounts?q=%00";
        for (header, value) in [
            (
                "cookie",
                "__Host-sid=a%00b; __Host-browser=%00; __Host-lang=%00; __Host-theme=%00; __Host-notice=AAAA",
            ),
            ("cookie", "__Host-sid=\"\\000\"; __Host-invite=%00; __Host-reset=%00"),
            ("user-agent", "Mozilla/5.0 (%00)"),
            ("accept-language", "%00"),
            ("referer", referer),
            ("x-forwarded-for", "%00"),
        ] {
            for path in ["/login", "/invite", "/password/reset", "/app/accounts"] {
                let answer = site.ask(Ask::get(path).with(header, value)).await;
                assert!(!answer.status.is_server_error(), "{header}: {value} at {path}: {}", answer.status);
            }
            let typed = [("email", "anna@acme.example"), ("password", "wrong")];
            let answer = site.ask(Ask::post("/login", &typed).with(header, value)).await;
            assert!(!answer.status.is_server_error(), "{header}: {value}: {}", answer.status);
        }
        let kept = Ask::post("/logout", &[("next", "/app?%00")]).with("referer", referer);
        assert!(!site.ask(kept).await.status.is_server_error());
        let late = Ask::post("/app/accounts/new", &[("name", "A")]).with("referer", referer).by(&owner);
        assert!(!site.ask(late).await.status.is_server_error());
    }
}
