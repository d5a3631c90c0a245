//! What a client switched off stays off until the client wants it again, and staff see who did it and when (NOTIFY-6).

use crate::fixtures;
use crate::site::{Answer, Ask, TestSite};
use http::StatusCode;

const ITEM: &str = "invoice_reminder";

/// Account A with its client and the firm's owner, by their sessions.
pub(crate) struct Scene {
    pub(crate) site: TestSite,
    pub(crate) client: String,
    pub(crate) owner: String,
    pub(crate) setting: String,
}

pub(crate) async fn scene() -> Scene {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let [client, owner] = ["client of A", "owner"].map(|name| stage.token(name).to_owned());
    let setting = stage.setting.to_string();
    Scene { site, client, owner, setting }
}

impl Scene {
    /// The client's own form.
    async fn client_turns(&self, item: &str, on: bool) -> Answer {
        let on = if on { "true" } else { "false" };
        let form = [("setting", self.setting.as_str()), ("item", item), ("on", on)];
        self.site.ask(Ask::post("/portal/A1/settings/notifications", &form).by(&self.client)).await
    }

    fn dialog(&self) -> String {
        format!("/app/accounts/A1/info/emails/{}/notifications", self.setting)
    }

    async fn staff_sees(&self) -> String {
        let page = self.site.ask(Ask::get(&self.dialog()).by(&self.owner)).await;
        assert_eq!(page.status, StatusCode::OK);
        page.body
    }

    async fn client_sees(&self) -> String {
        self.site.ask(Ask::get("/portal/A1/settings/notifications").by(&self.client)).await.body
    }

    /// What is stored of the item, whether or not a page offers it.
    async fn stored(&self) -> String {
        let form = [("account", "A1")];
        let all = self.site.ask(Ask::post("/api/portal/notifications", &form).by(&self.client)).await.body;
        let from = all.find(&format!("{{\"item\":\"{ITEM}\"")).expect("the item is known");
        all[from..].split_once("}}").map_or(&all[from..], |(item, _)| item).to_owned()
    }

    /// Whether the client still has this item off.
    async fn is_off(&self) -> bool {
        self.stored().await.contains("\"on\":false")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_see_that_it_was_the_client_who_and_when() {
    let scene = scene().await;
    assert!(!scene.staff_sees().await.contains("Changed by the client"));
    scene.client_turns("", false).await;
    assert!(scene.client_sees().await.contains("Turned off by you on 2 Mar 2026"));
    assert!(scene.staff_sees().await.contains("Changed by the client on 2 Mar 2026 (Anna Acme)"));
}

#[tokio::test(flavor = "multi_thread")]
async fn notify_that_the_client_switched_off_comes_back_when_the_firm_confirms_it() {
    let scene = scene().await;
    assert!(!scene.staff_sees().await.contains("Turn on again"), "nothing is off");
    scene.client_turns("", false).await;
    let page = scene.staff_sees().await;
    assert!(page.contains("Turn on again") && page.contains("name=\"all\""), "{page}");
    let back = format!("{}/back", scene.dialog());
    let post = async |form: &[(&str, &str)]| scene.site.ask(Ask::post(&back, form).by(&scene.owner)).await;
    let unsure = post(&[("all", "true")]).await;
    assert!(
        unsure.body.contains("Please confirm what the client wants to receive again."),
        "{}",
        unsure.status
    );
    assert!(scene.is_off().await);
    let sure = post(&[("all", "true"), ("confirm", "true")]).await;
    assert!(sure.status.is_redirection(), "{}", sure.status);
    assert!(!scene.is_off().await);
    assert!(!scene.client_sees().await.contains("Turned off by you"));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_door_of_the_firm_switches_it_on_again_by_itself() {
    let scene = scene().await;
    scene.client_turns(ITEM, false).await;
    let (setting, owner, dialog) = (scene.setting.as_str(), scene.owner.as_str(), scene.dialog());
    // The plain form of the item, and of all items; pressed twice, as by a double click.
    for item in [ITEM, "", ITEM, ""] {
        let form = [("setting", setting), ("item", item), ("on", "true")];
        let answer = scene.site.ask(Ask::post(&dialog, &form).by(owner)).await;
        // "All on" leaves alone what the client switched off; the item itself is refused in words.
        assert_eq!(answer.status.is_client_error(), item == ITEM, "{item:?}: {}", answer.status);
        assert!(scene.is_off().await, "{item:?}");
    }
    // The control of an open page.
    for item in [ITEM, ""] {
        let form = [("item", item), ("on", "true"), ("tab", "")];
        let answer = scene.site.ask(Ask::call(&dialog, &form).by(owner)).await;
        assert_eq!(answer.status == StatusCode::CONFLICT, item == ITEM, "{item:?}: {}", answer.status);
        assert!(scene.is_off().await, "{item:?}");
    }
    // Off once more by the firm, then on: the client's word still counts.
    for on in ["false", "true"] {
        let form = [("item", ITEM), ("on", on), ("tab", "")];
        scene.site.ask(Ask::call(&dialog, &form).by(owner)).await;
        assert!(scene.is_off().await, "after {on}");
    }
    // Wanted again, says the firm, but nobody confirmed it.
    let (back, form) = (format!("{dialog}/back"), [(ITEM, "true")]);
    let answer = scene.site.ask(Ask::post(&back, &form).by(owner)).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(scene.is_off().await, "without the confirmation");
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_firm_confirms_that_the_client_wants_it_it_is_on_and_the_client_can_see_so() {
    let scene = scene().await;
    scene.client_turns(ITEM, false).await;
    assert!(scene.stored().await.contains("\"client\":true,\"name\":\"Anna Acme\""));
    let (back, form) = (format!("{}/back", scene.dialog()), [(ITEM, "true"), ("confirm", "true")]);
    let answer = scene.site.ask(Ask::post(&back, &form).by(&scene.owner)).await;
    assert!(answer.status.is_redirection(), "{}", answer.status);
    assert!(!scene.is_off().await);
    // And the client may change their mind as often as they like.
    scene.client_turns(ITEM, false).await;
    assert!(scene.is_off().await);
    scene.client_turns(ITEM, true).await;
    assert!(!scene.is_off().await);
}
