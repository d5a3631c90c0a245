//! Two people, one browser: a form that was drawn for one of them is never saved for the other.

use crate::fixtures::{self, Kind};
use crate::matrix::{arguments, fill};
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use app::PAGES;
use http::StatusCode;
use kernel::permission::Allowed;
use server::check::declared;

/// The addresses of all forms of this page that are posted, as they stand there.
fn actions(page: &Answer) -> Vec<String> {
    let tags = page.body.split('<').filter(|tag| tag.starts_with("form ") || tag.starts_with("button "));
    let posted = tags.filter(|tag| tag.contains("method=\"post\"") || tag.contains("formaction=\""));
    posted
        .map(|tag| {
            let (_, rest) =
                tag.split_once("action=\"").unwrap_or_else(|| panic!("a form without an address: {tag}"));
            rest.split('"').next().unwrap().replace("&amp;", "&")
        })
        .collect()
}

/// The mark on the pages of whoever holds this session.
async fn mark(site: &TestSite, token: &str, page: &str) -> String {
    let page = site.ask(Ask::get(page).by(token)).await;
    let action = actions(&page).pop().expect("a form");
    action.split_once("for=").expect("a mark").1.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_of_every_page_says_who_it_was_drawn_for() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let (mut forms, mut bare) = (0, Vec::new());
    for kind in [Kind::Chief, Kind::ClientOfA] {
        let token = stage.token_of(kind);
        let own = mark(&site, token, if kind == Kind::Chief { "/app/accounts" } else { "/portal/A1" }).await;
        for page in PAGES {
            let path = fill(page.path, &stage);
            let shown = site.ask(Ask::get(&path).by(token)).await;
            for action in actions(&shown) {
                forms += 1;
                if action.split_once("for=").map(|(_, mark)| mark) != Some(own.as_str()) {
                    bare.push(format!("{path}: {action}"));
                }
            }
        }
    }
    assert!(forms > 150, "only {forms} forms");
    assert!(bare.is_empty(), "{}", bare.join("\n"));
    // Nobody's pages are the same for everybody.
    assert!(actions(&site.get("/login").await).iter().all(|action| !action.contains("for=")));
}

const PROFILE: &str = "/portal/A1/settings/profile";

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_one_person_is_not_saved_for_the_one_who_signed_in_meanwhile() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let (anna, bob) = (stage.token_of(Kind::ClientOfA), stage.token_of(Kind::ClientOfB));
    let page = site.ask(Ask::get(PROFILE).by(anna)).await;
    let action = actions(&page).into_iter().find(|it| it.starts_with("/account/profile")).unwrap();
    let form = [("name", "Anna Neu"), ("locale", "en"), ("zone", ""), ("session", ""), ("back", PROFILE)];
    for lang in ["en", "de", "ja"] {
        let refused = site.ask(Ask::post(&action, &form).by(bob).with("accept-language", lang)).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
        assert!(refused.body.contains("bob@bolt.example"), "who is signed in: {}", refused.body);
        assert!(
            !refused.body.contains("anna@") && !refused.body.contains("Anna Neu"),
            "nothing of the other"
        );
    }
    let bobs = site.ask(Ask::get("/portal/B1/settings/profile").by(bob)).await;
    assert!(bobs.body.contains("Bob Bolt") && !bobs.body.contains("Anna Neu"), "nothing was saved");
    // Anna signs out and in again: her form is as good as before.
    let user = people::find_user(&site.cx(), "anna@acme.example").await.unwrap();
    let later = site.session(user).await;
    let saved = site.ask(Ask::post(&action, &form).by(&later)).await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, PROFILE), "{}", saved.body);
    // A form that nobody of ours drew is taken as it was: that it comes from our page is another check.
    let bare = site.ask(Ask::post("/account/profile", &form).by(&later)).await;
    assert_eq!(bare.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_door_and_no_function_takes_what_was_drawn_for_another() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let anna = stage.token_of(Kind::ClientOfA);
    let annas = mark(&site, anna, "/portal/A1").await;
    let chief = stage.token_of(Kind::Chief);
    let mut tried = 0;
    for one in declared().iter().filter(|one| one.method == "POST" && one.allowed != Allowed::Public) {
        let path = fill(&one.path, &stage);
        let of_function = arguments(&stage);
        let form: Vec<(&str, &str)> =
            of_function.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let (answer, wanted) = match one.kind {
            "function" => {
                let asked = Ask::post(&path, &form).by(chief).with("x-for", &annas);
                (site.ask(asked).await, StatusCode::UNAUTHORIZED)
            }
            "form" if one.allowed != Allowed::SigningIn && one.allowed != Allowed::Demo => {
                let path = format!("{path}?for={annas}");
                (site.ask(Ask::post(&path, &[]).by(chief)).await, StatusCode::CONFLICT)
            }
            _ => continue,
        };
        assert_eq!(answer.status, wanted, "{} {}", one.kind, one.path);
        tried += 1;
    }
    assert!(tried > 60, "only {tried}");
    // Whoever wants to be out is let out, whose form it ever was.
    let out = site.ask(Ask::post(&format!("/logout?for={annas}"), &[]).by(chief)).await;
    assert_eq!((out.status, out.location()), (StatusCode::SEE_OTHER, "/login"));
}
