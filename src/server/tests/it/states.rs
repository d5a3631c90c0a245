//! Where people stand with their access, as pages say it before any script runs.

use crate::fixtures::stage;
use crate::site::{Answer, Ask, TestSite};
use directory::testing::a_firm;
use kernel::{AccountId, SettingId};
use platform::sql;

/// The owner, a client who can sign in to A1 and one who was let in and never invited.
struct Scene {
    site: TestSite,
    owner: String,
    client: String,
    account: AccountId,
    contact: String,
    setting: String,
}

async fn scene() -> Scene {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let [owner, client] = ["owner", "client of A"].map(|name| stage.token(name).to_owned());
    let (contact, setting) = (stage.contact.to_string(), stage.setting.to_string());
    Scene { site, owner, client, account: stage.account_id, contact, setting }
}

impl Scene {
    async fn open(&self, path: &str) -> Answer {
        let page = self.site.ask(Ask::get(path).by(&self.owner)).await;
        assert_eq!(page.status, 200, "{path}");
        page
    }

    /// Whether the list narrowed to this state has the account.
    async fn has(&self, state: &str, code: &str) -> bool {
        let page = self.open(&format!("/app/accounts?access={state}")).await;
        page.body.contains(&format!("data-testid=\"account-{code}\""))
    }

    /// As if nobody had ever activated anything.
    async fn forget_logins(&self) {
        let cx = self.site.cx();
        let c = cx.clone();
        let done = cx.db.write(move |tx| {
            Box::pin(async move {
                let asleep = sql!(
                    "UPDATE portal_user SET activated_at = NULL WHERE firm_id = $1 AND id NOT IN (
                        SELECT user_id FROM staff_member WHERE firm_id = $1)",
                    c.firm.id
                );
                Ok(asleep.run(tx).await?)
            })
        });
        assert!(done.await.unwrap() > 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_narrowed_by_a_link_and_by_the_form_without_scripts() {
    let scene = scene().await;
    let page = scene.open("/app/accounts").await;
    for state in ["active", "invited", "not_delivered", "expired", "no_access"] {
        assert!(page.body.contains(&format!("href=\"/app/accounts?access={state}\"")), "{state}");
    }
    assert!(scene.has("active", "A1").await && !scene.has("no_access", "A1").await);
    let narrowed = scene.open("/app/accounts?access=active&q=acme").await;
    assert!(narrowed.body.contains("name=\"access\" value=\"active\""), "a search keeps the filter");
    assert!(narrowed.body.contains("data-testid=\"account-A1\""));
    let none = scene.open("/app/accounts?access=expired").await;
    assert!(none.body.contains("No accounts match “Expired”.") && none.body.contains("Show all accounts"));
    let nonsense = scene.open("/app/accounts?access=nonsense").await;
    assert!(nonsense.body.contains("data-testid=\"account-A1\""), "what is no state narrows nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_never_activated_is_said_to_be_able_to_sign_in() {
    let scene = scene().await;
    let can = "somebody can sign in";
    assert!(scene.open("/app/accounts").await.body.contains(can));
    assert!(scene.open("/app/accounts/A1/info").await.body.contains(can));
    assert!(
        scene.open(&format!("/app/contacts/{}", scene.contact)).await.body.contains("Can sign in to: A1")
    );
    scene.forget_logins().await;
    assert!(!scene.open("/app/accounts").await.body.contains(can));
    let info = scene.open("/app/accounts/A1/info").await;
    assert!(!info.body.contains(can) && info.body.contains("No access: not invited yet"));
    let contact = scene.open(&format!("/app/contacts/{}", scene.contact)).await;
    assert!(!contact.body.contains("Can sign in to:") && contact.body.contains("No access: A1"));
    assert!(scene.has("no_access", "A1").await && !scene.has("active", "A1").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_info_page_has_no_tabs_and_takes_an_address_in_place() {
    let scene = scene().await;
    let info = scene.open("/app/accounts/A1/info").await;
    assert!(!info.body.contains("class=\"tabs\""), "one tab is none");
    assert!(info.body.contains("<details class=\"in-place\">"), "the form waits to be opened");
    let path = format!("/app/contacts/{}/emails", scene.contact);
    let send = async |email: &str| {
        let form = [("account", "A1"), ("email", email)];
        scene.site.ask(Ask::post(&path, &form).by(&scene.owner)).await
    };
    let wrong = send("nobody").await;
    assert_eq!(wrong.status, 422);
    let details =
        wrong.body.split("<details").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default();
    assert!(details.contains(" open") && wrong.body.contains("value=\"nobody\""), "it stays open: {details}");
    let added = send("second@acme.example").await;
    assert_eq!((added.status.as_u16(), added.location()), (303, "/app/accounts/A1/info"));
    assert!(scene.open("/app/accounts/A1/info").await.body.contains("second@acme.example"));
    let elsewhere = [("account", "../../x"), ("email", "third@acme.example")];
    let added = scene.site.ask(Ask::post(&path, &elsewhere).by(&scene.owner)).await;
    assert_eq!(added.location(), format!("/app/contacts/{}", scene.contact));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_of_a_row_is_a_page_of_its_own_without_scripts() {
    let scene = scene().await;
    let info = scene.open("/app/accounts/A1/info").await;
    let history = format!("/app/accounts/A1/info/emails/{}/history", scene.setting);
    assert!(info.body.contains(&format!("href=\"{history}\"")));
    let cx = scene.site.cx();
    let mut conn = cx.db.read().await.unwrap();
    let id: SettingId = scene.setting.parse().unwrap();
    let (version,): (i64,) =
        sql!("SELECT version FROM contact_setting WHERE id = $1", id).one(&mut conn).await.unwrap();
    drop(conn);
    let version = version.to_string();
    let form = [
        ("setting", scene.setting.as_str()),
        ("which", "email_sync"),
        ("on", "true"),
        ("version", version.as_str()),
    ];
    let done = scene.site.ask(Ask::post("/app/accounts/A1/info/switch", &form).by(&scene.owner)).await;
    assert_eq!(done.status, 303);
    let page = scene.open(&history).await;
    assert!(page.body.contains("EMAIL SYNC turned on by"), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_sees_who_has_not_activated_their_access_apart_from_those_inside() {
    let scene = scene().await;
    let people = async || {
        let page = scene.site.ask(Ask::get("/portal/A1/settings/people").by(&scene.client)).await;
        assert_eq!(page.status, 200);
        page.body
    };
    assert!(!people().await.contains("Not activated yet"));
    let f = a_firm(&scene.site.cx());
    f.more_of(scene.account).contact("jo@acme.example").called("Jo Waiting").login().seed().await;
    let body = people().await;
    let waiting = body.find("Not activated yet").expect("a part of their own");
    assert!(waiting < body.find("Jo Waiting").expect("named"), "below it");
}
