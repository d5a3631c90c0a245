//! Letting one more mailbox into an account asks for the password (SEC-29): the plain form keeps what was typed, and the
//! living page is told to send it.

use crate::fixtures;
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use directory::testing::a_firm;
use kernel::Ts;
use platform::{Cx, sql};

const PASSWORD: &str = "Pfefferminz und Eisenbahn";

struct Scene {
    site: TestSite,
    /// The contact who signs in to the account.
    contact: String,
    /// Of the owner, who gave the password eleven minutes ago.
    token: String,
    /// The row of an address that was added to the contact of an account in which somebody signs in.
    setting: String,
}

async fn setting_of(cx: &Cx, email: &str) -> (kernel::SettingId, bool) {
    let mut conn = cx.db.read().await.unwrap();
    sql!(
        "SELECT s.id, s.login FROM contact_setting s JOIN contact_email e ON e.id = s.email_id
         WHERE s.firm_id = $1 AND e.email_norm = $2",
        cx.firm.id,
        email
    )
    .one(&mut conn)
    .await
    .unwrap()
}

async fn scene() -> Scene {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let cx = site.cx();
    let owner = people::find_user(&cx, "owner@weber.example").await.unwrap();
    a_firm(&cx).give_password(owner, PASSWORD).await;
    let token = site.session(owner).await;
    site.t.clock.advance(11 * Ts::MINUTE);
    // Adding the address lets nobody in, and asks for nothing.
    let page = format!("/app/contacts/{}/emails", stage.contact);
    let added = site.ask(Ask::post(&page, &[("email", "evil@elsewhere.example")]).by(&token)).await;
    assert_eq!(added.status, 303);
    let setting = setting_of(&cx, "evil@elsewhere.example").await.0.to_string();
    Scene { site, contact: stage.contact.to_string(), token, setting }
}

impl Scene {
    async fn post(&self, more: &[(&str, &str)]) -> Answer {
        let path = format!("/app/accounts/A1/info/emails/{}/login", self.setting);
        let form = [&[("version", "1"), ("how", "invite"), ("message", "See \"you\" <soon>")], more].concat();
        self.site.ask(Ask::post(&path, &form).by(&self.token)).await
    }

    async fn is_on(&self) -> bool {
        setting_of(&self.site.cx(), "evil@elsewhere.example").await.1
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_waits_for_the_password_and_lets_in_once_it_is_right() {
    let scene = scene().await;
    let asked = scene.post(&[]).await;
    assert_eq!(asked.status, 200);
    assert!(asked.body.contains("Confirm that it’s you"), "{}", asked.body);
    assert!(asked.body.contains("See &quot;you&quot;"), "the form is kept: {}", asked.body);
    assert!(!scene.is_on().await);
    let wrong = scene.post(&[("proof", "not this one at all")]).await;
    assert_eq!(wrong.status, 422);
    assert!(!scene.is_on().await);
    scene.site.t.clock.advance(5 * Ts::SECOND);
    let right = scene.post(&[("proof", PASSWORD)]).await;
    assert_eq!((right.status.as_u16(), right.location()), (303, "/app/accounts/A1/info"));
    assert!(scene.is_on().await);
    scene.site.t.drain_mail().await;
    let told = scene.site.t.mail.sent_to("anna@acme.example");
    assert!(told.iter().any(|mail| mail.rendered.text.contains("e***@elsewhere.example")), "Anna is told");
    assert_eq!(scene.site.t.mail.sent_to("evil@elsewhere.example").len(), 1, "the invitation");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_living_page_is_told_to_ask_on_both_of_its_ways() {
    let scene = scene().await;
    let setting = scene.setting.as_str();
    let login = format!("/app/accounts/A1/info/emails/{setting}/login");
    let allow = [("version", "1"), ("how", "invite"), ("message", ""), ("tab", "")];
    let switch = [
        ("setting", setting),
        ("which", "login"),
        ("on", "true"),
        ("version", "1"),
        ("confirmed", "true"),
        ("tab", ""),
    ];
    let answer = scene.site.ask(Ask::call(&login, &allow).by(&scene.token)).await;
    assert!(answer.body.contains("proof_needed"), "{answer:?}");
    assert!(!scene.is_on().await);
    // The switch itself turns nobody in: it leads to the page that asks.
    let answer = scene.site.ask(Ask::call("/app/accounts/A1/info/switch", &switch).by(&scene.token)).await;
    assert!(answer.status == 200 && answer.body.contains(&login), "{answer:?}");
    assert!(!scene.is_on().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_was_emptied_a_moment_ago_is_not_a_new_one() {
    const SECOND: &str = "second@elsewhere.example";
    let mut scene = scene().await;
    let unlink = format!("/app/contacts/{}/unlink", scene.contact);
    let emptied =
        scene.site.ask(Ask::post(&unlink, &[("account", "A1"), ("sure", "true")]).by(&scene.token)).await;
    assert_eq!(emptied.status, 303, "{}", emptied.body);
    let new = [("name", "Somebody"), ("email", SECOND), ("locale", "en")];
    let added = scene.site.ask(Ask::post("/app/accounts/A1/contacts/new", &new).by(&scene.token)).await;
    assert_eq!(added.status, 303, "{}", added.body);
    scene.setting = setting_of(&scene.site.cx(), SECOND).await.0.to_string();
    let asked = scene.post(&[]).await;
    assert!(asked.body.contains("Confirm that it’s you"), "{}", asked.body);
    assert!(!setting_of(&scene.site.cx(), SECOND).await.1);
    assert_eq!(scene.post(&[("proof", PASSWORD)]).await.status, 303);
    scene.site.t.drain_mail().await;
    let told = scene.site.t.mail.sent_to("anna@acme.example").into_iter().map(|mail| mail.rendered.text);
    let told: Vec<String> = told.filter(|text| text.contains("s***@elsewhere.example")).collect();
    assert_eq!(told.len(), 1, "Anna is told, although she is out");
    assert!(told[0].contains("your own access"), "{}", told[0]);
}
