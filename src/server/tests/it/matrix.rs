//! Every page, form and server function, as every kind of visitor (SEC-46, G1), and nothing of the other firm in any
//! answer (SEC-47, G2). The list is the server's own; what it does not declare it does not serve.

use crate::cast::{self, Actor, CANARY, Kind, Stage};
use crate::expected::{About, Expect, expected};
use crate::site::{Answer, Ask, TestSite};
use http::StatusCode;
use kernel::permission::Allowed;
use server::check::{Declared, declared};

/// Addresses that end a session or change who somebody is; each gets a session of its own elsewhere.
const NOT_FOR_THE_MATRIX: &[&str] = &["/logout", "/live"];

pub fn fill(path: &str, stage: &Stage) -> String {
    path.replace("{account}", &stage.account)
        .replace("{code}", &stage.account)
        .replace("{setting}", &stage.setting.to_string())
        .replace("{id}", &stage.contact.to_string())
        .replace("{member}", &stage.member.to_string())
        .replace("{invitation}", &stage.contact.to_string())
        .replace("{topic}", "code")
        .replace("{token}", &"t".repeat(43))
        .replace("{name}", "1-x-112233.css")
}

/// Which account an address is about, by its pieces; functions name theirs in the arguments.
fn about(one: &Declared) -> About {
    if one.path.contains("/contacts/{id}") || one.path == "/api/clients/contact" {
        return About::ContactOfA;
    }
    let names_account = ["{account}", "{code}", "{setting}"].iter().any(|piece| one.path.contains(piece));
    if names_account || one.kind == "function" && ABOUT_A.contains(&one.path.as_str()) {
        About::AccountA
    } else {
        About::Nothing
    }
}

/// Server functions whose arguments name an account, a row of its Info tab, or one of its contacts.
const ABOUT_A: &[&str] = &[
    "/api/access/people",
    "/api/access/portal_home",
    "/api/clients/account",
    "/api/clients/account-name",
    "/api/clients/info",
    "/api/clients/notifications",
    "/api/clients/row-history",
    "/api/clients/teammates",
    "/api/portal/notifications",
];

/// Forms that name a second thing in their fields or path, which an empty form does not; and a function asked about a
/// link we never made.
const NAMES_SOMETHING_ELSE: &[&str] = &[
    "/api/setup/state",
    "/app/accounts/{code}/contacts/link",
    "/app/contacts/{id}/emails/{address}",
    "/app/contacts/{id}/emails/{address}/old",
    "/app/contacts/{id}/emails/{address}/remove",
    "/app/contacts/{id}/unlink",
    "/app/settings/firm/hosts/check",
    "/app/settings/firm/hosts/main",
    "/app/settings/firm/hosts/remove",
    "/app/settings/team/invitations/{invitation}/resend",
    "/app/settings/team/invitations/{invitation}/withdraw",
    "/app/settings/team/owner",
    "/app/settings/team/{member}/accounts",
    "/portal/{account}/settings/notifications",
];

/// Arguments that every function finds what it wants in.
pub fn arguments(stage: &Stage) -> Vec<(&'static str, String)> {
    vec![
        ("account", stage.account.clone()),
        ("code", stage.account.clone()),
        ("setting", stage.setting.to_string()),
        ("id", stage.contact.to_string()),
        ("contact", stage.contact.to_string()),
        ("member", stage.member.to_string()),
        ("token", "t".repeat(43)),
        ("search", String::new()),
        ("query", String::new()),
        ("q", String::new()),
        ("tab", String::new()),
        ("archived", "false".to_owned()),
        ("version", "1".to_owned()),
        ("on", "true".to_owned()),
        ("column", "notify".to_owned()),
        ("accounts", String::new()),
        ("all", "false".to_owned()),
        ("wanted", String::new()),
    ]
}

async fn ask(site: &TestSite, one: &Declared, stage: &Stage, actor: &Actor) -> Answer {
    let path = fill(&one.path, stage);
    let form = if one.kind == "function" { arguments(stage) } else { Vec::new() };
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut ask = if one.method == "GET" { Ask::get(&path) } else { Ask::post(&path, &form) };
    if let Some(token) = &actor.token {
        ask = ask.by(token);
    }
    site.ask(ask).await
}

/// What an answer amounts to.
fn verdict(one: &Declared, answer: &Answer) -> Result<Expect, String> {
    let page = answer.location().split('?').next().unwrap_or_default();
    let to_sign_in = answer.status.is_redirection() && page == "/login";
    if answer.status.is_redirection() && page == "/login/closed" && one.path.contains("{account}") {
        return Ok(Expect::Missing);
    }
    match answer.status {
        StatusCode::UNAUTHORIZED => Ok(Expect::SignIn),
        _ if to_sign_in && one.allowed != Allowed::Public => Ok(Expect::SignIn),
        StatusCode::FORBIDDEN => Ok(Expect::Forbidden),
        StatusCode::NOT_FOUND => Ok(Expect::Missing),
        status if status.is_server_error() => Err(format!("{status}")),
        _ => Ok(Expect::Open),
    }
}

