//! Where people arrive: a client's home, and what a new firm's owner sees above the accounts.

use crate::fixtures;
use crate::site::{Ask, TestSite};
use access::gate::testing as people;
use http::StatusCode;
use i18n::{Locale, key, text_in};
use kernel::Role;
use platform::sql;

async fn seen(site: &TestSite, path: &str, token: &str) -> String {
    let page = site.ask(Ask::get(path).by(token)).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    page.main().to_owned()
}

fn en(name: i18n::Key) -> &'static str {
    text_in(Locale::En, name)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_home_begins_with_the_people_who_look_after_the_account_and_keeps_their_addresses() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let home = seen(&site, "/portal/A1", stage.token("client of A")).await;
    let looks_after = en(key("portal.firm.team"));
    let (person, account) =
        (home.find(looks_after).unwrap(), home.find(en(key("portal.card.title"))).unwrap());
    assert!(person < account, "people come first");
    assert!(home.contains("restricted employee of A"), "{home}");
    assert!(
        home.contains("+49 30 555 0100") && home.contains("kanzlei@portal.weber.example"),
        "how to reach them"
    );
    let staff = site.cx();
    let own: Vec<(String,)> = sql!(
        "SELECT u.email FROM staff_member m JOIN portal_user u ON u.id = m.user_id WHERE m.firm_id = $1 LIMIT 50",
        staff.firm.id
    )
    .all(&mut staff.db.read().await.unwrap())
    .await
    .unwrap();
    assert!(!own.is_empty());
    for (email,) in own {
        assert!(!home.contains(&email), "clients know the firm's people by name: {email}");
    }
    assert!(!home.contains("empty-text"), "nothing to do is one line, not a box");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_is_assigned_the_firm_itself_looks_after_the_account() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let firm = site.cx().firm.id;
    let cx = site.cx();
    let none = cx.write(move |tx| {
        Box::pin(async move {
            sql!("DELETE FROM account_assignment WHERE firm_id = $1", firm).run(tx).await?;
            Ok(())
        })
    });
    none.await.unwrap();
    let home = seen(&site, "/portal/A1", stage.token("client of A")).await;
    assert_eq!(home.matches(en(key("portal.firm.team"))).count(), 1);
    let before = home.split(en(key("portal.firm.team"))).next().unwrap();
    assert!(before.rsplit("<li").next().unwrap().contains("Weber &amp; Partner"), "{home}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_steps_stand_above_the_accounts_until_somebody_puts_them_away() {
    let site = TestSite::sqlite().await;
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    let token = site.session(owner.user()).await;
    let title = en(key("first_steps.title"));
    let list = seen(&site, "/app/accounts", &token).await;
    assert!(list.contains(title) && list.contains("0 of 5 done"), "{list}");
    for place in [
        "/app/settings/firm/look",
        "/app/settings/firm#test-mail",
        "/app/settings/team/invite",
        "/app/accounts/new",
    ] {
        assert!(list.contains(&format!("href=\"{place}\"")), "{place}");
    }
    assert!(list.contains(en(key("accounts.list.none_title"))), "and the empty list below");
    // A test mail that left is a step taken.
    let sent = site.ask(Ask::post("/app/settings/firm/test-mail", &[]).by(&token)).await;
    assert!(sent.status.is_redirection(), "{}", sent.status);
    assert!(seen(&site, "/app/accounts", &token).await.contains("1 of 5 done"));
    let jo =
        people::staff_named(&site.cx(), "jo@weber.example", "Jo", Role::Employee, &kernel::Right::ALL).await;
    let employee = site.session(jo.user()).await;
    assert!(!seen(&site, "/app/accounts", &employee).await.contains(title), "not for employees");
    let refused = site.ask(Ask::post("/app/first-steps/away", &[]).by(&employee)).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let away = site.ask(Ask::post("/app/first-steps/away", &[]).by(&token)).await;
    assert_eq!((away.status, away.location()), (StatusCode::SEE_OTHER, "/app/accounts"));
    let list = seen(&site, "/app/accounts", &token).await;
    assert!(!list.contains("of 5 done") && !list.contains(en(key("first_steps.away"))), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_without_rows_says_one_sentence_and_offers_one_thing_to_do() {
    let site = TestSite::sqlite().await;
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    let token = site.session(owner.user()).await;
    for path in [
        "/app/accounts",
        "/app/accounts?tab=archived",
        "/app/accounts?q=nobody",
        "/app/contacts",
        "/app/contacts?q=nobody",
    ] {
        let page = seen(&site, path, &token).await;
        let empty = page.split("class=\"empty\"").nth(1).unwrap_or_else(|| panic!("{path}: {page}"));
        assert_eq!(empty.matches("empty-text").count(), 1, "{path}");
        let action = empty.split("empty-action").nth(1).unwrap_or_else(|| panic!("{path} offers nothing"));
        assert!(action.contains("href=\"/app/"), "{path}");
    }
    let fields = [("name", "Meier"), ("kind", "company")];
    let made = site.ask(Ask::post("/app/accounts/new", &fields).by(&token)).await;
    assert!(made.status.is_redirection(), "{}", made.status);
    let info = seen(&site, "/app/accounts/M1/info", &token).await;
    assert_eq!(
        info.matches("href=\"/app/accounts/M1/contacts/new\"").count(),
        1,
        "in the place of the table: {info}"
    );
    assert!(info.split("empty-action").nth(1).is_some_and(|it| it.contains("/contacts/new")));
}
