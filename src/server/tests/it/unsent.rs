//! Whoever comes too late loses nothing: a form without a session waits, sealed, for the person whose session it was
//! (ux.md, check 15; SEC-33).

use crate::fixtures;
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use http::StatusCode;
use kernel::{ContactId, EmailId, Ts, UserId};
use platform::sql;

const NEW: &str = "/app/accounts/new";
const ACCOUNT: &[(&str, &str)] =
    &[("name", "Ökostrom <b>GmbH</b>"), ("kind", "company"), ("password", "never kept")];

struct Scene {
    site: TestSite,
    owner: String,
    user: UserId,
    /// Anna's, who has one address.
    contact: ContactId,
    /// The cookie of the browser that the owner uses.
    browser: (String, String),
}

async fn scene() -> Scene {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let owner = stage.token("owner").to_owned();
    let cx = site.cx();
    let (user,): (UserId,) = sql!("SELECT id FROM portal_user WHERE email_norm = $1", "owner@weber.example")
        .one(&mut cx.db.read().await.unwrap())
        .await
        .unwrap();
    let browser = fixtures::known_browser(&site, user).await;
    Scene { site, owner, user, contact: stage.contact, browser }
}

impl Scene {
    async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.post_from("", path, form).await
    }

    /// As a browser does that shows this page.
    async fn post_from(&self, page: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        let referer = format!("https://portal.weber.example{page}");
        let mut ask = Ask::post(path, form).by(&self.owner);
        if !page.is_empty() {
            ask = ask.with("referer", &referer);
        }
        ask.cookies.push(self.browser.clone());
        self.site.ask(ask).await
    }

    async fn employee(&self) -> UserId {
        let (member,): (UserId,) =
            sql!("SELECT user_id FROM staff_member WHERE role = 'employee' ORDER BY user_id LIMIT 1")
                .one(&mut self.site.cx().db.read().await.unwrap())
                .await
                .unwrap();
        member
    }

    /// The owner signs in anew and opens the page that the sign-in leads to.
    async fn back_at(&self, page: &str) -> Answer {
        let token = people::session(&self.site.cx(), self.user).await;
        let mut ask = Ask::get(page).by(&token);
        ask.cookies.push(self.browser.clone());
        self.site.ask(ask).await
    }
}

