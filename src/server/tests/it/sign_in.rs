//! The sign-in page and the way out, over HTTP.

use crate::cast::stage;
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use http::header;
use kernel::Ts;

const KNOWN: &str = "anna@acme.example";
const UNKNOWN: &str = "nobody@acme.example";

async fn give(site: &TestSite, email: &str) -> Answer {
    site.ask(Ask::post("/login", &[("email", email), ("password", "not this one at all")])).await
}

/// What a page says apart from the address that was typed and what is new in every answer.
fn words(answer: &Answer, email: &str) -> String {
    let (_, main) = answer.body.split_once("<main").expect("a page");
    main.split("</main>").next().unwrap_or_default().replace(email, "ADDRESS")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_try_at_once_is_asked_to_wait_and_keeps_the_address() {
    let site = TestSite::sqlite().await;
    stage(&site).await;
    let mut pages = Vec::new();
    for email in [KNOWN, UNKNOWN] {
        assert_eq!(give(&site, email).await.status, 422);
        let answer = give(&site, email).await;
        assert_eq!(answer.status, 429);
        assert_eq!(answer.headers.get(header::RETRY_AFTER).unwrap(), "1");
        assert!(answer.body.contains(&format!("value=\"{email}\"")), "the address need not be typed again");
        assert!(!answer.body.contains("not this one at all"));
        assert!(answer.body.contains("Please wait 1 s"), "{}", answer.body);
        pages.push(words(&answer, email));
        site.t.clock.advance(Ts::SECOND);
        assert_eq!(give(&site, email).await.status, 422);
    }
    assert_eq!(pages[0], pages[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_clears_what_the_browser_kept_and_leaves_it_known() {
    let site = TestSite::sqlite().await;
    stage(&site).await;
    let user = people::find_user(&site.cx(), KNOWN).await.unwrap();
    for path in ["/logout", "/account/sessions/{id}/end"] {
        let token = site.session(user).await;
        let own = access::gate::Visitor::of_token(&site.cx(), Some(&token)).await.unwrap();
        let path = path.replace("{id}", &own.signed_in().unwrap().session().to_string());
        let answer = site.ask(Ask::post(&path, &[]).by(&token)).await;
        assert_eq!(answer.status, 303, "{path}");
        assert_eq!(answer.headers.get("clear-site-data").unwrap(), "\"cache\", \"storage\"");
        assert_eq!(answer.headers.get(header::CACHE_CONTROL).unwrap(), "no-store");
        let cookies: Vec<_> =
            answer.headers.get_all(header::SET_COOKIE).iter().map(|it| it.to_str().unwrap()).collect();
        assert!(
            cookies.iter().any(|it| it.starts_with("__Host-sid=;") && it.ends_with("Max-Age=0")),
            "{cookies:?}"
        );
        assert!(cookies.iter().all(|it| !it.starts_with("__Host-browser")), "SEC-8: {cookies:?}");
        assert!(site.ask(Ask::get("/portal/A1").by(&token)).await.location().starts_with("/login"));
    }
}
