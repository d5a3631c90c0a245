//! Every page, form and server function, as every kind of visitor (SEC-46, G1), and nothing of the other firm in any
//! answer (SEC-47, G2). The list is the server's own; what it does not declare it does not serve.

use crate::expected::{About, Expect, expected};
use crate::fixtures::{self, CANARY, Kind, Stage};
use crate::site::{Answer, Ask, TestSite};
use http::StatusCode;
use kernel::permission::Allowed;
use server::check::{Declared, declared};
use std::collections::BTreeSet;

/// What stands in a piece of an address.
struct Piece {
    value: String,
    /// Nobody has such a thing here, so that whoever may come finds nothing.
    is_nowhere: bool,
}

/// The piece of this name behind this part of an address.
fn piece(before: &str, name: &str, stage: &Stage) -> Piece {
    let there = |value: String| Piece { value, is_nowhere: false };
    let nowhere = |value: String| Piece { value, is_nowhere: true };
    match name {
        "account" | "code" => there(stage.account.clone()),
        "setting" => there(stage.setting.to_string()),
        "id" if before.ends_with("/contacts/") => there(stage.contact.to_string()),
        "member" => there(stage.member.to_string()),
        "topic" => there("code".to_owned()),
        "name" => there("1-x-112233.css".to_owned()),
        "token" => nowhere("t".repeat(43)),
        "id" | "address" | "invitation" => nowhere(stage.contact.to_string()),
        unknown => panic!("what stands for {{{unknown}}} behind {before}?"),
    }
}

/// Every piece of an address, with what comes behind it.
fn pieces<'a>(path: &'a str, stage: &Stage) -> Vec<(Piece, &'a str)> {
    let opened = path.match_indices('{').map(|(at, _)| at);
    let named = opened.map(|at| (at, path[at + 1..].split_once('}').expect("a piece has an end")));
    named.map(|(at, (name, rest))| (piece(&path[..at], name, stage), rest)).collect()
}

/// An address with its pieces filled in.
pub fn fill(path: &str, stage: &Stage) -> String {
    let begin = path.split('{').next().unwrap_or_default().to_owned();
    pieces(path, stage).into_iter().fold(begin, |filled, (piece, rest)| {
        filled + &piece.value + rest.split('{').next().unwrap_or_default()
    })
}

/// What an argument of a function names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Account,
    Setting,
    Contact,
    Other,
}

/// Who may use a function that is about something, where it matters what that is.
fn insider(one: &Declared) -> Option<Kind> {
    match one.allowed {
        Allowed::Client => Some(Kind::ClientOfA),
        Allowed::Staff | Allowed::StaffWith(_) => Some(Kind::Chief),
        _ => None,
    }
}

/// Which account an address is about: by its pieces, and a function by what it does not find. Asked with one of its
/// arguments naming what is not there, by an insider, one that is about such a thing says that it is missing, as it must
/// say to whoever may not see it.
async fn about(site: &TestSite, one: &Declared, stage: &Stage, insider: Option<&str>) -> About {
    if one.path.contains("/contacts/{id}") {
        return About::ContactOfA;
    }
    if ["{account}", "{code}", "{setting}"].iter().any(|piece| one.path.contains(piece)) {
        return About::AccountA;
    }
    let Some(insider) = insider.filter(|_| one.kind == "function") else { return About::Nothing };
    let misses = async |kind: Named| {
        let form = named_arguments(stage)
            .map(|(name, value, it)| (name, if it == kind { nobodys(kind) } else { value }));
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        site.post(insider, &one.path, &form).await.status == StatusCode::NOT_FOUND
    };
    if misses(Named::Account).await || misses(Named::Setting).await {
        About::AccountA
    } else if misses(Named::Contact).await {
        About::ContactOfA
    } else {
        About::Nothing
    }
}

/// What names nothing of this kind.
fn nobodys(kind: Named) -> String {
    if kind == Named::Account { "Z8".to_owned() } else { "0190a000-0000-7000-8000-000000000000".to_owned() }
}

/// Forms that name a second thing in their fields, which an empty form does not; and a function asked about a link we never
/// made. Nothing is found there by whoever may, for as long as a line stands here.
const NAMES_SOMETHING_ELSE: &[&str] =
    &["/api/setup/state", "/app/settings/firm/hosts/main", "/app/settings/team/owner"];

/// Arguments that every function finds what it wants in.
pub fn arguments(stage: &Stage) -> Vec<(&'static str, String)> {
    named_arguments(stage).map(|(name, value, _)| (name, value)).to_vec()
}

