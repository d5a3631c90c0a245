//! From the invitation mail into the portal and between accounts, as a browser without JavaScript walks it.

use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use access::invitations::{Invitee, invite};
use directory::testing::a_firm;
use http::{Method, StatusCode};
use kernel::{EmailAddress, Locale, Role, Ts};
use platform::{Cx, sql};

pub const ANNA: &str = "anna@mueller.example";
const GOOD: &str = "eine Wiese mit 7 Ziegen";

pub async fn account(cx: &Cx, code: &str, name: &str) {
    a_firm(cx).account(code).named(name).contact(ANNA).login().seed().await;
}

/// Invites Anna; the path of her link.
pub async fn link(site: &TestSite) -> String {
    let cx = site.cx();
    let eva = people::may(&people::staff(&cx, Role::Owner, &[]).await);
    let c = cx.clone();
    let invitee = Invitee {
        email: EmailAddress::parse(ANNA).expect("an address"),
        name: "Anna Müller".to_owned(),
        locale: Locale::En,
        setting: None,
        account_names: vec!["Müller GmbH".to_owned()],
        adds: None,
    };
    cx.db
        .write(move |tx| Box::pin(async move { invite(tx, &c, &eva, invitee, "").await }))
        .await
        .expect("the invitation is sent");
    site.t.drain_mail().await;
    let text = site.t.mail.sent_to(ANNA).pop().expect("a mail").rendered.text;
    let (_, rest) = text.split_once("https://portal.weber.example").expect("a link of ours");
    rest.split_whitespace().next().expect("a path").to_owned()
}

