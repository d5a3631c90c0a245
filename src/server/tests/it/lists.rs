//! The lists of accounts and contacts as a browser gets them: each row once, in words, and what wakes it up without them.

use crate::fixtures::stage;
use crate::html::forms;
use crate::site::{Ask, TestSite};
use directory::testing::a_firm;
use http::StatusCode;
use kernel::Ts;
use platform::db::Stmt;
use platform::sql;
use platform::testing::On;

/// What goes along with a page for its scripts, beside what it shows.
fn for_scripts(body: &str) -> String {
    let scripts = body.split("<script").skip(1);
    scripts.filter_map(|rest| rest.split("</script>").next()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_says_its_rows_once() {
    for on in [On::Sqlite, On::Postgres] {
        let Some(site) = TestSite::new(on).await else { continue };
        let stage = stage(&site).await;
        for (path, words, outline) in [
            ("/app/accounts", &["Acme Ltd", "Bolt"][..], "A1"),
            ("/app/contacts", &["Anna Acme", "anna@acme.example", "Acme Ltd"][..], "addresses"),
        ] {
            let page = site.ask(Ask::get(path).by(stage.token("owner"))).await;
            let scripts = for_scripts(&page.body);
            for word in words {
                assert!(page.body.contains(word), "{path} shows {word}");
                assert!(!scripts.contains(word), "{path} sends {word} a second time");
            }
            assert!(scripts.contains(outline), "{path}: what wakes the page up goes along");
        }
    }
}

/// The rows of a page's list.
fn rows(body: &str) -> Vec<&str> {
    let body = body.split("<tbody").nth(1).and_then(|it| it.split("</tbody>").next()).unwrap_or_default();
    body.split("<tr ").skip(1).collect()
}

/// The owner, and a hundred and twenty accounts with a contact each.
async fn many(site: &TestSite) -> String {
    let stage = stage(site).await;
    let owner = stage.token("owner").to_owned();
    let f = a_firm(&site.cx());
    for place in 0..120 {
        let name = format!("Meier {place:03}");
        f.account(&format!("M{}", place + 1)).named(&name).seed().await;
        f.contact(&name).seed().await;
    }
    owner
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_shows_all_rows_that_were_loaded_and_load_more_is_a_link_to_more_of_them() {
    let site = TestSite::sqlite().await;
    let owner = many(&site).await;
    for (path, narrowed) in [("/app/accounts", "?q=meier&amp;"), ("/app/contacts", "?q=meier&amp;")] {
        let first = site.ask(Ask::get(path).by(&owner)).await.body;
        assert_eq!(rows(&first).len(), 50, "{path}");
        assert!(first.contains(&format!("href=\"{path}?rows=100#next-part\"")), "{path}: {first}");
        let second = site.ask(Ask::get(&format!("{path}?rows=100")).by(&owner)).await.body;
        let all = rows(&second);
        assert_eq!(all.len(), 100, "{path}: a reload and a mailed link show what was loaded");
        let marked = |row: &&str| row.contains("id=\"next-part\"");
        assert_eq!(all.iter().position(marked), Some(50), "{path}: where the link leads to");
        assert_eq!(all.iter().filter(|row| marked(row)).count(), 1);
        assert!(second.contains(&format!("href=\"{path}?rows=150#next-part\"")), "{path}");
        let third = site.ask(Ask::get(&format!("{path}?rows=150")).by(&owner)).await.body;
        assert!(rows(&third).len() > 120 && !third.contains("rows=200"), "{path}: the end of the list");
        let found = site.ask(Ask::get(&format!("{path}?q=meier&rows=100")).by(&owner)).await.body;
        assert_eq!(rows(&found).len(), 100, "{path}: of a search, too");
        assert!(found.contains(&format!("href=\"{path}{narrowed}rows=150#next-part\"")), "{path}");
        for nonsense in ["0", "-1", "x", "1e9", ""] {
            let page = site.ask(Ask::get(&format!("{path}?rows={nonsense}")).by(&owner)).await;
            assert_eq!((page.status.as_u16(), rows(&page.body).len()), (200, 50), "{path}: {nonsense}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_search_found_is_marked_also_where_the_row_does_not_show_it() {
    let site = TestSite::sqlite().await;
    let owner = many(&site).await;
    for (path, shown) in [
        ("/app/accounts?q=ACME", "<mark>Acme</mark> Ltd"),
        ("/app/accounts?q=anna%40acme", "<mark>anna@acme</mark>.example"),
        ("/app/accounts?q=a1", "<mark>A1</mark>"),
        ("/app/contacts?q=%C3%A1nna", "<mark>Anna</mark> Acme"),
        ("/app/contacts?q=acme.ex", "anna@<mark>acme.ex</mark>ample"),
    ] {
        // Between the pieces stand the marks by which the page wakes up.
        let page = site.ask(Ask::get(path).by(&owner)).await.body.replace("<!>", "");
        assert!(page.contains(shown), "{path}: {:?}", rows(&page));
    }
    let plain = site.ask(Ask::get("/app/accounts").by(&owner)).await.body;
    assert!(!plain.contains("<mark"), "nothing is marked where nothing was searched for");
}

#[tokio::test(flavor = "multi_thread")]
async fn accounts_are_chosen_and_invited_without_javascript() {
    let site = TestSite::sqlite().await;
    let owner = many(&site).await;
    let page = site.ask(Ask::get("/app/accounts").by(&owner)).await.body;
    let form = page.split("class=\"table-form\"").nth(1).and_then(|it| it.split("</form>").next()).unwrap();
    assert_eq!(form.matches("name=\"account\"").count(), 50, "each row has a box of the form");
    assert!(form.contains("table-form-bar") && form.contains("Send invitations"), "and the form a button");
    assert!(page.contains("Invite everybody who has no access yet"));
    let found = site.ask(Ask::get("/app/accounts?q=meier").by(&owner)).await.body;
    assert!(found.contains("Invite everybody matching “meier” who has no access yet"));
    let plan = site.ask(Ask::get("/app/accounts/invite?account=A1&account=M1").by(&owner)).await;
    assert_eq!(plan.status, 200);
    let waits = site.t.platform.db.write(|tx| {
        Box::pin(async move {
            sql!("UPDATE portal_user SET activated_at = NULL WHERE email_norm = 'anna@acme.example'")
                .run(tx)
                .await?;
            Ok(())
        })
    });
    waits.await.unwrap();
    let sent =
        Ask::post("/app/accounts/invite", &[("accounts", "A1,B1"), ("all", ""), ("q", ""), ("message", "")]);
    let sent = site.ask(sent.by(&owner)).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let result = site.ask(Ask::get(sent.location()).by(&owner)).await.body;
    assert!(result.contains("Invitations sent"), "{result}");
    let first = result.split("<tbody").nth(1).unwrap_or_default();
    assert!(first.contains("anna@acme.example"), "it begins with those who were written to");
    assert!(!first.split("</tbody>").next().unwrap_or_default().contains("bolt"), "and only with those");
    assert!(result.contains("1 address was sent an invitation") && result.contains("Can already sign in"));
    assert!(!result.contains("name=\"message\""), "and asks nothing");
}

/// The owner of a firm in which Anna and Bob wait for an invitation.
async fn two_wait(site: &TestSite) -> String {
    let stage = stage(site).await;
    change(
        site,
        sql!(
            "UPDATE portal_user SET activated_at = NULL
             WHERE email_norm = 'anna@acme.example' OR email_norm = 'bob@bolt.example'"
        ),
    )
    .await;
    stage.token("owner").to_owned()
}

async fn change(site: &TestSite, statement: Stmt) {
    let changed = site.t.platform.db.write(move |tx| Box::pin(async move { Ok(statement.run(tx).await?) }));
    changed.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn all_in_a_state_that_nobody_understands_are_not_all() {
    let site = TestSite::sqlite().await;
    let owner = two_wait(&site).await;
    for (name, value) in [("access", "Expired"), ("access", "lapsed"), ("tab", "gone")] {
        let plan = format!("/app/accounts/invite?all=true&{name}={value}");
        let plan = site.ask(Ask::get(&plan).by(&owner)).await;
        assert!(plan.body.contains("No account is selected"), "{name}={value}: {}", plan.body);
        let form = [("all", "true"), (name, value), ("q", ""), ("message", "")];
        let refused = site.post(&owner, "/app/accounts/invite", &form).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{name}={value}");
        assert!(refused.body.contains("No account is selected"), "{name}={value}: {}", refused.body);
    }
    site.t.drain_mail().await;
    assert!(site.t.mail.sent_to("anna@acme.example").is_empty(), "nobody is written to");
    // The list itself still opens, as an old bookmark does.
    let list = site.ask(Ask::get("/app/accounts?access=lapsed").by(&owner)).await;
    assert!(list.body.contains("Acme Ltd"));
    let form = [("all", "true"), ("access", ""), ("q", ""), ("message", "")];
    assert_eq!(site.post(&owner, "/app/accounts/invite", &form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_breaks_off_offers_the_rest_with_the_same_words() {
    let site = TestSite::sqlite().await;
    let owner = two_wait(&site).await;
    change(
        &site,
        sql!(
            "CREATE UNIQUE INDEX room_for_one ON outbox (firm_id)
             WHERE to_address IN ('anna@acme.example', 'bob@bolt.example')"
        ),
    )
    .await;
    let form = [("accounts", "A1,B1"), ("message", "Grüße vom See")];
    let sent = site.post(&owner, "/app/accounts/invite", &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let page = site.ask(Ask::get(sent.location()).by(&owner)).await;
    assert!(page.body.contains("1 address was sent an invitation"), "{}", page.body);
    assert!(page.body.contains("1 address is still waiting") && page.body.contains("Grüße vom See"));
    change(&site, Stmt::new("DROP INDEX room_for_one", vec![])).await;
    site.t.clock.advance(2 * Ts::MINUTE);
    let rest = forms(&page.body).into_iter().find(|form| form.names().contains(&"message")).unwrap();
    let rest = rest.as_it_is(&rest.buttons()[0]);
    let rest: Vec<_> = rest.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let done = site.post(&owner, "/app/accounts/invite", &rest).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let page = site.ask(Ask::get(done.location()).by(&owner)).await;
    assert!(page.body.contains("2 addresses were sent an invitation"), "{}", page.body);
    assert!(!page.body.contains("still waiting") && !page.body.contains("name=\"message\""));
    site.t.drain_mail().await;
    for email in ["anna@acme.example", "bob@bolt.example"] {
        assert_eq!(site.t.mail.sent_to(email).len(), 1, "{email}");
    }
}
