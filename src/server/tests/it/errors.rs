//! Every error that a client can meet: plain words in their language, the firm's phone and mail, the way to the help, and
//! a number to quote when it is ours to mend (HELP-4).

use crate::fixtures;
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use access::invitations::{Invitee, invite};
use http::{StatusCode, header};
use kernel::{EmailAddress, Locale, Role, Ts};

const LANGUAGES: [&str; 3] = ["en", "de", "ja"];

/// What every such page has, whatever happened.
fn is_kind(answer: &Answer, status: StatusCode, lang: &str, what: &str) {
    assert_eq!(answer.status, status, "{what}");
    let kind = answer.headers[header::CONTENT_TYPE].to_str().unwrap();
    assert!(kind.starts_with("text/html"), "{what}: {kind}");
    assert!(answer.body.contains(&format!("<html lang=\"{lang}\"")), "{what} in {lang}");
    for wanted in ["+49 30 555 0100", "mailto:kanzlei@portal.weber.example", "href=\"/help"] {
        assert!(answer.body.contains(wanted), "{what} in {lang} lacks {wanted}");
    }
    let told = answer.without_nonce();
    for word in ["panicked", "sqlx", "SELECT", "no such table", "src/"] {
        assert!(!told.contains(word), "{what} tells {word}");
    }
}

/// The number on the page, such as `K7QX-M2PD`.
fn number(answer: &Answer) -> String {
    let (_, rest) = answer.body.split_once("empty-incident\">").expect("a number on the page");
    let text = rest.split('<').next().unwrap();
    let number = text.split_whitespace().last().unwrap();
    let halves: Vec<&str> = number.split('-').collect();
    assert!(halves.len() == 2 && halves.iter().all(|half| half.len() == 4), "{text}");
    number.to_owned()
}

fn in_language<'a>(path: &'a str, lang: &'a str) -> Ask<'a> {
    Ask::get(path).with("accept-language", lang)
}

