//! The sign-in page and the way out, over HTTP.

use crate::fixtures::stage;
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use access::sign_in::DEMO_PASSWORD;
use directory::testing::a_firm;
use http::header;
use kernel::{Ts, UserId};

const KNOWN: &str = "anna@acme.example";
const UNKNOWN: &str = "nobody@acme.example";

async fn give(site: &TestSite, email: &str) -> Answer {
    site.ask(Ask::post("/login", &[("email", email), ("password", "not this one at all")])).await
}

/// What a page says apart from the address that was typed and what is new in every answer.
fn words(answer: &Answer, email: &str) -> String {
    answer.main().replace(email, "ADDRESS")
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
    for (path, form) in [("/logout", &[][..]), ("/account/sessions/{id}/end", &[("back", "/")])] {
        let token = site.session(user).await;
        let own = access::gate::Visitor::of_token(&site.cx(), Some(&token)).await.unwrap();
        let path = path.replace("{id}", &own.signed_in().unwrap().session().to_string());
        let answer = site.ask(Ask::post(&path, form).by(&token)).await;
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

async fn has_a_password(site: &TestSite, user: UserId) {
    a_firm(&site.cx()).give_password(user, DEMO_PASSWORD).await;
}

/// The code of the newest mail.
async fn mailed_code(site: &TestSite) -> String {
    site.t.drain_mail().await;
    let subject = site.t.mail.sent_to(KNOWN).pop().expect("a mail").rendered.subject;
    subject.chars().filter(char::is_ascii_digit).collect()
}

async fn give_code(site: &TestSite, pending: &str, code: &str) -> Answer {
    site.ask(Ask::post("/login/code", &[("code", code)]).by(pending)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn after_five_wrong_codes_only_a_new_one_helps() {
    let site = TestSite::sqlite().await;
    stage(&site).await;
    has_a_password(&site, people::find_user(&site.cx(), KNOWN).await.unwrap()).await;
    let asked = site.ask(Ask::post("/login", &[("email", KNOWN), ("password", DEMO_PASSWORD)])).await;
    assert_eq!((asked.status.as_u16(), asked.location()), (303, "/login/code"));
    let pending = asked.session().expect("a sign-in under way");
    let code = mailed_code(&site).await;
    let wrong = if code == "000000" { "111111" } else { "000000" };
    for attempt in 1..=5 {
        let said = give_code(&site, &pending, wrong).await;
        assert_eq!(said.status, 422);
        assert_eq!(said.body.contains("Too many wrong codes."), attempt == 5, "attempt {attempt}");
        assert_eq!(said.body.contains("The code works for 15 minutes."), attempt < 5, "attempt {attempt}");
        let left = ["4 tries left.", "3 tries left.", "2 tries left.", "1 try left.", ""][attempt - 1];
        assert!(said.body.contains(left), "attempt {attempt}: {}", said.body);
    }
    let later = site.ask(Ask::get("/login/code").by(&pending)).await;
    assert!(later.body.contains("The codes we sent no longer work."), "{}", later.body);
    assert!(!later.body.contains("still work"), "{}", later.body);
    let said = give_code(&site, &pending, &code).await;
    assert!(said.body.contains("Too many wrong codes."), "not even the right one counts now");

    let early = site.ask(Ask::post("/login/code/resend", &[]).by(&pending)).await;
    assert_eq!(early.status, 429);
    assert!(early.body.contains("Please wait 60 s before asking for another code."), "{}", early.body);
    site.t.clock.advance(Ts::MINUTE);
    let resent = site.ask(Ask::post("/login/code/resend", &[]).by(&pending)).await;
    assert_eq!((resent.status.as_u16(), resent.location()), (303, "/login/code"));
    let page = site.ask(Ask::get("/login/code").by(&pending).after(&resent)).await;
    assert!(page.body.contains("A new code is on its way to a***@acme.example."), "{}", page.body);

    let newer = mailed_code(&site).await;
    let said = give_code(&site, &pending, &code).await;
    assert!(said.body.contains("This code is incorrect"), "the older code is worth nothing");
    let done = give_code(&site, &pending, &newer).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, "/portal/A1"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_blocks_cookies_is_told_so_on_the_sign_in_page() {
    let site = TestSite::sqlite().await;
    stage(&site).await;
    let page = site.get("/login").await;
    assert!(
        page.cookies().iter().any(|(name, _)| name == "__Host-try"),
        "the page sends one: {:?}",
        page.cookies()
    );
    let form = [("email", KNOWN), ("password", DEMO_PASSWORD), ("next", "/portal/A1?x=1")];
    for (lang, words) in [
        ("en", "did not send the cookie"),
        ("de", "hat das Cookie nicht gesendet"),
        ("ja", "Cookie がブラウザーから送信されませんでした"),
    ] {
        let ask = Ask::post("/login", &form).with("referer", "https://portal.weber.example/login");
        let said = site.ask(ask.with("accept-language", lang)).await;
        assert_eq!(said.status, 422, "{}", said.body);
        assert!(said.body.contains(words) && said.body.contains(KNOWN), "{lang}: {}", said.body);
        assert_eq!(said.field("next"), Some("/portal/A1?x=1"), "the way on is kept");
        assert!(!said.body.contains(DEMO_PASSWORD) && said.session().is_none());
    }
    site.t.drain_mail().await;
    assert!(site.t.mail.sent_to(KNOWN).is_empty(), "no code was sent that could not be used");
    let with_it =
        Ask::post("/login", &form).with("referer", "https://portal.weber.example/login").after(&page);
    let said = site.ask(with_it).await;
    assert!(!said.body.contains("did not send the cookie"), "{}", said.body);
}