/// The page that a redirect to the sign-in leads to afterwards.
fn afterwards(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    let query = answer.location().strip_prefix("/login?").expect("to the sign-in");
    form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "next").unwrap().1.into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_came_too_late_is_there_again_after_the_sign_in() {
    let scene = scene().await;
    scene.site.t.clock.advance(30 * Ts::MINUTE);
    let page = afterwards(&scene.post(NEW, ACCOUNT).await);
    assert!(page.starts_with("/app/accounts/new?kept="), "{page}");
    let shown = scene.back_at(&page).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.body.contains("Ökostrom &lt;b&gt;GmbH"), "{}", shown.body);
    assert!(shown.body.contains("Here is what you typed"));
    assert!(!shown.body.contains("never kept"));
    // Nothing was saved by it.
    let list = scene.back_at("/app/accounts").await;
    assert!(!list.body.contains("Ökostrom"));
    // The page as such knows nothing of it.
    assert!(!scene.back_at(NEW).await.body.contains("Ökostrom"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_sees_it_and_no_other_page() {
    let scene = scene().await;
    scene.site.t.clock.advance(30 * Ts::MINUTE);
    let page = afterwards(&scene.post(NEW, ACCOUNT).await);
    let cx = scene.site.cx();
    let admin = people::staff_named(&cx, "zz@weber.example", "Zoe", kernel::Role::Admin, &[]).await;
    let token = people::session(&cx, admin.user()).await;
    let seen = scene.site.ask(Ask::get(&page).by(&token)).await;
    assert!(!seen.body.contains("Ökostrom"), "another person");
    let elsewhere = page.replace(NEW, "/app/settings/profile");
    assert!(!scene.back_at(&elsewhere).await.body.contains("Ökostrom"), "another page");
    for broken in ["/app/accounts/new?kept=", "/app/accounts/new?kept=%01", "/app/accounts/new?kept=1"] {
        assert_eq!(scene.back_at(broken).await.status, StatusCode::OK, "{broken}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_waits_half_a_day() {
    let scene = scene().await;
    scene.site.t.clock.advance(30 * Ts::MINUTE);
    let page = afterwards(&scene.post(NEW, ACCOUNT).await);
    scene.site.t.clock.advance(12 * Ts::HOUR - Ts::SECOND);
    assert!(scene.back_at(&page).await.body.contains("Ökostrom"));
    scene.site.t.clock.advance(Ts::SECOND);
    assert!(!scene.back_at(&page).await.body.contains("Ökostrom"));
    assert_eq!(access::unsent::purge(&scene.site.t.platform).await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_somebody_ended_has_nothing_kept() {
    let scene = scene().await;
    scene.post("/logout", &[]).await;
    assert_eq!(afterwards(&scene.post(NEW, ACCOUNT).await), NEW);
    // Nor has one that never was.
    let made_up = "x".repeat(43);
    let answer = scene.site.ask(Ask::post(NEW, ACCOUNT).by(&made_up)).await;
    assert_eq!(afterwards(&answer), NEW);
    let bare = scene.site.ask(Ask::post(NEW, ACCOUNT)).await;
    assert_eq!(afterwards(&bare), NEW);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_ran_out_keeps_nothing_for_whoever_has_only_that() {
    let scene = scene().await;
    scene.site.t.clock.advance(30 * Ts::MINUTE);
    let thief = scene.site.ask(Ask::post(NEW, ACCOUNT).by(&scene.owner)).await;
    assert_eq!(afterwards(&thief), NEW, "not in a browser that is not the owner's");
    let kept = afterwards(&scene.post(NEW, ACCOUNT).await);
    let token = people::session(&scene.site.cx(), scene.user).await;
    let elsewhere = scene.site.ask(Ask::get(&kept).by(&token)).await;
    assert!(!elsewhere.body.contains("Ökostrom"), "another browser of the owner's");
    scene.site.t.clock.advance(4 * Ts::HOUR);
    assert_eq!(afterwards(&scene.post(NEW, ACCOUNT).await), NEW, "the session is long over");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_hands_over_what_is_on_it() {
    let scene = scene().await;
    let form = [("_page", "/app/accounts?q=x"), ("_action", NEW), ("name", "Ökostrom")];
    // The session lives still, because another tab was used: back to the page, with everything on it.
    let alive = scene.post("/session/keep", &form).await;
    assert!(alive.location().starts_with("/app/accounts/new?kept="), "{alive:?}");
    scene.site.t.clock.advance(30 * Ts::MINUTE);
    let late = afterwards(&scene.post("/session/keep", &form).await);
    assert!(scene.back_at(&late).await.body.contains("Ökostrom"));
    // Where the form's own address shows nothing, the page it was on does.
    let on =
        scene.post("/session/keep", &[("_page", "/app/accounts?q=x"), ("_action", "/nowhere"), ("a", "b")]);
    assert!(afterwards(&on.await).starts_with("/app/accounts?q=x&kept="));
    // Only pages of ours are led to.
    for evil in ["https://evil.example/", "//evil.example", "/\\evil.example", "/nowhere", "/api/x", ""] {
        let answer = scene.post("/session/keep", &[("_page", evil), ("_action", evil), ("a", "b")]).await;
        assert_eq!(answer.location(), "/login", "{evil}");
    }
    // Without anything typed it is just the way back.
    assert_eq!(
        afterwards(&scene.post("/session/keep", &[("_page", "/app/accounts?q=x")]).await),
        "/app/accounts?q=x"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_newest_forms_are_kept_and_no_huge_one() {
    let scene = scene().await;
    scene.site.t.clock.advance(30 * Ts::MINUTE);
    let mut pages = Vec::new();
    for n in 0..7 {
        scene.site.t.clock.advance(Ts::SECOND);
        let name = format!("Firm number {n}");
        pages.push(afterwards(&scene.post(NEW, &[("name", &name)]).await));
    }
    for (n, page) in pages.iter().enumerate() {
        let there = scene.back_at(page).await.body.contains(&format!("Firm number {n}"));
        assert_eq!(there, n >= 2, "{n}");
    }
    let huge = "x".repeat(65 * 1024);
    assert_eq!(afterwards(&scene.post(NEW, &[("name", &huge)]).await), NEW);
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_what_is_left_is_using_it_unless_nobody_is_there() {
    let scene = scene().await;
    let ask = async |idle: bool| {
        let asked = Ask::post("/api/sessions/left", &[]).by(&scene.owner);
        let answer = scene.site.ask(if idle { asked.with("x-idle", "1") } else { asked }).await;
        (answer.status, answer.body)
    };
    let said =
        |seconds: i64, last: bool| (StatusCode::OK, format!("{{\"seconds\":{seconds},\"last\":{last}}}"));
    scene.site.t.clock.advance(29 * Ts::MINUTE);
    assert_eq!(ask(true).await, said(60, false));
    assert_eq!(ask(true).await, said(60, false));
    assert_eq!(ask(false).await, said(30 * 60, false));
    scene.site.t.clock.advance(30 * Ts::MINUTE - Ts::SECOND);
    assert_eq!(ask(true).await, said(1, false));
    scene.site.t.clock.advance(Ts::SECOND);
    assert_eq!(ask(true).await.0, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_very_end_using_it_does_not_help() {
    let scene = scene().await;
    for _ in 0..(12 * 60 / 20 - 1) {
        scene.site.t.clock.advance(20 * Ts::MINUTE);
        assert_eq!(scene.post("/api/sessions/left", &[]).await.status, StatusCode::OK);
    }
    let left = scene.post("/api/sessions/left", &[]).await;
    assert_eq!(left.body, "{\"seconds\":1200,\"last\":true}");
    let page = scene.site.ask(Ask::get("/app/accounts").by(&scene.owner)).await;
    assert!(page.body.contains("data-last=\"true\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_not_signed_in_is_warned_of_nothing() {
    let scene = scene().await;
    for path in ["/login", "/help", "/nowhere"] {
        let page = scene.site.ask(Ask::get(path)).await;
        assert!(!page.body.contains("session-end"), "{path}");
    }
    let page = scene.site.ask(Ask::get("/app/accounts").by(&scene.owner)).await;
    assert!(page.body.contains("id=\"session-end\"") && page.body.contains("data-seconds=\"1800\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_in_no_other_form_of_the_page() {
    let scene = scene().await;
    let contact = scene.contact;
    let (page, add) = (format!("/app/contacts/{contact}"), format!("/app/contacts/{contact}/emails"));
    assert_eq!(scene.post(&add, &[("email", "second@acme.example")]).await.status, StatusCode::SEE_OTHER);
    scene.site.t.clock.advance(30 * Ts::MINUTE);
    let back = afterwards(&scene.post_from(&page, &add, &[("email", "third@acme.example")]).await);
    let shown = scene.back_at(&back).await;
    assert!(shown.body.contains("Here is what you typed"));
    assert_eq!(shown.body.matches("value=\"third@acme.example\"").count(), 1, "{}", shown.main());
    assert_eq!(shown.body.matches("value=\"second@acme.example\"").count(), 1, "{}", shown.main());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_came_too_late_unticks_no_right() {
    let scene = scene().await;
    let member = scene.employee().await;
    let page = format!("/app/settings/team/{member}");
    let rights = ["version=\"1\"", " checked"];
    let before = scene.back_at(&page).await;
    scene.site.t.clock.advance(30 * Ts::MINUTE);
    let form = [("account", "A1"), ("on", "true"), ("q", "acme")];
    let back = afterwards(&scene.post_from(&page, &format!("{page}/accounts"), &form).await);
    let after = scene.back_at(&back).await;
    for mark in rights {
        assert_eq!(after.main().matches(mark).count(), before.main().matches(mark).count(), "{mark}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rights_that_came_too_late_keep_the_version_they_were_ticked_over() {
    let scene = scene().await;
    let member = scene.employee().await;
    let page = format!("/app/settings/team/{member}");
    let opened = scene.back_at(&page).await;
    let version = opened.field("version").expect("a version").to_owned();
    scene.site.t.clock.advance(30 * Ts::MINUTE);
    let form = [("version", version.as_str()), ("manage_accounts", "true")];
    let back = afterwards(&scene.post(&page, &form).await);
    // A colleague is faster.
    let token = people::session(&scene.site.cx(), scene.user).await;
    let saved = scene.site.post(&token, &page, &[("version", &version), ("view_all_accounts", "true")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert_ne!(scene.back_at(&page).await.field("version"), Some(version.as_str()));
    let shown = scene.back_at(&back).await;
    assert!(shown.body.contains("Here is what you typed"));
    assert_eq!(shown.field("version"), Some(version.as_str()), "Save says that somebody was faster");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_question_for_the_password_that_is_answered_too_late_loses_nothing() {
    let scene = scene().await;
    scene.site.t.clock.advance(11 * Ts::MINUTE);
    let contact = scene.contact;
    let page = format!("/app/contacts/{contact}");
    let (address,): (EmailId,) = sql!("SELECT id FROM contact_email WHERE contact_id = $1", contact)
        .one(&mut scene.site.cx().db.read().await.unwrap())
        .await
        .unwrap();
    let path = format!("{page}/emails/{address}");
    let form = [("email", "anna@new.example"), ("replace", "true")];
    let asked = scene.post(&path, &form).await;
    assert!(asked.body.contains("name=\"proof\""), "{}", asked.main());
    scene.site.t.clock.advance(30 * Ts::MINUTE);
    let answered = [&form[..], &[("proof", "Pfefferminz und Eisenbahn"), ("proof_back", &page)]].concat();
    let back = afterwards(&scene.post(&path, &answered).await);
    assert!(back.starts_with(&format!("{page}?kept=")), "{back}");
    assert!(!scene.back_at(&back).await.body.contains("Pfefferminz"));
}