/// The page behind a mailed link.
async fn behind(site: &TestSite, link: &str, lang: &str) -> Answer {
    let opened = site.ask(in_language(link, lang)).await;
    site.ask(in_language(opened.location(), lang).after(&opened)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_and_what_is_for_others() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let token = stage.token("client of B");
    for (lang, missing, refused) in [
        ("en", "Page not found", "This page is for Weber &amp; Partner staff."),
        ("de", "Seite nicht gefunden", "Diese Seite ist nur für das Team von Weber &amp; Partner."),
        ("ja", "ページが見つかりません", "このページはWeber &amp; Partnerのスタッフ専用です。"),
    ] {
        for path in ["/nothing", "/help/nothing"] {
            let guest = site.ask(in_language(path, lang)).await;
            is_kind(&guest, StatusCode::NOT_FOUND, lang, path);
            assert!(guest.body.contains(missing));
        }
        let unknown = format!("/invite/{}", "t".repeat(43));
        is_kind(&behind(&site, &unknown, lang).await, StatusCode::NOT_FOUND, lang, "an unknown link");
        let elsewhere = site.ask(in_language("/portal/A1", lang).by(token)).await;
        is_kind(&elsewhere, StatusCode::NOT_FOUND, lang, "somebody else's account");
        let staff_only = site.ask(in_language("/app/accounts", lang).by(token)).await;
        is_kind(&staff_only, StatusCode::FORBIDDEN, lang, "the firm's side");
        assert!(staff_only.body.contains(refused), "{lang}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_lost_its_use() {
    let site = TestSite::sqlite().await;
    let cx = site.cx();
    fixtures::stage(&site).await;
    let eva = people::staff_named(&cx, "eva@weber.example", "Eva Weber", Role::Admin, &[]).await;
    let invitee = Invitee {
        email: EmailAddress::parse("new@bolt.example").unwrap(),
        name: "Bob".to_owned(),
        locale: Locale::En,
        setting: None,
        account_names: vec!["Bolt Ltd".to_owned()],
        adds: None,
    };
    let (c, eva) = (cx.clone(), people::may(&eva));
    cx.db.write(move |tx| Box::pin(async move { invite(tx, &c, &eva, invitee, "").await })).await.unwrap();
    site.t.drain_mail().await;
    let text = site.t.mail.sent_to("new@bolt.example").pop().unwrap().rendered.text;
    let (_, rest) = text.split_once("https://portal.weber.example").unwrap();
    let path = rest.split_whitespace().next().unwrap().to_owned();
    site.t.clock.advance(31 * Ts::DAY);
    for lang in LANGUAGES {
        is_kind(&behind(&site, &path, lang).await, StatusCode::GONE, lang, "an expired invitation");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_tries() {
    let site = TestSite::sqlite().await;
    let path = format!("/password/reset/{}", "t".repeat(43));
    let mut last = behind(&site, &path, "en").await;
    for _ in 0..40 {
        if last.status == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
        last = behind(&site, &path, "en").await;
    }
    for (lang, words) in [("en", "Please wait"), ("de", "Bitte warten Sie"), ("ja", "待ってから")] {
        let answer = behind(&site, &path, lang).await;
        is_kind(&answer, StatusCode::TOO_MANY_REQUESTS, lang, "a guesser");
        assert!(answer.body.contains(words), "{lang}");
    }
}

/// Takes a table away, as a disk that fails would.
async fn break_database(site: &TestSite, statement: &'static str) {
    let broken = site.t.platform.db.write(move |tx| {
        Box::pin(async move { Ok(platform::db::Stmt::new(statement, vec![]).run(tx).await?) })
    });
    broken.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn something_that_is_ours_to_mend_has_a_number() {
    let site = TestSite::sqlite().await;
    let cx = site.cx();
    let token = site.session(people::user(&cx, "anna@acme.example", "Anna").await).await;
    break_database(&site, "ALTER TABLE contact_setting RENAME TO gone").await;
    let mut numbers = Vec::new();
    for (lang, words) in [
        ("en", "Something went wrong on our side"),
        ("de", "Bei uns ist etwas schiefgegangen"),
        ("ja", "システム側で問題が発生しました"),
    ] {
        let answer = site.ask(in_language("/portal", lang).by(&token)).await;
        is_kind(&answer, StatusCode::INTERNAL_SERVER_ERROR, lang, "a broken database");
        assert!(answer.body.contains(words), "{lang}");
        numbers.push(number(&answer));
    }
    numbers.dedup();
    assert_eq!(numbers.len(), 3, "each incident has a number of its own");
    // A program gets a line, not a page.
    let bare = site
        .ask(Ask { headers: vec![("accept", "application/json")], ..Ask::get("/portal").by(&token) })
        .await;
    assert!(!bare.body.contains("<html"));
    // Inside a page that can be drawn, the number is there as well.
    break_database(&site, "ALTER TABLE link RENAME TO gone_too").await;
    let path = format!("/password/reset/{}", "t".repeat(43));
    let inside = behind(&site, &path, "de").await;
    is_kind(&inside, StatusCode::INTERNAL_SERVER_ERROR, "de", "a page whose data cannot be read");
    number(&inside);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_database_is_away_the_help_is_there_and_says_whom_to_call() {
    let site = TestSite::sqlite().await;
    assert_eq!(site.get("/help").await.status, StatusCode::OK);
    break_database(&site, "ALTER TABLE firm RENAME TO gone").await;
    site.t.clock.advance(Ts::HOUR);
    let help = site.get("/help/code?lang=de").await;
    assert_eq!(help.status, StatusCode::OK);
    assert!(help.body.contains("+49 30 555 0100"));
    // Nobody has asked for this host yet, so there is no firm to name; still it is a page in plain words.
    for (lang, words) in [("en", "does not answer"), ("de", "antwortet nicht"), ("ja", "応答しません")]
    {
        let ask = Ask { host: "portal.other.example", ..in_language("/login", lang) };
        let answer = site.ask(ask).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(answer.body.contains(words) && answer.body.contains("<html"), "{lang}: {}", answer.body);
        assert!(answer.headers.contains_key(header::RETRY_AFTER));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_before_anything_is_looked_at() {
    let site = TestSite::sqlite().await;
    let long = format!("/login?{}", "x".repeat(9_000));
    for lang in LANGUAGES {
        let too_long = site.ask(in_language(&long, lang)).await;
        assert_eq!(too_long.status, StatusCode::URI_TOO_LONG);
        assert!(too_long.body.contains(&format!("<html lang=\"{lang}\"")));
        let no_form = site
            .ask(Ask::post("/nothing", &[]).with("accept", "text/html").with("accept-language", lang))
            .await;
        is_kind(&no_form, StatusCode::METHOD_NOT_ALLOWED, lang, "a page without a form");
        let foreign =
            Ask::post("/login", &[]).bare().with("accept", "text/html").with("accept-language", lang);
        is_kind(&site.ask(foreign).await, StatusCode::FORBIDDEN, lang, "a post from elsewhere");
        let mut huge = Ask::post("/login", &[]).with("accept", "text/html").with("accept-language", lang);
        huge.body = vec![b'a'; 300 * 1024];
        assert!(site.ask(huge).await.body.contains(&format!("<html lang=\"{lang}\"")));
        let nowhere = Ask { host: "evil.example", ..in_language("/login", lang) };
        let answer = site.ask(nowhere).await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST);
        assert!(answer.body.contains("<html") && !answer.body.contains("Weber"), "{}", answer.body);
    }
}
