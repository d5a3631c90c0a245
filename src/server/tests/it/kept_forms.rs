//! A form that ended in an error of ours: what was typed is there again, and nothing claims so where it is not.

use crate::fixtures;
use crate::html::forms;
use crate::site::{Answer, Ask, TestSite};
use http::StatusCode;

const NEW: &str = "/app/accounts/new";
const TYPED: &[(&str, &str)] = &[("name", "Türkis <b>GmbH</b>"), ("kind", "company")];
const HERE: &str = "What you typed is in the form again";
const KEPT: &str = "What you typed is kept on this page.";

/// Takes a table away, as a disk that fails would.
async fn without(site: &TestSite, statement: &'static str) {
    let broken = site.t.platform.db.write(move |tx| {
        Box::pin(async move { Ok(platform::db::Stmt::new(statement, vec![]).run(tx).await?) })
    });
    broken.await.unwrap();
}

async fn scene() -> (TestSite, String) {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let owner = stage.token("owner").to_owned();
    (site, owner)
}

/// A number such as `K7QX-M2PD` stands in the words.
fn has_number(answer: &Answer) -> bool {
    let (_, rest) = answer.body.split_once("this number: ").expect("the words");
    rest.chars().nth(4) == Some('-')
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_is_shown_again_with_what_was_typed_and_the_number() {
    let (site, owner) = scene().await;
    without(&site, "ALTER TABLE audit_event RENAME TO gone").await;
    let answer = site.ask(Ask::post(NEW, TYPED).by(&owner)).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.body.contains("Türkis &lt;b&gt;GmbH"), "{}", answer.body);
    assert!(answer.body.contains(HERE) && has_number(&answer), "{}", answer.body);
    assert_eq!(answer.body.matches("class=\"said\"").count(), 1, "said once");
    assert!(answer.body.contains(&format!("action=\"{NEW}?for=")), "and it can be sent again");
    // A password is asked for again, and is on no page.
    let form = [
        ("current", "Neun Kraniche"),
        ("password", "eine Wiese mit 7 Ziegen"),
        ("email", "neu@acme.example"),
    ];
    let secret = site.ask(Ask::post("/account/password", &form).by(&owner)).await;
    assert!(!secret.body.contains("Kraniche") && !secret.body.contains("Ziegen"), "{}", secret.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_page_can_be_drawn_the_answer_itself_keeps_the_form() {
    let (site, owner) = scene().await;
    let page = site.ask(Ask::get(NEW).by(&owner)).await;
    let (_, rest) = page.body.split_once(&format!("action=\"{NEW}?for=")).unwrap();
    let marked = format!("{NEW}?for={}", rest.split('"').next().unwrap());
    without(&site, "ALTER TABLE session RENAME TO gone").await;
    for (lang, words) in [
        ("en", KEPT),
        ("de", "Ihre Eingaben sind auf dieser Seite aufbewahrt."),
        ("ja", "このページに残っています"),
    ] {
        let ask = Ask::post(&marked, TYPED).by(&owner).with("accept", "text/html");
        let answer = site.ask(ask.with("accept-language", lang)).await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(answer.body.contains(words), "{}", answer.body);
        assert!(
            answer.body.contains(&format!("<form method=\"post\" action=\"{marked}\">")),
            "{}",
            answer.body
        );
        assert!(
            answer.body.contains("name=\"name\" value=\"Türkis &lt;b&gt;GmbH&lt;/b&gt;\""),
            "{}",
            answer.body
        );
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("form-action 'self'"), "its button works: {policy}");
    }
    // When it is over, the button does what the first one should have done.
    without(&site, "ALTER TABLE gone RENAME TO session").await;
    let done = site.ask(Ask::post(&marked, TYPED).by(&owner)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_said_to_be_kept_that_is_not() {
    let (site, owner) = scene().await;
    without(&site, "ALTER TABLE session RENAME TO gone").await;
    let claims = |answer: &Answer| ["lost", HERE, KEPT].iter().any(|words| answer.body.contains(words));
    for (what, ask) in [
        ("a page", Ask::get("/app/accounts")),
        ("a form with nothing in it", Ask::post(NEW, &[])),
        ("a form with a password", Ask::post("/login", &[("email", "a@b.example"), ("password", "x")])),
        ("a form with a code", Ask::post("/login/code", &[("code", "123456")])),
        (
            "a form from elsewhere",
            Ask {
                headers: vec![
                    ("content-type", "application/x-www-form-urlencoded"),
                    ("sec-fetch-site", "cross-site"),
                ],
                ..Ask::post(NEW, TYPED)
            },
        ),
    ] {
        let answer = site.ask(ask.by(&owner).with("accept", "text/html")).await;
        assert!(!answer.status.is_success(), "{what}");
        assert!(!claims(&answer), "{what}: {}", answer.body);
        assert!(!answer.body.contains("123456") && !answer.body.contains("value=\"x\""), "{what}");
    }
    let bare = Ask {
        headers: vec![
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ],
        ..Ask::post(NEW, TYPED)
    };
    assert!(!site.ask(bare.by(&owner)).await.body.contains("<form"), "a program gets a line");
}

#[tokio::test(flavor = "multi_thread")]
async fn boxes_are_as_they_were_left_not_as_they_are_stored() {
    const ALERTS: &str = "/app/settings/notifications";
    let (site, owner) = scene().await;
    let ticked = |answer: &Answer| -> Vec<String> {
        let form = forms(&answer.body).into_iter().find(|form| form.action.starts_with(ALERTS)).unwrap();
        form.fields.into_iter().filter(|field| field.checked).map(|field| field.name).collect()
    };
    let stored = ticked(&site.ask(Ask::get(ALERTS).by(&owner)).await);
    assert!(stored.len() > 1, "all are on until switched off: {stored:?}");
    without(&site, "ALTER TABLE audit_event RENAME TO gone").await;
    let answer = site.ask(Ask::post(ALERTS, &[("reset_failed", "true")]).by(&owner)).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.body.contains(HERE), "{}", answer.body);
    assert_eq!(ticked(&answer), ["reset_failed"]);
}