fn named_arguments(stage: &Stage) -> [(&'static str, String, Named); 18] {
    [
        ("account", stage.account.clone(), Named::Account),
        ("code", stage.account.clone(), Named::Account),
        ("setting", stage.setting.to_string(), Named::Setting),
        ("id", stage.contact.to_string(), Named::Contact),
        ("contact", stage.contact.to_string(), Named::Contact),
        ("member", stage.member.to_string(), Named::Other),
        ("token", "t".repeat(43), Named::Other),
        ("search", String::new(), Named::Other),
        ("query", String::new(), Named::Other),
        ("q", String::new(), Named::Other),
        ("tab", String::new(), Named::Other),
        ("archived", "false".to_owned(), Named::Other),
        ("version", "1".to_owned(), Named::Other),
        ("on", "true".to_owned(), Named::Other),
        ("column", "notify".to_owned(), Named::Other),
        ("accounts", String::new(), Named::Other),
        ("all", "false".to_owned(), Named::Other),
        ("wanted", String::new(), Named::Other),
    ]
}

/// What forms have besides, so that their commands read them.
const FIELDS: &[(&str, &str)] = &[
    ("answer", "keep"),
    ("back", "/"),
    ("confirmed", "true"),
    ("email", "somebody@elsewhere.example"),
    ("host", "elsewhere.example"),
    ("how", "quiet"),
    ("item", ""),
    ("kind", "other"),
    ("locale", "en"),
    ("name", "Somebody"),
    ("password", "none"),
    ("role", ""),
    ("which", "notify"),
];

/// Whoever may is asked for nothing: a form without fields does nothing. Outsiders fill everything in, so that the form is not
/// refused before anybody looks whose thing it is about.
async fn ask(site: &TestSite, one: &Declared, stage: &Stage, token: Option<&str>, outside: bool) -> Answer {
    let path = fill(&one.path, stage);
    let mut form = if one.kind == "function" || outside { arguments(stage) } else { Vec::new() };
    if one.kind == "form" && outside {
        form.extend(FIELDS.iter().map(|(name, value)| (*name, (*value).to_owned())));
    }
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut ask = if one.method == "GET" { Ask::get(&path) } else { Ask::post(&path, &form) };
    ask.token = token;
    site.ask_at_once(ask).await
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
fn missing_for_all(one: &Declared, stage: &Stage) -> bool {
    one.allowed == Allowed::Demo || pieces(&one.path, stage).iter().any(|(piece, _)| piece.is_nowhere)
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
    let stage = fixtures::stage(&site).await;
    assert!(stage.actors.len() >= 12);
    let mut faults = Vec::new();
    let mut cells = 0;
    let mut needed: BTreeSet<&str> = BTreeSet::new();
    let mut tokens: Vec<Option<String>> = stage.actors.iter().map(|actor| actor.token.clone()).collect();
    for one in &declared() {
        let insider = insider(one).and_then(|kind| stage.actors.iter().position(|actor| actor.kind == kind));
        let about = about(&site, one, &stage, insider.and_then(|at| tokens[at].as_deref())).await;
        for (actor, token) in stage.actors.iter().zip(&mut tokens) {
            cells += 1;
            let wanted = expected(one.allowed, about, actor.kind);
            let outside = wanted == Expect::Missing && !missing_for_all(one, &stage);
            let answer = ask(&site, one, &stage, token.as_deref(), outside).await;
            // Signed out, or on under another token: the next address meets them as they were.
            if answer.session().is_some() {
                *token = actor.begin_again().await;
            }
            let got = verdict(one, &answer);
            let finds_nothing = wanted == Expect::Open && got == Ok(Expect::Missing);
            let names_else = NAMES_SOMETHING_ELSE.iter().find(|path| **path == one.path);
            if finds_nothing && !missing_for_all(one, &stage) {
                needed.extend(names_else.copied());
            }
            // A form that makes no sense may be refused before anybody looks whose thing it is about.
            let senseless = one.kind == "form"
                && matches!(answer.status, StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY);
            let fine = got.as_ref().is_ok_and(|got| {
                *got == wanted
                    || (finds_nothing && (missing_for_all(one, &stage) || names_else.is_some()))
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
    let idle = NAMES_SOMETHING_ELSE.iter().filter(|path| !needed.contains(*path));
    faults.extend(idle.map(|path| format!("{path} needs no exception any more")));
    assert!(faults.is_empty(), "{} of {cells}:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_of_another_firm_looks_exactly_like_one_that_is_not_there() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
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
