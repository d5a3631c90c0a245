//! What a form came to is said once, on whichever page it leads to, and is gone with the next.

use crate::fixtures;
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use http::StatusCode;

const GOOD: &str = "eine Wiese mit 7 Ziegen";

fn said(page: &Answer) -> usize {
    page.body.matches("role=\"status\" class=\"said\"").count()
}

/// The page that an answer leads to, in a browser with its cookies, over redirects; and the same page once more.
async fn afterwards(site: &TestSite, answer: &Answer, token: &str) -> (Answer, Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let (mut cookies, mut at) = (answer.cookies(), answer.location().to_owned());
    loop {
        let ask = |cookies: &[(String, String)]| Ask { cookies: cookies.to_vec(), ..Ask::get(&at) }.by(token);
        let page = site.ask(ask(&cookies)).await;
        // As a browser does: what is set anew takes the place of what was there.
        let set = page.cookies();
        cookies.retain(|(name, _)| !set.iter().any(|(other, _)| other == name));
        cookies.extend(set.into_iter().filter(|(_, value)| !value.is_empty()));
        if !page.status.is_redirection() {
            return (page, site.ask(ask(&cookies)).await);
        }
        at = page.location().to_owned();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_reset_with_one_account_the_portal_says_so_once() {
    let site = TestSite::sqlite().await;
    fixtures::stage(&site).await;
    site.ask(Ask::post("/password/forgot", &[("email", "bob@bolt.example")])).await;
    platform::work::run_due(&site.t.platform).await.unwrap();
    site.t.drain_mail().await;
    let text = site.t.mail.sent_to("bob@bolt.example").pop().unwrap().rendered.text;
    let (_, rest) = text.split_once("https://portal.weber.example").unwrap();
    let link = rest.split_whitespace().next().unwrap();
    let done = site.use_link(link, "/password/reset", &[("password", GOOD)]).await;
    assert_eq!(done.location(), "/portal/B1");
    let (page, next) = afterwards(&site, &done, &done.session().unwrap()).await;
    assert_eq!((page.status, said(&page)), (StatusCode::OK, 1), "{}", page.body);
    assert_eq!(said(&next), 0, "it is gone with the next page");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_form_is_answered_by_one_message_in_the_frame_of_its_page() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let cx = site.cx();
    let (owner, client) = (stage.token("owner"), stage.token("client of A"));
    let new = [("name", "Tanne GmbH"), ("kind", "company")];
    let profile = [("name", "Anna Acme"), ("locale", "en"), ("zone", ""), ("session", "")];
    let (portal, staff) = ("/portal/A1/settings/profile", "/app/settings/profile");
    let invited = [("name", "Ina"), ("email", "ina@klein.example"), ("role", "employee"), ("locale", "en")];
    let forms = vec![
        (owner, "/app/accounts/new", new.to_vec()),
        (owner, "/account/profile", [&profile[..], &[("back", staff)]].concat()),
        (client, "/account/profile", [&profile[..], &[("back", portal)]].concat()),
        (owner, "/app/settings/notifications", vec![]),
        (owner, "/app/settings/team/invite", invited.to_vec()),
        (client, "/account/sessions/end-others", vec![("back", "/portal/A1/settings/security")]),
        (owner, "/account/sessions/end-others", vec![("back", "/app/settings/security")]),
    ];
    for (token, path, form) in forms {
        let answer = site.ask(Ask::post(path, &form).by(token)).await;
        let (page, next) = afterwards(&site, &answer, token).await;
        assert_eq!((page.status, said(&page)), (StatusCode::OK, 1), "{path}: {}", page.body);
        assert_eq!(page.body.matches("banner tone-success").count(), 1, "{path}");
        assert_eq!(said(&next), 0, "{path}");
    }
    let out = site.ask(Ask::post("/logout", &[]).by(client)).await;
    let (page, _) = afterwards(&site, &out, "").await;
    assert_eq!(said(&page), 1, "{}", page.body);
    // A page that only leads on does not use it up.
    let user = people::find_user(&cx, "anna@acme.example").await.unwrap();
    let token = site.session(user).await;
    let form = [&profile[..], &[("back", "/portal")]].concat();
    let reset = site.ask(Ask::post("/account/profile", &form).by(&token));
    let (page, _) = afterwards(&site, &reset.await, &token).await;
    assert_eq!(said(&page), 1, "{}", page.body);
}
