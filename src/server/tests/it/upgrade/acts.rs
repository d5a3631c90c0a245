//! What people do with the links and codes they were holding.

use crate::site::TestSite;
use crate::upgrade::browser::Browser;
use crate::upgrade::fixture::{Fixture, Link};
use crate::upgrade::reading;
use access::sign_in::DEMO_PASSWORD;
use kernel::paths;

const NEW: &str = "Neun Kraniche im Nebel";

/// A fresh browser, as one that a mail program opens.
async fn opened(site: &TestSite, path: &str) -> Browser {
    let mut browser = Browser::default();
    browser.open(site, path).await;
    browser
}

fn says(browser: &Browser, words: &str) {
    let lines = reading::lines(&browser.body);
    assert!(lines.iter().any(|line| line.contains(words)), "{words:?} is not on {}: {lines:#?}", browser.at);
}

/// What the link is for has happened, and does not happen again.
async fn is_over(site: &TestSite, link: Link) {
    let browser = opened(site, link.path).await;
    let does = match link.kind {
        "invite" | "join" | "reset" => browser.offers(&["password"]),
        _ => browser.offers(&[]),
    };
    assert!(!does, "{link:?} is open: {}", browser.body);
}

/// Opens it, does what its page asks for, and looks that this was once.
async fn used(site: &TestSite, link: Link, typed: &[(&str, &str)]) -> Browser {
    let mut browser = opened(site, link.path).await;
    browser.submit(site, typed).await;
    assert_eq!(browser.status, 200, "{link:?}: {}", browser.body);
    is_over(site, link).await;
    browser
}

/// Signs in by password and mailed code.
async fn signs_in(site: &TestSite, browser: &mut Browser, email: &str, password: &str) {
    browser.open(site, "/login").await;
    browser.submit(site, &[("email", email), ("password", password)]).await;
    assert!(browser.offers(&["code"]), "{email} is not asked for a code: {}", browser.body);
    site.t.drain_mail().await;
    let code = code(site, email);
    browser.submit(site, &[("code", &code)]).await;
    is_in(browser, email);
}

fn code(site: &TestSite, email: &str) -> String {
    let mail = site.t.mail.sent_to(email).pop().unwrap_or_else(|| panic!("no mail to {email}"));
    mail.rendered.subject.chars().filter(char::is_ascii_digit).collect()
}

fn is_in(browser: &Browser, whom: &str) {
    let inside = ["/portal", "/app", "/choose"].iter().any(|it| browser.at.starts_with(it));
    assert!(inside && browser.status == 200, "{whom} is at {}: {}", browser.at, browser.body);
}

/// The newest link in what this mailbox got.
fn mailed(site: &TestSite, to: &str) -> String {
    let mails = site.t.mail.sent_to(to);
    let text = mails.last().unwrap_or_else(|| panic!("no mail to {to}")).rendered.text.clone();
    let (_, rest) = text.split_once("https://portal.weber.example").unwrap();
    rest.split_whitespace().next().unwrap().to_owned()
}

pub async fn what_ended_has_ended(site: &TestSite, fixture: &Fixture) {
    for link in fixture.links() {
        if !matches!(link.state, "open" | "replaces") {
            is_over(site, link).await;
        }
    }
    let mut zofia = fixture.person("zofia@dvorakova.example").browser;
    zofia.open(site, "/login/code").await;
    assert!(!zofia.offers(&["code"]), "{}", zofia.body);
    let mut gesa = fixture.person("harms@nordlicht-wind.example").browser;
    gesa.open(site, "/portal").await;
    assert!(gesa.offers(&["password"]), "her sign-in ended: {}", gesa.body);
}

