//! Two people change the same thing: whoever was second is told, also when their form came back once to be mended or was kept
//! over a sign-in. What was typed goes with the version it was typed over.

use crate::fixtures;
use crate::html::{Form, forms};
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use http::StatusCode;
use kernel::Ts;

const FIRM: &str = "/app/settings/firm";
const ACCOUNT: &str = "/app/accounts/A1/edit";

struct Scene {
    site: TestSite,
    contact: String,
    /// The session of whoever comes second, and that of their colleague.
    mine: String,
    theirs: String,
}

async fn session(site: &TestSite, email: &str) -> String {
    let user = people::find_user(&site.cx(), email).await.unwrap();
    site.session(user).await
}

async fn scene() -> Scene {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let (mine, theirs) =
        (session(&site, "owner@weber.example").await, session(&site, "admin@weber.example").await);
    Scene { contact: format!("/app/contacts/{}", stage.contact), site, mine, theirs }
}

/// The form of this page that has a version and is sent to the page's own address.
fn form_on(answer: &Answer, page: &str) -> Form {
    let is_meant = |form: &Form| {
        form.is_post && form.action.split('?').next() == Some(page) && form.names().contains(&"version")
    };
    let form = forms(&answer.body).into_iter().find(is_meant);
    form.unwrap_or_else(|| panic!("no form for {page}: {}", answer.body))
}

fn version(form: &Form) -> String {
    form.fields.iter().find(|field| field.name == "version").unwrap().value.clone()
}

fn is_ticked(form: &Form, name: &str) -> bool {
    form.fields.iter().any(|field| field.name == name && field.checked)
}

impl Scene {
    async fn opened(&self, token: &str, page: &str) -> Form {
        let answer = self.site.ask(Ask::get(page).by(token)).await;
        assert_eq!(answer.status, StatusCode::OK, "{page}: {}", answer.body);
        form_on(&answer, page)
    }

    /// Sends the form as it is, but for its field `name`.
    async fn send(&self, token: &str, form: &Form, name: &str) -> Answer {
        let mut sent = form.as_it_is(&form.buttons()[0]);
        sent.iter_mut().filter(|(field, _)| field == "name").for_each(|(_, value)| name.clone_into(value));
        let pairs: Vec<_> = sent.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
        self.site.post(token, &form.action, &pairs).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_came_back_to_be_mended_does_not_overwrite_what_a_colleague_saved_meanwhile() {
    let scene = scene().await;
    for page in [FIRM, ACCOUNT, scene.contact.as_str()] {
        let mine = scene.opened(&scene.mine, page).await;
        let theirs = scene.opened(&scene.theirs, page).await;
        let saved = scene.send(&scene.theirs, &theirs, "Colleague Ltd").await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{page}: {}", saved.body);

        let faulty = scene.send(&scene.mine, &mine, " ").await;
        assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
        let again = form_on(&faulty, page);
        assert_eq!(version(&again), version(&mine), "{page}: the version goes with what was typed");

        let late = scene.send(&scene.mine, &again, "Typed before").await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{page}: {}", late.body);
        assert!(late.body.contains("value=\"Colleague Ltd\""), "{page}: what is stored is shown");
        assert!(!late.body.contains("Typed before"), "{page}");

        // With the colleague's words before their eyes they may still decide otherwise.
        let shown = form_on(&late, page);
        assert_ne!(version(&shown), version(&mine), "{page}");
        let decided = scene.send(&scene.mine, &shown, "Typed after").await;
        assert_eq!(decided.status, StatusCode::SEE_OTHER, "{page}: {}", decided.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nor_does_one_that_was_kept_over_a_sign_in() {
    for page in [FIRM, ACCOUNT, "contact"] {
        let scene = scene().await;
        let page = if page == "contact" { scene.contact.as_str() } else { page };
        let owner = people::find_user(&scene.site.cx(), "owner@weber.example").await.unwrap();
        let browser = fixtures::known_browser(&scene.site, owner).await;
        let mine = scene.opened(&scene.mine, page).await;
        scene.site.t.clock.advance(30 * Ts::MINUTE);

        let sent = mine.as_it_is(&mine.buttons()[0]);
        let typed = |(field, value): &(String, String)| {
            let value = if field == "name" { "Typed before" } else { value.as_str() };
            (field.clone(), value.to_owned())
        };
        let sent: Vec<(String, String)> = sent.iter().map(typed).collect();
        let pairs: Vec<_> = sent.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
        let mut ask = Ask::post(&mine.action, &pairs).by(&scene.mine);
        ask.cookies.push(browser.clone());
        let late = scene.site.ask(ask).await;
        let query = late.location().strip_prefix("/login?").expect("to the sign-in");
        let next = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "next").unwrap().1;

        let colleague = session(&scene.site, "admin@weber.example").await;
        let theirs = scene.opened(&colleague, page).await;
        let saved = scene.send(&colleague, &theirs, "Colleague Ltd").await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{page}: {}", saved.body);

        let token = scene.site.session(owner).await;
        let mut ask = Ask::get(&next).by(&token);
        ask.cookies.push(browser);
        let kept = scene.site.ask(ask).await;
        assert!(kept.body.contains("value=\"Typed before\""), "{page}: {}", kept.body);
        let kept = form_on(&kept, page);
        assert_eq!(version(&kept), version(&mine), "{page}");
        let answer = scene.send(&token, &kept, "Typed before").await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{page}: {}", answer.body);
        assert!(answer.body.contains("value=\"Colleague Ltd\""), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_boxes_of_the_firms_form_come_back_as_they_were_left() {
    let scene = scene().await;
    let form = scene.opened(&scene.mine, FIRM).await;
    for wanted in [false, true] {
        let mut changed = form.clone();
        for field in changed.fields.iter_mut().filter(|field| field.kind == "checkbox") {
            field.checked = wanted;
        }
        let faulty = scene.send(&scene.mine, &changed, " ").await;
        assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let again = form_on(&faulty, FIRM);
        for name in ["own_address", "offer_en", "offer_de", "offer_ja"] {
            assert_eq!(is_ticked(&again, name), wanted, "{name}");
        }
    }
}
