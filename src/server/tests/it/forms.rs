//! Every form of every page, sent as nobody should: with nothing in it. The page says below each field what is missing, in its
//! own language; a browser's bubbles would say it in the browser's, so no form with fields lets them.

use crate::fixtures::{self, Kind, Stage};
use crate::html::{Form, forms};
use crate::mailed_links::Scene;
use crate::matrix::fill;
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use app::PAGES;
use http::StatusCode;
use kernel::permission::Allowed;
use kernel::{Locale, Role};

/// Pages that are drawn only with a question in their address, or otherwise have one form more.
const MORE: &[&str] = &[
    "/app/accounts/{code}/contacts/new?q=bob",
    "/app/contacts/{id}?unlink=A1",
    "/app/settings/team/{member}?ask=owner",
    "/app/settings/team/{member}?ask=deactivate",
    "/app/settings/team/{member}?q=acme",
    "/app/accounts/invite?accounts=A1",
    "/app/accounts/{code}/info/emails/{setting}/login?off=login",
];

struct Found {
    page: String,
    token: Option<String>,
    form: Form,
}

fn visitors(allowed: Allowed) -> &'static [Kind] {
    match allowed {
        Allowed::Public => &[Kind::Stranger],
        Allowed::SigningIn => &[Kind::Pending],
        Allowed::Client => &[Kind::ClientOfA],
        Allowed::SignedIn => &[Kind::ClientOfA, Kind::Chief],
        _ => &[Kind::Chief],
    }
}

/// All forms of all pages, each once, as those see them whom they are for.
async fn all(site: &TestSite, stage: &Stage) -> Vec<Found> {
    let pages = PAGES.iter().map(|page| (page.path, visitors(page.allowed)));
    let mut found: Vec<Found> = Vec::new();
    for (path, kinds) in pages.chain(MORE.iter().map(|path| (*path, &[Kind::Chief][..]))) {
        for kind in kinds {
            let token = stage.actors.iter().find(|it| it.kind == *kind).unwrap().token.clone();
            let page = fill(path, stage);
            let answer = site.ask(Ask { token: token.as_deref(), ..Ask::get(&page) }).await;
            assert!(!answer.status.is_server_error(), "{page}: {}", answer.status);
            for form in forms(&answer.body) {
                let is_new =
                    !found.iter().any(|it| it.form.action == form.action && it.form.fields == form.fields);
                if is_new {
                    found.push(Found { page: page.clone(), token: token.clone(), form });
                }
            }
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn no_browser_speaks_for_us_and_only_where_we_speak_ourselves() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let mut faults = Vec::new();
    let mut fields = 0;
    for Found { page, form, .. } in all(&site, &stage).await {
        let judged = form.fields.iter().filter(|field| field.is_judged).count();
        fields += judged;
        if form.novalidate != (judged > 0)
            && !(form.novalidate && form.fields.iter().any(|it| it.has_maxlength))
        {
            faults
                .push(format!("{} of {page}: novalidate {}, {judged} fields", form.action, form.novalidate));
        }
        for field in form.fields.iter().filter(|field| field.kind == "email" || field.kind == "url") {
            faults.push(format!("{} of {page}: {} is judged by its type", form.action, field.name));
        }
    }
    assert!(fields > 20, "only {fields}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether the page was good about it: done, or told, below the field where there is one.
fn judge(form: &Form, answer: &Answer) -> Result<(), String> {
    match answer.status {
        StatusCode::SEE_OTHER if answer.location().starts_with("/login?") => {
            Err("sends to the sign-in".to_owned())
        }
        StatusCode::SEE_OTHER => Ok(()),
        StatusCode::UNPROCESSABLE_ENTITY => {
            let told = answer.body.matches("class=\"field-error\"").count();
            if told == 0 {
                Err(format!("422 without a word at a field of {:?}", form.names()))
            } else {
                Ok(())
            }
        }
        // A rule of the firm says no, in words above the form.
        StatusCode::CONFLICT if answer.body.contains("error-summary") => Ok(()),
        status => Err(format!("{status}")),
    }
}

async fn send(site: &TestSite, found: &Found, cookies: &[(String, String)], faults: &mut Vec<String>) {
    let form = &found.form;
    for button in form.buttons() {
        let path = button.action.as_deref().unwrap_or(&form.action);
        let sent = form.empty(&button);
        let pairs: Vec<(&str, &str)> =
            sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut ask = Ask::post(path, &pairs);
        if form.multipart {
            ask.headers[0] = ("content-type", "multipart/form-data; boundary=x");
            ask.body = form.parts(&button);
        }
        ask.token = found.token.as_deref();
        ask.cookies = cookies.to_vec();
        let answer = site.ask(ask).await;
        if let Err(why) = judge(form, &answer) {
            faults.push(format!("{path} of {} ({}): {why}", found.page, button.name));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_with_nothing_in_it_is_answered_at_its_fields() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let (mut faults, mut sent) = (Vec::new(), 0);
    for found in all(&site, &stage).await {
        let form = &found.form;
        if form.is_post && form.has_fields() {
            sent += 1;
            send(&site, &found, &[], &mut faults).await;
        }
    }
    assert!(sent > 20, "only {sent} forms");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn so_are_the_forms_behind_mailed_links() {
    let scene = Scene::begin().await;
    let (mut faults, mut sent) = (Vec::new(), 0);
    for link in &scene.links {
        let (opened, shown) = scene.site.follow(link).await;
        for form in forms(&shown.body) {
            let judged = form.fields.iter().any(|field| field.is_judged);
            if form.novalidate != judged {
                faults.push(format!("{} of {link}: novalidate {}", form.action, form.novalidate));
            }
            if form.is_post && form.has_fields() {
                sent += 1;
                let found = Found { page: link.clone(), token: None, form };
                send(&scene.site, &found, &opened.cookies(), &mut faults).await;
            }
        }
    }
    assert!(sent >= 3, "only {sent} forms");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_box_that_must_be_ticked_says_so_beside_itself() {
    let site = TestSite::sqlite().await;
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    let token = Some(site.session(owner.user()).await);
    let by = token.as_deref().unwrap();
    let add = site.ask(Ask::post("/app/settings/firm/hosts", &[("host", "neu.weber.example")]).by(by)).await;
    assert_eq!(add.status, StatusCode::SEE_OTHER);
    let page = "/app/settings/firm/hosts/main?host=neu.weber.example";
    let shown = site.ask(Ask::get(page).by(by)).await;
    let form = forms(&shown.body).into_iter().find(|form| form.names().contains(&"confirmed")).unwrap();
    assert!(form.novalidate);
    let mut faults = Vec::new();
    send(&site, &Found { page: page.to_owned(), token, form }, &[], &mut faults).await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_sign_in_is_told_at_both_fields_in_the_language_of_the_page_and_is_no_try() {
    let site = TestSite::sqlite().await;
    for locale in Locale::ALL {
        let words = i18n::tl!(locale, "common.required");
        // More often than anybody may try a password.
        for _ in 0..15 {
            let typed = [("email", " "), ("password", "")];
            let answer = site.ask(Ask::post("/login", &typed).with("accept-language", locale.tag())).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(
                answer.body.matches(&format!("<span>{words}<!></span>")).count(),
                2,
                "{}",
                answer.body
            );
        }
    }
    let half = site.ask(Ask::post("/login", &[("email", "anna@acme.example"), ("password", "")])).await;
    assert_eq!(half.body.matches("class=\"field-error\"").count(), 1);
    assert!(half.body.contains("value=\"anna@acme.example\""), "what was typed is there still");
}