pub async fn open_links_do_what_they_say_once(site: &TestSite, fixture: &Fixture) {
    for email in ["nora@new.example", "jonas@pending.example"] {
        let client = used(site, fixture.link("invite", "open", email), &[("password", NEW)]).await;
        is_in(&client, email);
    }
    let colleague = used(site, fixture.link("join", "open", "ina@weber.example"), &[("password", NEW)]).await;
    is_in(&colleague, "ina@weber.example");
    for email in ["backstube@baeckerei-gross.example", "d.schroeder@schroeder-praezision.example"] {
        let client = used(site, fixture.link("reset", "open", email), &[("password", NEW)]).await;
        is_in(&client, email);
        signs_in(site, &mut Browser::default(), email, NEW).await;
    }
    addresses(site, fixture).await;
}

async fn addresses(site: &TestSite, fixture: &Fixture) {
    let (old, new) = ("kuehn@4you-pflege.example", "bjoern.kuehn@kuehn-pflege.example");
    used(site, fixture.link("stop", "open", old), &[]).await;
    is_over(site, fixture.link("invite", "replaces", new)).await;
    signs_in(site, &mut Browser::default(), old, DEMO_PASSWORD).await;

    let (old, new) = ("daniel@thornbury.example", "daniel@thornbury-eng.example");
    let daniel = used(site, fixture.link("invite", "replaces", new), &[("password", NEW)]).await;
    is_in(&daniel, new);
    is_over(site, fixture.link("stop", "open", old)).await;

    let (old, new) = ("james@harper-lowe.example", "james@harper.example");
    let mut session = fixture.person(new).browser;
    session.open(site, "/account/address").await;
    says(&session, new);
    used(site, fixture.link("undo", "open", old), &[]).await;
    session.open(site, "/portal").await;
    assert!(session.offers(&["password"]), "everybody is signed out: {}", session.body);
    let mut browser = opened(site, paths::FORGOT).await;
    browser.submit(site, &[("email", old)]).await;
    while server::worker::round(&site.t.platform).await {}
    browser.open(site, &mailed(site, old)).await;
    browser.submit(site, &[("password", NEW)]).await;
    is_in(&browser, old);
}

pub async fn open_codes_count(site: &TestSite, fixture: &Fixture) {
    // An earlier code, after a wrong one.
    for (email, which) in [("kate@smith.example", 1), ("engel@zwoelf-apostel.example", 0)] {
        let mut person = fixture.person(email);
        person.browser.open(site, "/login/code").await;
        person.browser.submit(site, &[("code", person.codes[which])]).await;
        is_in(&person.browser, email);
    }
    let (old, new) = ("siobhan@obrien-dental.example", "siobhan@home.example");
    let mut person = fixture.person(old);
    person.browser.open(site, "/account/address").await;
    person.browser.submit(site, &[("code", person.codes[0])]).await;
    says(&person.browser, new);
    signs_in(site, &mut Browser::default(), new, DEMO_PASSWORD).await;
}

/// What had only been queued.
pub async fn the_worker_goes_on(site: &TestSite) {
    while server::worker::round(&site.t.platform).await {}
    let kerstin = mailed(site, "buero@fischer-bau.example");
    let forgot = mailed(site, "rechnungswesen@donaudampf.example");
    for (link, email) in
        [(kerstin, "buero@fischer-bau.example"), (forgot, "rechnungswesen@donaudampf.example")]
    {
        let mut browser = opened(site, &link).await;
        browser.submit(site, &[("password", NEW)]).await;
        is_in(&browser, email);
    }
}

/// A browser that somebody used before is still known: no mail says that they signed in from a new one.
pub async fn known_browsers_are_known(site: &TestSite, fixture: &Fixture) {
    let mails = async |browser: &mut Browser| {
        browser.post(site, "/logout", &[]).await;
        let before = site.t.mail.sent_to("tom@weber.example").len();
        signs_in(site, browser, "tom@weber.example", DEMO_PASSWORD).await;
        site.t.drain_mail().await;
        site.t.mail.sent_to("tom@weber.example").len() - before
    };
    let mut known = fixture.person("tom@weber.example").browser;
    assert_eq!(mails(&mut known).await, 1, "the code");
    assert_eq!(mails(&mut Browser::default()).await, 2, "the code, and that there is a new browser");
}
