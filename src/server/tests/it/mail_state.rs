//! Mail that does not go is said wherever somebody would wait for it, and to whoever can do something about it.

use crate::activation::{ANNA, account, link};
use crate::site::{Ask, TestSite};
use access::gate::testing as people;
use kernel::{FirmId, Role, paths};
use platform::mail::Trouble;
use platform::mail_health::{self, Finding};
use platform::sql;

const TITLE: &str = "E-mail cannot be sent right now";
const WORDS: &str = "535 5.7.8 no such user portal@weber.example";

async fn found(site: &TestSite, finding: Finding) {
    let (p, firm): (_, Option<FirmId>) = (site.t.platform.clone(), Some(site.t.firm.id));
    site.cx()
        .write(move |tx| Box::pin(async move { mail_health::note(tx, &p, firm, finding).await }))
        .await
        .unwrap();
    site.t.platform.mail_health.forget();
}

async fn fails(site: &TestSite) {
    found(site, Finding::Trouble(Trouble::SignIn, WORDS.to_owned())).await;
}

async fn unset(site: &TestSite) {
    site.cx()
        .write(|tx| {
            Box::pin(async move {
                sql!("INSERT INTO mail_health (scope, state, since, trouble, words, silent) VALUES ('server', 'unset', 1, '', '', 0)")
                    .run(tx)
                    .await?;
                Ok(())
            })
        })
        .await
        .unwrap();
    site.t.platform.mail_health.forget();
}

async fn page(site: &TestSite, path: &str, token: &str) -> String {
    let answer = site.ask(Ask::get(path).by(token)).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.body
}