async fn get(site: &TestSite, path: &str, token: &str) -> Answer {
    site.ask(Ask::get(path).by(token)).await
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

/// The page without the data that goes along for hydration.
fn visible(answer: &Answer) -> Answer {
    let body = answer.body.split("<script").next().unwrap_or_default().to_owned();
    Answer { status: answer.status, headers: answer.headers.clone(), body }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_one_account_the_invitation_leads_home_and_nothing_asks_to_choose() {
    let site = TestSite::sqlite().await;
    account(&site.cx(), "M1", "Müller GmbH").await;
    let link = link(&site).await;
    let head = site.ask(Ask { method: Method::HEAD, ..Ask::get(&link) }).await;
    let (page, named) = head.location().split_once("?link=").expect("the link's name");
    assert_eq!((head.status, page, named.len()), (StatusCode::SEE_OTHER, "/invite", 16));
    for _ in 0..3 {
        let (_, page) = site.follow(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        has(&page, &["Müller GmbH", ANNA, "Eva Weber", "new-password", "readonly"]);
    }
    let weak = site.use_link(&link, "/invite", &[("password", "short")]).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    has(&weak, &["There is a problem", "12", ANNA]);
    let done = site.use_link(&link, "/invite", &[("password", GOOD)]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/portal/M1"));
    let token = done.session().expect("a session");
    let home = get(&site, "/portal/M1", &token).await;
    assert_eq!(home.status, StatusCode::OK);
    has(&home, &["Good morning, Anna Müller", "Müller GmbH", "You’re all caught up", "+49 30 555 0100"]);
    lacks(&visible(&home), &["Switch account", "You are working in", "radio-card"]);
    let (_, used) = site.follow(&link).await;
    assert_eq!(used.status, StatusCode::GONE);
    has(&used, &["already active", "/login"]);
    assert_eq!(get(&site, "/choose-account", &token).await.location(), "/portal/M1");
    assert_eq!(get(&site, "/portal", &token).await.location(), "/portal/M1");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_several_accounts_the_choice_comes_first_and_the_banner_can_be_closed() {
    let site = TestSite::sqlite().await;
    for (code, name) in [("A1", "Anna Müller"), ("M1", "Müller GmbH"), ("S1", "Müller & Söhne KG")] {
        account(&site.cx(), code, name).await;
    }
    let link = link(&site).await;
    let done = site.use_link(&link, "/invite", &[("password", GOOD)]).await;
    assert_eq!(done.location(), "/choose-account");
    let first = done.session().expect("a session");
    let page = get(&site, "/choose-account", &first).await;
    has(&page, &["Choose an account", "Müller GmbH", "Company · M1", "type=\"radio\"", "Continue"]);
    lacks(&visible(&page), &["Stay in"]);
    let chosen = site.ask(Ask::post("/choose-account", &[("account", "M1")]).by(&first)).await;
    assert_eq!(chosen.location(), "/portal/M1");
    let token = chosen.session().expect("a new session");
    assert_ne!(first, token);
    let home = get(&site, "/portal/M1", &token).await;
    has(
        &home,
        &[
            "You are working in",
            "(M1)",
            "Switch account",
            "Dismiss until next sign-in",
            "Your other accounts",
        ],
    );
    let page = get(&site, "/choose-account", &token).await;
    has(&page, &["Stay in Müller GmbH", "Last used"]);
    let closed = site.ask(Ask::post("/portal/M1/banner", &[("back", "/portal/M1")]).by(&token)).await;
    assert_eq!(closed.location(), "/portal/M1");
    let home = get(&site, "/portal/M1", &token).await;
    let (_, after) = home.body.split_once("shell-banner").expect("the place of the banner");
    assert!(after[..200].contains("hidden"), "{}", &after[..200]);
    // Another tab holds another account; neither moves the other.
    assert_eq!(get(&site, "/portal/S1", &token).await.status, StatusCode::OK);
    has(&get(&site, "/portal/S1/settings/security", &token).await, &["Müller &amp; Söhne KG"]);
    let foreign = get(&site, "/portal/X9", &token).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    has(&foreign, &[ANNA, "X9"]);
    let refused = site.ask(Ask::post("/choose-account", &[("account", "X9")]).by(&token)).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_expired_link_offers_another_and_an_unknown_one_is_not_found() {
    let site = TestSite::sqlite().await;
    account(&site.cx(), "M1", "Müller GmbH").await;
    let link = link(&site).await;
    site.t.clock.advance(30 * Ts::DAY);
    let (_, page) = site.follow(&link).await;
    assert_eq!(page.status, StatusCode::GONE);
    has(&page, &["This invitation has expired", "a***@mueller.example", "Send me a new invitation"]);
    assert_eq!(site.use_link(&link, "/invite/again", &[]).await.status, StatusCode::SEE_OTHER);
    has(&site.follow(&link).await.1, &["There is a newer invitation"]);
    let soon = site.use_link(&link, "/invite/again", &[]).await;
    assert_eq!(soon.status, StatusCode::TOO_MANY_REQUESTS);
    has(&soon, &["There is a problem", "wait 1 min"]);
    let (_, unknown) = site.follow(&format!("/invite/{}", "x".repeat(43))).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    has(&unknown, &["Page not found"]);
    let (opened, _) = site.follow(&link).await;
    let german = site.ask(Ask::get(opened.location()).after(&opened).with("accept-language", "de")).await;
    has(&german, &["Es gibt eine neuere Einladung"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_question_stands_in_front_of_the_last_account_until_it_is_answered() {
    let site = TestSite::sqlite().await;
    for (code, name) in [("A1", "Anna Müller"), ("M1", "Müller GmbH")] {
        account(&site.cx(), code, name).await;
    }
    let link = link(&site).await;
    let done = site.use_link(&link, "/invite", &[("password", GOOD)]).await;
    let first = done.session().expect("a session");
    let chosen = site.ask(Ask::post("/choose-account", &[("account", "M1")]).by(&first)).await;
    let visitor = access::gate::Visitor::of_token(&site.cx(), chosen.session().as_deref()).await.unwrap();
    let next = site.session(visitor.signed_in().unwrap().user()).await;
    let to = get(&site, "/portal", &next).await;
    assert_eq!(to.location(), "/portal/M1?choose=1");
    let home = get(&site, to.location(), &next).await;
    has(&home, &["<dialog", "Stay in Müller GmbH", "Last used"]);
    assert!(home.body.contains("open"), "the dialog is open");
    // A link to an account is an answer already: nothing pops up (SW-8).
    let deep = get(&site, "/portal/A1", &next).await;
    let (_, dialog) = deep.body.split_once("<dialog").expect("the dialog waits");
    assert!(!dialog.split('>').next().unwrap().contains(" open"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_language_that_the_firm_chose_is_among_those_to_choose_though_it_is_not_offered_any_more() {
    let site = TestSite::sqlite().await;
    account(&site.cx(), "M1", "Müller GmbH").await;
    let link = link(&site).await;
    let firm = site.cx().firm.id;
    let ceased = site.t.platform.db.write(move |tx| {
        Box::pin(async move {
            sql!("UPDATE invitation SET locale = 'ja' WHERE firm_id = $1", firm).run(tx).await?;
            sql!("UPDATE firm SET languages = 'en' WHERE id = $1", firm).run(tx).await?;
            Ok(())
        })
    });
    ceased.await.expect("it is stored");
    site.t.platform.firms.forget();
    let (_, page) = site.follow(&link).await;
    let choice = page.main().split("id=\"locale\"").nth(1).and_then(|rest| rest.split("</select>").next());
    let options: Vec<&str> = choice.expect("a choice").split("<option").skip(1).collect();
    assert_eq!(options.len(), 2, "{options:?}");
    assert!(options[0].contains("\"en\"") && !options[0].contains("selected"), "{options:?}");
    assert!(options[1].contains("\"ja\"") && options[1].contains("selected"), "{options:?}");
}
