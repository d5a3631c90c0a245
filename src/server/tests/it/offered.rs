//! Pages offer what can happen: a kind of mail, a mailbox or a help that the product does not have is not spoken of.

use crate::site::{Ask, TestSite};
use crate::wishes::{Scene, scene};
use http::StatusCode;
use i18n::{Key, Locale, key, text_in};
use kernel::Role;
use kernel::notify::{Category, Item};

const CATEGORIES: [(Category, Key); 7] = [
    (Category::Documents, key("notifications.category.documents")),
    (Category::Signatures, key("notifications.category.signatures")),
    (Category::Approvals, key("notifications.category.approvals")),
    (Category::Chats, key("notifications.category.chats")),
    (Category::Contracts, key("notifications.category.contracts")),
    (Category::Organizers, key("notifications.category.organizers")),
    (Category::Invoices, key("notifications.category.invoices")),
];

impl Scene {
    async fn page(&self, path: &str, token: &str, lang: &str) -> String {
        let page = self.site.ask(Ask::get(path).by(token).with("accept-language", lang)).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains(&format!("<html lang=\"{lang}\"")), "{path} in {lang}");
        page.main().to_owned()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn kinds_of_mail_that_do_not_exist_are_offered_to_nobody_in_any_language() {
    let scene = scene().await;
    let dialog = format!("/app/accounts/A1/info/emails/{}/notifications", scene.setting);
    for locale in Locale::ALL {
        let lang = locale.tag();
        let pages = [
            scene.page("/portal/A1/settings/notifications", &scene.client, lang).await,
            scene.page(&dialog, &scene.owner, lang).await,
        ];
        for page in &pages {
            assert_eq!(page.matches("role=\"switch\"").count(), 2 + Item::AVAILABLE.len(), "{page}");
            for item in Item::ALL {
                let offered = page.contains(&format!("value=\"{}\"", item.key()));
                assert_eq!(offered, Item::AVAILABLE.contains(&item), "{item:?} in {lang}");
            }
            for (category, name) in CATEGORIES {
                let there = Item::AVAILABLE.iter().any(|item| item.category() == category);
                assert_eq!(page.contains(text_in(locale, name)), there, "{category:?} in {lang}");
            }
            let security = text_in(locale, key("notifications.security"));
            assert!(page.contains(security), "what always comes is said in {lang}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_to_review_mails_that_cannot_be_chosen() {
    let scene = scene().await;
    let page = scene.page("/portal/A1", &scene.client, "en").await;
    assert_eq!(page.contains("Review your notifications"), !Item::AVAILABLE.is_empty());
    assert!(page.contains("all caught up"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn email_sync_without_a_mailbox_reads_not_connected_and_keeps_its_choice() {
    let scene = scene().await;
    let form =
        [("setting", scene.setting.as_str()), ("which", "email_sync"), ("version", "2"), ("on", "true")];
    let answer = scene.site.ask(Ask::post("/app/accounts/A1/info/switch", &form).by(&scene.owner)).await;
    assert!(answer.status.is_redirection(), "{}", answer.status);
    for (lang, words) in [("en", "Not connected"), ("de", "Nicht verbunden"), ("ja", "未接続")] {
        let page = scene.page("/app/accounts/A1/info", &scene.owner, lang).await;
        let from = page.find(&format!("id=\"email_sync-{}\"", scene.setting)).expect("the switch");
        let switch = page[from..].split("</form>").next().unwrap();
        assert!(switch.contains("aria-checked=\"true\""), "the choice is kept: {switch}");
        assert!(switch.contains(words), "{lang}: {switch}");
        let on = text_in(Locale::from_tag(lang).unwrap(), key("common.on"));
        assert!(!switch.contains(&format!(">{on}<")), "{lang}: {switch}");
        assert!(switch.contains("switch-note"), "and it says what it waits for");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_mailed_about_the_authenticator_app_leads_to_what_holds_for_mailboxes() {
    let site = TestSite::sqlite().await;
    let list = site.get("/help").await;
    assert!(!list.body.contains("lost-app") && !list.body.contains("uthenticator"));
    let page = site.get("/help/lost-app?lang=en").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.main().contains("You can no longer open your mailbox"));
    let eva = access::gate::testing::staff(&site.cx(), Role::Employee, &[]).await;
    let token = site.session(eva.user()).await;
    let firms = site.ask(Ask::get("/app/help/clients").by(&token)).await;
    assert!(!firms.body.contains("lost-app") && !firms.body.contains("uthenticator"));
}