#[tokio::test(flavor = "multi_thread")]
async fn owner_and_admins_are_told_on_every_page_and_nobody_else() {
    let site = TestSite::sqlite().await;
    let mut tokens = Vec::new();
    for (email, role) in [
        ("o@weber.example", Role::Owner),
        ("a@weber.example", Role::Admin),
        ("e@weber.example", Role::Employee),
    ] {
        let staff = people::staff_named(&site.cx(), email, "Somebody", role, &[]).await;
        tokens.push(site.session(staff.user()).await);
    }
    let pages = [paths::ACCOUNTS, paths::CONTACTS, paths::STAFF_SECURITY];
    for path in pages {
        assert!(!page(&site, path, &tokens[0]).await.contains(TITLE), "{path}: mail works");
    }
    fails(&site).await;
    for path in pages {
        for token in &tokens[..2] {
            let body = page(&site, path, token).await;
            for word in [TITLE, "535 5.7.8", "has not accepted our sign-in since 09:00", "#test-mail"] {
                assert!(body.contains(word), "{path}: {word}");
            }
            assert!(!body.contains("portal@weber.example"), "{path}: no addresses");
        }
        assert!(!page(&site, path, &tokens[2]).await.contains(TITLE), "{path}: an employee");
    }
    found(&site, Finding::Works).await;
    assert!(!page(&site, paths::ACCOUNTS, &tokens[0]).await.contains(TITLE));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_the_banner_says_so() {
    let site = TestSite::sqlite().await;
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    let token = site.session(owner.user()).await;
    unset(&site).await;
    assert!(page(&site, paths::ACCOUNTS, &token).await.contains("No mail server is set up."));
    let ready = site.get("/readyz").await;
    assert_eq!((ready.status.as_u16(), ready.body.trim_end()), (200, "degraded: no mail server is set up"));
}

#[tokio::test(flavor = "multi_thread")]
async fn readiness_is_degraded_and_says_nothing_of_the_servers_words() {
    let site = TestSite::sqlite().await;
    assert_eq!(site.get("/readyz").await.body.trim_end(), "ready");
    fails(&site).await;
    let ready = site.get("/readyz").await;
    assert_eq!(ready.status, 200, "requests are answered without mail");
    assert_eq!(ready.body.trim_end(), "degraded: mail cannot be sent, see the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_forgot_their_password_is_told_to_call_whatever_the_address() {
    let site = TestSite::sqlite().await;
    account(&site.cx(), "M1", "Müller GmbH").await;
    people::user(&site.cx(), ANNA, "Anna Müller").await;
    fails(&site).await;
    for email in [ANNA, "nobody@mueller.example"] {
        let posted = site.ask(Ask::post(paths::FORGOT, &[("email", email)])).await;
        assert_eq!(posted.status, 303);
        let body = site.ask(Ask::get(paths::FORGOT).after(&posted)).await.body;
        assert!(body.contains(TITLE) && body.contains("+49 30 555 0100"), "{body}");
        assert!(!body.contains("is on its way") && !body.contains("535 5.7.8"), "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_that_cannot_leave_is_not_on_its_way() {
    let site = TestSite::sqlite().await;
    account(&site.cx(), "M1", "Müller GmbH").await;
    link(&site).await;
    let eva = people::find_user(&site.cx(), "owner@weber.example").await.unwrap();
    fails(&site).await;
    let token = site.session(eva).await;
    let form = [("name", "Ina"), ("email", "ina@klein.example"), ("role", "employee"), ("locale", "en")];
    let posted = site.ask(Ask::post(paths::TEAM_INVITE, &form).by(&token)).await;
    assert_eq!(posted.status, 303, "{}", posted.body);
    let body = site.ask(Ask::get(posted.location()).by(&token).after(&posted)).await.body;
    assert!(body.contains("The e-mail is waiting:") && !body.contains("is on its way"), "{body}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_test_mail_shows_what_the_server_said() {
    let site = TestSite::sqlite().await;
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    let token = site.session(owner.user()).await;
    let me = "owner@weber.example";
    assert!(page(&site, paths::FIRM, &token).await.contains("Send a test e-mail"));
    let sent = site.ask(Ask::post(paths::FIRM_TEST_MAIL, &[]).by(&token)).await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, paths::FIRM));
    assert_eq!(site.t.mail.sent_to(me).len(), 1);
    let told = site.ask(Ask::get(paths::FIRM).by(&token).after(&sent)).await.body;
    assert!(told.contains("The mail server accepted the test e-mail to owner@weber.example"), "{told}");

    site.t.mail.be_in_trouble(me, Trouble::Relay, "554 5.7.1 <owner@weber.example>: Relay access denied");
    let refused = site.ask(Ask::post(paths::FIRM_TEST_MAIL, &[]).by(&token)).await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
    assert!(refused.body.contains("The test e-mail could not be sent"), "{}", refused.body);
    assert!(refused.body.contains("Relay access denied"), "{}", refused.body);
    assert!(
        page(&site, paths::ACCOUNTS, &token).await.contains("has not forwarded our e-mails"),
        "the banner knows"
    );

    let employee = people::staff_named(&site.cx(), "e@weber.example", "Emil", Role::Employee, &[]).await;
    let token = site.session(employee.user()).await;
    assert_eq!(site.ask(Ask::post(paths::FIRM_TEST_MAIL, &[]).by(&token)).await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_printed_link_lets_the_owner_in_while_no_code_comes() {
    let site = TestSite::sqlite().await;
    people::staff(&site.cx(), Role::Owner, &[]).await;
    fails(&site).await;
    let url = access::sign_in_link::issue(&site.t.platform, "portal.weber.example", "owner@weber.example")
        .await
        .unwrap();
    let path = url.strip_prefix("https://portal.weber.example").unwrap();
    for _ in 0..2 {
        let (_, shown) = site.follow(path).await;
        assert_eq!(shown.status, 200);
        assert!(shown.body.contains("owner@weber.example"), "{}", shown.body);
        assert!(!shown.body.contains(path.rsplit('/').next().unwrap()), "no page holds the token");
    }
    let done = site.use_link(path, paths::SIGN_IN_LINK, &[]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let session = done.session().expect("a session");
    assert!(page(&site, paths::ACCOUNTS, &session).await.contains(TITLE));
    let (_, again) = site.follow(path).await;
    assert_eq!(again.status, 410);
}
