//! Mailed links as mail programs hand them on: with what stood behind them, or without their end.

use crate::site::{Ask, TestSite};
use http::StatusCode;

/// Every kind of link.
fn kinds() -> Vec<(&'static str, String)> {
    let of = |link: &access::links::LinkKind| (link.page, link.opens.replace("{token}", ""));
    server::http::all_links().iter().map(of).collect()
}

/// What stands behind a link in a sentence, in brackets, in a quotation, at the end of a line.
const BEHIND: [&str; 12] = [".", ")", ">", "/", ",", "&gt;", "%3E", ").", "=", "]", "/.", "%20for%20you"];

#[tokio::test(flavor = "multi_thread")]
async fn a_link_with_what_stood_behind_it_opens_as_if_it_were_not_there() {
    let site = TestSite::sqlite().await;
    let token = "aZ0-_".repeat(9)[..43].to_owned();
    assert!(kinds().len() >= 6);
    for (page, before) in kinds() {
        for behind in BEHIND {
            // A browser sends `>` like this.
            let path = format!("{before}{token}{}", behind.replace('>', "%3E"));
            let opened = site.get(&path).await;
            let (to, name) = opened.location().split_once("?link=").expect("the link's name");
            assert_eq!((opened.status, to), (StatusCode::SEE_OTHER, page), "{path}");
            let holds = |(cookie, held): &(String, String)| {
                cookie.ends_with(&format!("-{name}")) && held.starts_with(&format!("{token}."))
            };
            assert!(opened.cookies().iter().any(holds), "{path}: {:?}", opened.cookies());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_without_its_end_says_so_and_shows_no_other() {
    let site = TestSite::sqlite().await;
    let token = "t".repeat(43);
    for (page, before) in kinds() {
        for cut in ["t", &token[..42], "%0A", "&gt;", "tt%20tt"] {
            let opened = site.get(&format!("{before}{cut}")).await;
            assert_eq!(opened.status, StatusCode::SEE_OTHER, "{before}{cut}");
            assert!(opened.cookies().iter().all(|(name, _)| !name.contains("_link")), "{before}{cut}");
            for (lang, words) in [
                ("en", "This link arrived incomplete"),
                ("de", "Dieser Link ist unvollständig angekommen"),
                ("ja", "リンクが途中で切れています"),
            ] {
                let shown = site.ask(Ask::get(opened.location()).with("accept-language", lang)).await;
                assert_eq!(shown.status, StatusCode::OK, "{page}");
                assert!(shown.body.contains(words), "{page} in {lang}: {}", shown.body);
            }
        }
        // Whoever looks without having opened anything is told what they always were.
        assert!(!site.get(page).await.body.contains("incomplete"), "{page}");
    }
}
