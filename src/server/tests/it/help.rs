//! The public help (HELP-1) and the firm's side of it (HELP-2), as their readers meet them.

use crate::site::{Ask, TestSite};
use access::gate::testing as people;
use http::StatusCode;
use kernel::{Role, paths};

const TOPICS: [&str; 7] = [
    paths::HELP_FIRST_STEPS,
    paths::HELP_CODE,
    paths::HELP_LOST_MAILBOX,
    paths::HELP_CANNOT_SIGN_IN,
    paths::HELP_SIGN_IN_PAGE,
    paths::HELP_WRONG_ACCOUNT,
    paths::HELP_SECURITY_WARNING,
];

#[tokio::test(flavor = "multi_thread")]
async fn every_topic_is_public_complete_in_three_languages_and_names_the_firm() {
    let site = TestSite::sqlite().await;
    for topic in TOPICS {
        let mut seen = Vec::new();
        for lang in ["en", "de", "ja"] {
            let page = site.get(&format!("/help/{topic}?lang={lang}")).await;
            assert_eq!(page.status, StatusCode::OK, "{topic}");
            assert!(page.body.contains(&format!("<html lang=\"{lang}\"")), "{topic} in {lang}");
            assert!(page.body.contains("Weber &amp; Partner"), "{topic} in {lang}");
            assert!(page.body.contains("+49 30 555 0100"), "{topic} in {lang}");
            assert!(page.body.contains("kanzlei@portal.weber.example"), "{topic} in {lang}");
            let text = page.main();
            assert!(
                !text.contains("{firm}") && !text.contains("{url}") && !text.contains("{contact}"),
                "{topic}"
            );
            seen.push(text.to_owned());
        }
        assert!(seen[0] != seen[1] && seen[1] != seen[2], "{topic} speaks three languages");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_leads_to_every_topic_and_keeps_the_language_of_the_link() {
    let site = TestSite::sqlite().await;
    let list = site.get("/help?lang=ja").await;
    for topic in TOPICS {
        assert!(list.body.contains(&format!("href=\"/help/{topic}?lang=ja\"")), "{topic}");
    }
    let plain = site.get("/help").await;
    assert!(plain.body.contains("href=\"/help/code\""));
    assert!(
        plain.body.contains("https://portal.weber.example/login") || plain.body.contains("href=\"/login\"")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sign_in_address_is_the_configured_one_whatever_the_headers_say() {
    let site = TestSite::sqlite().await;
    let ask = Ask::get("/help/sign-in-page").with("x-forwarded-host", "evil.example");
    let page = site.ask(ask).await;
    assert!(page.body.contains("https://portal.weber.example/login"));
    assert!(!page.body.contains("evil.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_in_a_language_wins_over_the_browser_and_over_the_person_and_a_choice_over_the_link() {
    let site = TestSite::sqlite().await;
    let asked = Ask::get("/help/code?lang=de").with("accept-language", "ja").with("cookie", "__Host-lang=en");
    assert!(site.ask(asked).await.body.contains("<html lang=\"de\""));
    for nonsense in ["xx", "", "de%0d%0aSet-Cookie:x=y", &"d".repeat(4000)] {
        let path = format!("/help/code?lang={nonsense}");
        let page = site.ask(Ask::get(&path).with("accept-language", "ja")).await;
        assert_eq!(page.status, StatusCode::OK, "{nonsense}");
        assert!(page.body.contains("<html lang=\"ja\""), "{nonsense}");
    }
    // Nowhere else: elsewhere an address does not decide what language somebody reads.
    assert!(site.get("/login?lang=de").await.body.contains("<html lang=\"en\""));
    let chosen = site.ask(Ask::post("/language", &[("locale", "ja"), ("back", "/help/code?lang=de")])).await;
    assert_eq!(chosen.location(), "/help/code");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_topic_is_a_page_of_its_own_with_the_way_to_the_help() {
    let site = TestSite::sqlite().await;
    for path in ["/help/nothing", "/help/%3Cscript%3E", "/help/code%01"] {
        let page = site.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.body.contains("href=\"/help\""), "{path}");
        assert!(!page.body.contains("<script>\""), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doors_lead_to_the_help_that_fits_them() {
    let site = TestSite::sqlite().await;
    for (path, topic) in [("/login", "cannot-sign-in"), ("/password/forgot", "cannot-sign-in")] {
        let page = site.get(path).await;
        assert!(page.body.contains(&format!("href=\"/help/{topic}\"")), "{path}");
        assert!(page.body.contains("href=\"/help\""), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_copy_a_text_with_the_link_in_the_clients_language() {
    let site = TestSite::sqlite().await;
    let staff = people::staff(&site.cx(), Role::Employee, &[]).await;
    let token = site.session(staff.user()).await;
    let page = site.ask(Ask::get("/app/help/clients?lang=de").by(&token)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("<html lang=\"en\""), "the page stays in the reader's language");
    for topic in TOPICS {
        let link = format!("https://portal.weber.example/help/{topic}?lang=de");
        assert!(page.body.contains(&link), "{topic}");
    }
    assert!(page.body.contains("Mit freundlichen Grüßen\nWeber &amp; Partner"));
    let own = site.ask(Ask::get("/app/help/clients?lang=nonsense").by(&token)).await;
    assert!(own.body.contains("Kind regards\nWeber &amp; Partner"));
}