/// A public page of an unknown token, or an object that is nobody's, is missing for everybody.
fn missing_for_all(one: &Declared) -> bool {
    one.path.contains("{token}")
        || NAMES_SOMETHING_ELSE.contains(&one.path.as_str())
        || one.path.starts_with("/account/sessions/")
        || one.allowed == Allowed::Demo
}

/// How many headings of the first rank a page has, if that is not one (UX, "one `<h1>`").
fn headings_amiss(answer: &Answer) -> Option<usize> {
    let start = answer.body.trim_start().get(..14).unwrap_or_default();
    let is_page = start.eq_ignore_ascii_case("<!doctype html") && !answer.status.is_redirection();
    let headings = answer.body.matches("<h1").count();
    (is_page && headings != 1).then_some(headings)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_opens_to_those_it_declares_and_to_nobody_else() {
    let site = TestSite::sqlite().await;
    let stage = cast::stage(&site).await;
    assert!(stage.actors.len() >= 12);
    let mut faults = Vec::new();
    let mut cells = 0;
    for one in declared().iter().filter(|one| !NOT_FOR_THE_MATRIX.contains(&one.path.as_str())) {
        for actor in &stage.actors {
            cells += 1;
            let wanted = expected(one.allowed, about(one), actor.kind);
            let answer = ask(&site, one, &stage, actor).await;
            let got = verdict(one, &answer);
            // A form that makes no sense may be refused before anybody looks whose thing it is about.
            let senseless = one.kind == "form"
                && matches!(answer.status, StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY);
            let fine = got.as_ref().is_ok_and(|got| {
                *got == wanted
                    || (wanted == Expect::Open && *got == Expect::Missing && missing_for_all(one))
                    || (wanted == Expect::Missing && senseless)
            });
            let outsider = matches!(wanted, Expect::Missing | Expect::Forbidden | Expect::SignIn);
            if outsider
                && answer.body.contains("Anna Acme")
                && !matches!(actor.kind, Kind::ClientOfA | Kind::Onlooker)
            {
                faults.push(format!("{} {} as {} shows a client of A", one.method, one.path, actor.name));
            }
            if !fine {
                faults.push(format!(
                    "{} {} as {}: {got:?} ({}), not {wanted:?}",
                    one.method, one.path, actor.name, answer.status
                ));
            }
            if matches!(actor.kind, Kind::AssignedToB | Kind::AssignedToBKnowsAll)
                && answer.body.contains("Acme Ltd")
            {
                faults.push(format!("{} {} as {} shows account A", one.method, one.path, actor.name));
            }
            if answer.body.contains(CANARY) {
                faults.push(format!("{} {} as {} shows the other firm", one.method, one.path, actor.name));
            }
            if let Some(headings) = headings_amiss(&answer) {
                faults.push(format!(
                    "{} {} as {} ({}): {headings} headings of a page",
                    one.method, one.path, actor.name, answer.status
                ));
            }
            let told = answer.without_nonce();
            for word in ["panicked", "sqlx", "SELECT "] {
                if told.contains(word) {
                    faults.push(format!("{} {} as {} tells {word}", one.method, one.path, actor.name));
                }
            }
        }
    }
    assert!(cells > 500, "only {cells} cells");
    assert!(faults.is_empty(), "{} of {cells}:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_of_another_firm_looks_exactly_like_one_that_is_not_there() {
    let site = TestSite::sqlite().await;
    let stage = cast::stage(&site).await;
    // Both codes are as long, so that nothing has to be replaced: the marks in the forms may hold one of them by chance.
    assert_eq!(stage.foreign_code.len(), "Z8".len());
    let before_nonce = |answer: &Answer| answer.body.split("nonce").next().unwrap_or_default().len();
    for actor in stage.actors.iter().filter(|actor| actor.token.is_some()) {
        for pattern in ["/app/accounts/CODE/info", "/portal/CODE"] {
            let token = actor.token.as_deref().unwrap();
            let (foreign, nowhere) =
                (pattern.replace("CODE", &stage.foreign_code), pattern.replace("CODE", "Z8"));
            let foreign_answer = site.ask(Ask::get(&foreign).by(token)).await;
            let nowhere_answer = site.ask(Ask::get(&nowhere).by(token)).await;
            assert_eq!(foreign_answer.status, nowhere_answer.status, "{pattern} as {}", actor.name);
            assert_eq!(
                before_nonce(&foreign_answer),
                before_nonce(&nowhere_answer),
                "{pattern} as {}",
                actor.name
            );
        }
    }
}
