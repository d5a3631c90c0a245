//! A trusted browser over HTTP: the code is asked for once, and in this browser alone.

use crate::fixtures::stage;
use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use access::sign_in::DEMO_PASSWORD;
use directory::testing::a_firm;
use http::header;
use kernel::{Role, Ts, UserId};

const ANNA: &str = "anna@acme.example";

/// A browser without JavaScript, which keeps its cookies and forgets those that are taken away.
#[derive(Clone, Default)]
struct Browser(Vec<(String, String)>);

impl Browser {
    async fn ask(&mut self, site: &TestSite, mut ask: Ask<'_>) -> Answer {
        ask.cookies.extend(self.0.clone());
        let answer = site.ask(ask).await;
        for (name, value) in answer.cookies() {
            self.0.retain(|(known, _)| *known != name);
            if !value.is_empty() {
                self.0.push((name, value));
            }
        }
        answer
    }

    async fn get(&mut self, site: &TestSite, path: &str) -> Answer {
        self.ask(site, Ask::get(path)).await
    }

    async fn post(&mut self, site: &TestSite, path: &str, form: &[(&str, &str)]) -> Answer {
        self.ask(site, Ask::post(path, form)).await
    }

    /// Gives address and password; where it leads.
    async fn sign_in(&mut self, site: &TestSite, email: &str) -> String {
        let form = [("email", email), ("password", DEMO_PASSWORD)];
        let answer = self.post(site, "/login", &form).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.location().to_owned()
    }

    /// Gives the code that was mailed, with the box ticked.
    async fn give_code(&mut self, site: &TestSite, email: &str) -> Answer {
        site.t.drain_mail().await;
        let mails = site.t.mail.sent_to(email);
        let digits = |subject: &str| subject.chars().filter(char::is_ascii_digit).collect::<String>();
        let code = mails.iter().rev().map(|it| digits(&it.rendered.subject)).find(|code| code.len() == 6);
        self.post(site, "/login/code", &[("code", &code.expect("a code")), ("trust", "true")]).await
    }
}

async fn has_a_password(site: &TestSite, user: UserId) {
    a_firm(&site.cx()).give_password(user, DEMO_PASSWORD).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_sign_in_asks_no_code_in_the_browser_that_is_trusted_and_one_elsewhere() {
    let site = TestSite::sqlite().await;
    stage(&site).await;
    has_a_password(&site, people::find_user(&site.cx(), ANNA).await.unwrap()).await;
    let mut browser = Browser::default();
    assert_eq!(browser.sign_in(&site, ANNA).await, "/login/code");
    let page = browser.get(&site, "/login/code").await;
    for words in ["Trust this device for 30 days", "name=\"trust\"", "type=\"checkbox\""] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let done = browser.give_code(&site, ANNA).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, "/portal/A1"));
    let cookies: Vec<_> =
        done.headers.get_all(header::SET_COOKIE).iter().map(|it| it.to_str().unwrap()).collect();
    let device = cookies.iter().find(|it| it.starts_with("__Host-device=")).expect("a cookie of its own");
    for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure", "; Max-Age=2592000"] {
        assert!(device.contains(part), "{part}: {device}");
    }

    // Signing out leaves it, and the next sign-in leads straight in, to where one wanted to go.
    let out = browser.post(&site, "/logout", &[]).await;
    assert!(out.cookies().iter().all(|(name, _)| name != "__Host-device"));
    assert!(browser.get(&site, "/portal/A1").await.location().starts_with("/login"));
    let wanted = "/portal/A1/settings/security";
    let form = [("email", ANNA), ("password", DEMO_PASSWORD), ("next", wanted)];
    let again = browser.post(&site, "/login", &form).await;
    assert_eq!((again.status.as_u16(), again.location()), (303, wanted));
    assert_eq!(Browser::default().sign_in(&site, ANNA).await, "/login/code");

    // It is on the security page, and forgotten there.
    let page = browser.get(&site, wanted).await;
    for words in ["Trusted devices", "Trusted since", "Forget this device", "Password, trusted device"] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let (_, form) = page
        .body
        .split_once("action=\"/account/devices/forget?for=")
        .unwrap_or_else(|| panic!("{}", page.body));
    let (_, id) = form.split_once("name=\"id\" value=\"").expect("the device");
    let id = id.split('"').next().unwrap();
    let forgot = browser.post(&site, "/account/devices/forget", &[("id", id), ("back", wanted)]).await;
    assert_eq!((forgot.status.as_u16(), forgot.location()), (303, wanted));
    let page = browser.get(&site, wanted).await;
    assert!(page.body.contains("We ask for a code there again."), "it is said");
    assert!(!page.body.contains("Forget this device"));
    browser.post(&site, "/logout", &[]).await;
    assert_eq!(browser.sign_in(&site, ANNA).await, "/login/code");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_of_staff_who_comes_back_after_a_weekend_gives_the_password_alone() {
    let site = TestSite::sqlite().await;
    stage(&site).await;
    let email = "tina@weber.example";
    let tina = people::staff_named(&site.cx(), email, "Tina", Role::Admin, &[]).await;
    has_a_password(&site, tina.user()).await;
    let mut browser = Browser::default();
    assert_eq!(browser.sign_in(&site, email).await, "/login/code");
    assert_eq!(browser.give_code(&site, email).await.location(), "/app/accounts");
    site.t.clock.advance(3 * Ts::DAY);
    assert!(browser.get(&site, "/app/accounts").await.location().starts_with("/login"));
    assert_eq!(browser.sign_in(&site, email).await, "/app/accounts");
    assert_eq!(browser.get(&site, "/app/accounts").await.status, 200);
    site.t.clock.advance(27 * Ts::DAY);
    assert_eq!(browser.sign_in(&site, email).await, "/login/code");
}
