//! A client changes their own address, as a browser without JavaScript walks it (ECHG-7): pages that are never woken up.

use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use access::sign_in::DEMO_PASSWORD;
use directory::testing::a_firm;
use http::StatusCode;
use kernel::{Role, UserId};

const OLD: &str = "anna@mueller.example";
pub const NEW: &str = "anna@neu.example";
pub const PAGE: &str = "/account/address";
const UNDO: &str = "/address-undo";

/// Anna of M1, with a password and a session.
pub async fn anna(site: &TestSite) -> (UserId, String) {
    let cx = site.cx();
    let f = a_firm(&cx);
    f.account("M1").named("Müller GmbH").contact(OLD).login().seed().await;
    let user = f.person(OLD).named("Anna Müller").password(DEMO_PASSWORD).seed().await;
    (user, site.session(user).await)
}

fn has(answer: &Answer, words: &[&str]) {
    for word in words {
        assert!(answer.body.contains(word), "{word:?} is missing in\n{}", answer.body);
    }
}

fn lacks(answer: &Answer, words: &[&str]) {
    for word in words {
        assert!(!answer.body.contains(word), "{word:?} is in\n{}", answer.body);
    }
}

async fn post(site: &TestSite, token: &str, fields: &[(&str, &str)]) -> Answer {
    site.post(token, PAGE, fields).await
}

async fn code(site: &TestSite, to: &str) -> String {
    site.t.drain_mail().await;
    let subject = site.t.mail.sent_to(to).pop().expect("a mail").rendered.subject;
    subject.chars().filter(char::is_ascii_digit).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_the_profile_to_the_new_address_and_back_by_the_link() {
    let site = TestSite::sqlite().await;
    let (_, token) = anna(&site).await;
    let profile = site.ask(Ask::get("/portal/M1/settings/profile").by(&token)).await;
    has(&profile, &[PAGE, "Change sign-in address"]);
    for _ in 0..3 {
        let page = site.ask(Ask::get(PAGE).by(&token)).await;
        assert_eq!(page.status, StatusCode::OK);
        has(&page, &[OLD, "current-password", "Send code", "Weber &amp; Partner", "+49 30 555 0100"]);
        lacks(&page, &[".wasm", "hydrate(", "portico.js"]);
    }
    let wrong = post(&site, &token, &[("step", "ask"), ("current", "wrong"), ("email", NEW)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    site.t.clock.advance(2 * kernel::Ts::SECOND);
    has(&wrong, &["There is a problem", NEW]);
    lacks(&wrong, &["\"wrong\""]);
    let asked = post(&site, &token, &[("step", "ask"), ("current", DEMO_PASSWORD), ("email", NEW)]).await;
    assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, PAGE));
    let page = site.ask(Ask::get(PAGE).by(&token)).await;
    has(&page, &[NEW, "one-time-code", "Change address", "Use another address"]);
    let typed = code(&site, NEW).await;
    let done = post(&site, &token, &[("step", "code"), ("code", &typed)]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, PAGE));
    let fresh = done.session().expect("a new token");
    assert_ne!(fresh, token);
    let old = site.ask(Ask::get(PAGE).by(&token)).await;
    assert!(old.location().starts_with("/login"), "the token from before is dead");
    assert_eq!(site.ask(Ask::get("/portal/M1").by(&fresh)).await.status, StatusCode::OK);
    has(&site.ask(Ask::get(PAGE).by(&fresh)).await, &[NEW]);
    taken_back(&site, &fresh).await;
}

async fn taken_back(site: &TestSite, fresh: &str) {
    site.t.drain_mail().await;
    let text = site.t.mail.sent_to(OLD).pop().expect("the old address is told").rendered.text;
    let (_, rest) = text.split_once("https://portal.weber.example").expect("a link of ours");
    let link = rest.split_whitespace().next().expect("a path").to_owned();
    for _ in 0..3 {
        let (_, page) = site.follow(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        has(&page, &["Take your address back", "a***@mueller.example", "a***@neu.example"]);
        lacks(&page, &[NEW, ".wasm"]);
    }
    assert_eq!(
        site.ask(Ask::get("/portal/M1").by(fresh)).await.status,
        StatusCode::OK,
        "a GET changes nothing"
    );
    let back = site.use_link(&link, UNDO, &[]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert!(back.location().starts_with(&format!("{UNDO}?link=")), "{}", back.location());
    has(&site.follow(&link).await.1, &["Your address is yours again", "/password/forgot"]);
    let out = site.ask(Ask::get("/portal/M1").by(fresh)).await;
    assert!(out.location().starts_with("/login"), "everybody is out");
    let (_, made_up) = site.follow(&format!("{UNDO}/{}", "x".repeat(43))).await;
    assert_eq!(made_up.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_answer_is_the_same_for_an_address_in_use() {
    let site = TestSite::sqlite().await;
    let (_, token) = anna(&site).await;
    people::user(&site.cx(), "jo@adler.example", "Jo").await;
    let mut answers = Vec::new();
    for email in ["jo@adler.example", "xy@adler.example"] {
        let asked =
            post(&site, &token, &[("step", "ask"), ("current", DEMO_PASSWORD), ("email", email)]).await;
        let page = site.ask(Ask::get(PAGE).by(&token)).await;
        let plain: String = page.body.replace(email, "ADDRESS").split("nonce").take(1).collect();
        answers.push((asked.status, asked.location().to_owned(), page.status, plain));
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_firm_switches_it_off_and_clients_see_whom_to_ask() {
    let site = TestSite::sqlite().await;
    let (_, token) = anna(&site).await;
    let eva = people::staff(&site.cx(), Role::Owner, &[]).await;
    let owner = site.session(eva.user()).await;
    has(&site.ask(Ask::get("/app/settings/firm").by(&owner)).await, &["firm-own_address", "checked"]);
    let form = [
        ("version", "1"),
        ("name", "Weber & Partner"),
        ("phone", "+49 30 555 0100"),
        ("email", ""),
        ("address", ""),
        ("website", ""),
        ("time_zone", "Europe/Berlin"),
        ("locale", "en"),
        ("sender_name", ""),
        ("reply_to", ""),
        ("invitation_days", "30"),
    ];
    let saved = site.ask(Ask::post("/app/settings/firm", &form).by(&owner)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let page = site.ask(Ask::get(PAGE).by(&token)).await;
    has(&page, &["please tell Weber &amp; Partner", "+49 30 555 0100"]);
    lacks(&page, &["Send code"]);
    let forged = post(&site, &token, &[("step", "ask"), ("current", DEMO_PASSWORD), ("email", NEW)]).await;
    assert!(forged.status.is_client_error(), "{}", forged.status);
    site.t.drain_mail().await;
    assert!(site.t.mail.sent_to(NEW).is_empty());
    let on = [&form[1..], &[("version", "2"), ("own_address", "true")]].concat();
    assert_eq!(site.ask(Ask::post("/app/settings/firm", &on).by(&owner)).await.status, StatusCode::SEE_OTHER);
    has(&site.ask(Ask::get(PAGE).by(&token)).await, &["Send code"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_colleague_is_told_where_theirs_is_changed() {
    let site = TestSite::sqlite().await;
    let eva = people::staff(&site.cx(), Role::Owner, &[]).await;
    let owner = site.session(eva.user()).await;
    let page = site.ask(Ask::get(PAGE).by(&owner)).await;
    assert_eq!(page.status, StatusCode::OK);
    has(&page, &["Because you work for the firm"]);
    let profile = site.ask(Ask::get("/app/settings/profile").by(&owner)).await;
    lacks(&profile, &[PAGE]);
}
