//! What assigning, rights and leaving do to somebody whose browser is open: lists, searches, counts, addresses and
//! live news hold what is assigned and nothing else, from the next request on (ROLE-3, ROLE-7).

use crate::fixtures::{Stage, stage};
use crate::live::Tab;
use crate::site::{Answer, Ask, TestSite};
use access::gate::{Staff, testing as people};
use kernel::live::News;
use kernel::{AccountId, AppError, Right, Role, UserId};
use platform::{events, sql};

/// Jo, who sees assigned accounts only, and Eva, who says which; both are signed in.
struct Story {
    site: TestSite,
    jo: UserId,
    jo_session: String,
    eva_session: String,
    stage: Stage,
}

impl Story {
    async fn begin() -> Self {
        let site = TestSite::sqlite().await;
        let stage = stage(&site).await;
        let cx = site.cx();
        let rights = [Right::ManageAccounts];
        let jo: Staff =
            people::staff_named(&cx, "jo@weber.example", "Jo Adler", Role::Employee, &rights).await;
        let eva_session = stage.token("owner").to_owned();
        Self { jo_session: site.session(jo.user()).await, jo: jo.user(), eva_session, site, stage }
    }

    async fn jo_opens(&self, path: &str) -> Answer {
        self.site.ask(Ask::get(path).by(&self.jo_session)).await
    }

    async fn jo_sends(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.site.ask(Ask::post(path, form).by(&self.jo_session)).await
    }

    async fn eva_sends(&self, what: &str, form: &[(&str, &str)]) {
        let path = format!("/app/settings/team/{}{what}", self.jo);
        let answer = self.site.ask(Ask::post(&path, form).by(&self.eva_session)).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
        assert!(!answer.location().starts_with("/login"), "{path}");
    }

    async fn assign(&self, code: &str, on: &str) {
        self.eva_sends("/accounts", &[("account", code), ("on", on), ("q", "")]).await;
    }

    /// Saves these rights, as the page would.
    async fn allow(&self, rights: &[&str]) {
        let page = format!("/app/settings/team/{}", self.jo);
        let body = self.site.ask(Ask::get(&page).by(&self.eva_session)).await.body;
        let (_, rest) = body.split_once("name=\"version\" value=\"").expect("the form is there");
        let version = rest.split('"').next().unwrap().to_owned();
        let mut form = vec![("version", version.as_str())];
        form.extend(rights.iter().map(|right| (*right, "true")));
        self.eva_sends("", &form).await;
    }

    async fn account(&self, code: &str) -> AccountId {
        let cx = self.site.cx();
        let mut conn = cx.db.read().await.unwrap();
        let (id,): (AccountId,) =
            sql!("SELECT id FROM account WHERE firm_id = $1 AND code = $2", cx.firm.id, code)
                .one(&mut conn)
                .await
                .unwrap();
        id
    }

    async fn tell(&self, account: AccountId, act: &'static str) {
        let cx = self.site.cx();
        let c = cx.clone();
        cx.db
            .write(move |tx| {
                Box::pin(async move {
                    let (act, by) = (act.to_owned(), "Eva".to_owned());
                    events::publish(tx, &c, News::Account { account, act, about: None, by }).await?;
                    Ok::<_, AppError>(())
                })
            })
            .await
            .unwrap();
    }

    /// What Jo meets of Acme (A1) and of Bolt (B1), wherever it could show.
    async fn meets(&self) -> (bool, bool) {
        let mut seen = Vec::new();
        for (name, person, code) in [("Acme Ltd", "Anna Acme", "A1"), ("Bolt Ltd", "Bob Bolt", "B1")] {
            let mut places = Vec::new();
            for (path, word) in [
                ("/app/accounts".to_owned(), name),
                (format!("/app/accounts?q={code}"), name),
                (format!("/app/accounts?q={}", &person[..3]), name),
                ("/app/contacts".to_owned(), person),
                (format!("/app/contacts?q={}", &person[..3]), person),
            ] {
                let answer = self.jo_opens(&path).await;
                assert_eq!(answer.status, 200, "{path}");
                // What was searched for is marked in it.
                let marks = ["<!>", "<mark>", "</mark>"].iter();
                let plain = marks.fold(answer.body, |body, mark| body.replace(mark, ""));
                places.push(plain.contains(word));
            }
            for path in [format!("/app/accounts/{code}/info"), format!("/app/accounts/{code}/edit")] {
                let answer = self.jo_opens(&path).await;
                places.push(answer.status == 200);
                assert!(answer.status == 200 || !answer.body.contains(name), "{path}");
            }
            let wanted = format!("q={code}");
            let form = [("wanted", wanted.as_str())];
            let listed = self.site.ask(Ask::post("/api/clients/accounts", &form).by(&self.jo_session)).await;
            places.push(listed.body.contains(name));
            assert!(places.iter().all(|it| *it == places[0]), "{name} here and not there: {places:?}");
            seen.push(places[0]);
        }
        (seen[0], seen[1])
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_searches_counts_and_addresses_hold_what_is_assigned() {
    let story = Story::begin().await;
    assert_eq!(story.meets().await, (false, false));
    story.assign("A1", "true").await;
    assert_eq!(story.meets().await, (true, false));
    story.assign("B1", "true").await;
    story.assign("A1", "false").await;
    assert_eq!(story.meets().await, (false, true));
    story.allow(&["view_all_accounts", "manage_accounts"]).await;
    assert_eq!(story.meets().await, (true, true));
    story.allow(&["manage_accounts"]).await;
    assert_eq!(story.meets().await, (false, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn seeing_all_contacts_shows_people_and_not_their_accounts() {
    let story = Story::begin().await;
    story.allow(&["view_all_contacts", "manage_accounts"]).await;
    let list = story.jo_opens("/app/contacts").await.body;
    assert!(list.contains("Anna Acme") && list.contains("Bob Bolt") && !list.contains("Acme Ltd"));
    let (_, rest) = list.split_once("href=\"/app/contacts/").expect("a link to a contact");
    let path = format!("/app/contacts/{}", rest.split('"').next().unwrap());
    let page = story.jo_opens(&path).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("This contact belongs to accounts you cannot see"));
    assert!(!page.body.contains("Acme Ltd") && !page.body.contains("name=\"version\""), "nothing to change");
    let edit = [("version", "1"), ("name", "Somebody Else"), ("locale", "en")];
    let refused = story.site.ask(Ask::post(&path, &edit).by(&story.jo_session)).await;
    assert!(!refused.status.is_redirection(), "{}", refused.status);
    assert!(!story.jo_opens("/app/contacts").await.body.contains("Somebody Else"));
    assert!(!story.jo_opens("/app/accounts").await.body.contains("Acme Ltd"));
    story.allow(&["manage_accounts"]).await;
    assert!(!story.jo_opens("/app/contacts").await.body.contains("Anna Acme"));
    assert_eq!(story.jo_opens(&path).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_right_that_was_taken_is_gone_with_the_next_click() {
    let story = Story::begin().await;
    story.assign("A1", "true").await;
    let edit = [("version", "1"), ("name", "Acme Renamed"), ("kind", "company")];
    story.allow(&[]).await;
    let path = "/app/accounts/A1/edit";
    let refused = story.site.ask(Ask::post(path, &edit).by(&story.jo_session)).await;
    assert_eq!(refused.status, 403);
    story.allow(&["manage_accounts"]).await;
    let taken = story.site.ask(Ask::post(path, &edit).by(&story.jo_session)).await;
    assert_eq!(taken.status, 303, "{}", taken.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn live_news_tell_of_what_is_assigned_and_a_stream_ends_with_its_rights() {
    let story = Story::begin().await;
    let (a, b) = (story.account("A1").await, story.account("B1").await);
    story.assign("A1", "true").await;
    let mut tab = Tab::open(&story.site, &story.jo_session, "/live", None).await;
    story.allow(&["view_all_accounts"]).await;
    // Told to everybody who listened: whoever opens a stream from here on does not hear it, and is not ended by it.
    tab.hear("rights_changed").await;
    let mut tab = Tab::open(&story.site, &story.jo_session, "/live", None).await;
    story.tell(b, "seen_while_all_are_seen").await;
    tab.hear("seen_while_all_are_seen").await;
    // The stream knew Jo as somebody who sees everything; it must not outlive that.
    story.allow(&[]).await;
    let said = tab.hear("rights_changed").await;
    assert!(!said.contains(r#""team""#), "the team is not an employee's business: {said}");
    story.tell(b, "not_for_jo_any_more").await;
    assert!(!tab.rest().await.contains("not_for_jo"));
    let mut tab = Tab::open(&story.site, &story.jo_session, "/live", None).await;
    story.tell(b, "hidden_from_jo").await;
    story.tell(a, "assigned_to_jo").await;
    assert!(!tab.hear("assigned_to_jo").await.contains("hidden_from_jo"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_is_signed_out_everywhere_and_finds_all_as_it_was() {
    let story = Story::begin().await;
    story.assign("A1", "true").await;
    let phone = story.site.session(story.jo).await;
    let mut tab = Tab::open(&story.site, &phone, "/live", None).await;
    story.eva_sends("/deactivate", &[]).await;
    tab.hear("session_ended").await;
    for session in [&story.jo_session, &phone] {
        let answer = story.site.ask(Ask::get("/app/accounts").by(session)).await;
        assert!(answer.status == 303 && answer.location().starts_with("/login"), "{}", answer.status);
        let asked = Ask::post("/api/clients/accounts", &[("wanted", "")]);
        assert_eq!(story.site.ask(asked.by(session)).await.status, 401);
    }
    story.eva_sends("/reactivate", &[]).await;
    let back = Story { jo_session: story.site.session(story.jo).await, ..story };
    assert_eq!(back.meets().await, (true, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_hears_of_changes_and_employees_do_not() {
    let story = Story::begin().await;
    let mut eva = Tab::open(&story.site, &story.eva_session, "/live", None).await;
    let mut jo = Tab::open(&story.site, &story.jo_session, "/live", None).await;
    story.assign("A1", "true").await;
    let heard = eva.hear(r#""scope":"team""#).await;
    assert!(heard.contains("owner") && heard.contains(&story.jo.to_string()), "who, and about whom: {heard}");
    story.tell(story.account("A1").await, "afterwards").await;
    let heard = jo.hear("afterwards").await;
    assert!(heard.contains("accounts_assigned") && !heard.contains(r#""team""#), "{heard}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_navigation_shows_the_team_to_those_who_run_it() {
    let story = Story::begin().await;
    let link = "href=\"/app/settings/team\"";
    assert!(!story.jo_opens("/app/accounts").await.body.contains(link));
    let page = story.site.ask(Ask::get("/app/settings/team").by(&story.eva_session)).await;
    assert!(page.status == 200 && page.body.contains(link) && page.body.contains("Jo Adler"));
    for path in ["/app/settings/team", "/app/settings/team/invite"] {
        assert_eq!(story.jo_opens(path).await.status, 403, "{path}");
    }
}

const NOTHING_HERE: &str = "This page does not exist, or you do not have access to it.";

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_not_assigned_is_nowhere() {
    let story = Story::begin().await;
    story.assign("A1", "true").await;
    story.assign("O1", "true").await;
    for (path, name) in [("/app/accounts", "Acme Ltd"), ("/app/accounts?tab=archived", "Old Ltd")] {
        let list = story.jo_opens(path).await.body;
        assert_eq!(list.matches("data-testid=\"account-").count(), 1, "{path}");
        assert!(list.contains(name) && !list.contains("Load more"), "{path}");
    }
    // Neither by name, nor by somebody in it, nor by number.
    for text in ["Bolt", "bob", "B1"] {
        let list = story.jo_opens(&format!("/app/accounts?q={text}")).await.body;
        assert!(list.contains(&format!("No accounts match “{text}”.")), "{text}");
    }
    assert!(story.jo_opens("/app/contacts?q=bob").await.body.contains("No contacts match “bob”."));
    for rest in ["B1/info", "B1/edit", "B1/contacts/new", "Q99/info", "nonsense/info"] {
        let answer = story.jo_opens(&format!("/app/accounts/{rest}")).await;
        assert_eq!(answer.status, 404, "{rest}");
        assert!(answer.body.contains(NOTHING_HERE), "{rest}");
        assert!(answer.body.contains("You are signed in as jo@weber.example."), "{rest}");
    }
    // Of somebody in several accounts only the assigned ones are named, in the source of the page as well.
    let link = [("contact", story.stage.contact.to_string()), ("role", String::new())];
    let link = link.each_ref().map(|(name, value)| (*name, value.as_str()));
    let linked = Ask::post("/app/accounts/B1/contacts/link", &link).by(&story.eva_session);
    assert_eq!(story.site.ask(linked).await.status, 303);
    let anna = story.jo_opens("/app/contacts?q=anna").await.body;
    assert!(anna.contains("Acme Ltd (A1)") && !anna.contains("Bolt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_of_accounts_that_are_not_assigned_answer_as_if_there_were_none() {
    let story = Story::begin().await;
    story.allow(&["manage_accounts", "manage_client_security", "assign_teammates"]).await;
    story.assign("B1", "true").await;
    let (setting, person) = (story.stage.setting.to_string(), story.stage.contact.to_string());
    let contact = format!("/app/contacts/{person}");
    let switch = [("setting", setting.as_str()), ("which", "notify"), ("on", "false"), ("version", "1")];
    let row = |code: &str, act: &str| format!("/app/accounts/{code}/info/emails/{setting}/{act}");
    let forms: Vec<(String, Vec<(&str, &str)>)> = vec![
        ("/app/accounts/A1/edit".into(), vec![("version", "1"), ("name", "Mine now"), ("kind", "company")]),
        ("/app/accounts/A1/archive".into(), vec![("version", "1")]),
        ("/app/accounts/A1/info/switch".into(), switch.to_vec()),
        ("/app/accounts/B1/info/switch".into(), switch.to_vec()),
        (row("A1", "login"), vec![("version", "1"), ("how", "quiet")]),
        (row("A1", "invite"), vec![("message", "")]),
        (row("B1", "invite"), vec![("message", "")]),
        (row("A1", "reset-password"), vec![]),
        (row("A1", "change"), vec![("email", "jo@weber.example")]),
        (row("B1", "notifications"), vec![("item", ""), ("on", "false")]),
        (
            "/app/accounts/A1/contacts/new".into(),
            vec![("name", "A"), ("email", "a@a.example"), ("locale", "en")],
        ),
        ("/app/accounts/B1/contacts/link".into(), vec![("contact", &person), ("role", "")]),
        (contact.clone(), vec![("version", "1"), ("name", "Mine now"), ("locale", "en")]),
        (format!("{contact}/emails"), vec![("email", "jo@weber.example")]),
        (format!("{contact}/unlink"), vec![("account", "A1")]),
    ];
    for (path, form) in &forms {
        assert_eq!(story.jo_sends(path, form).await.status, 404, "{path}");
    }
    let page = story.jo_opens(&contact).await;
    assert!(page.status == 404 && page.body.contains(NOTHING_HERE));
    let info = story.site.ask(Ask::get("/app/accounts/A1/info").by(&story.eva_session)).await.body;
    assert!(info.contains("Acme Ltd") && info.contains("Anna Acme") && !info.contains("Mine now"));
    assert_eq!(info.matches("data-testid=\"row-").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_employee_has_no_firm_settings() {
    let story = Story::begin().await;
    assert!(!story.jo_opens("/app/accounts").await.body.contains("Firm settings"));
    for path in ["/app/settings/firm", "/app/settings/firm/look", "/app/settings/firm/hosts"] {
        assert_eq!(story.jo_opens(path).await.status, 403, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_has_no_business_on_the_side_of_the_firm() {
    let Story { site, stage, .. } = Story::begin().await;
    let client = stage.token("client of A");
    for path in [
        "/app/accounts",
        "/app/accounts/new",
        "/app/accounts/A1/info",
        "/app/contacts",
        "/app/settings/security",
    ] {
        let page = site.ask(Ask::get(path).by(client)).await;
        assert_eq!(page.status, 403, "{path}");
        assert!(page.body.contains("Not allowed"), "{path}");
        assert!(page.body.contains("Contact Weber &amp; Partner"), "{path}");
        for other in ["bob@bolt.example", "owner@weber.example", "Bolt Ltd"] {
            assert!(!page.body.contains(other), "{path} shows {other}");
        }
        // Back is where they belong.
        let (before, _) = page.body.split_once(">Back<").expect("a link back");
        let href = before.rsplit("href=\"").next().unwrap().split('"').next().unwrap();
        assert_eq!(lands(&site, client, href).await, "/portal/A1", "{path}: {href}");
    }
    assert_eq!(lands(&site, client, "/app").await, "/portal/A1");
    for path in ["/app/accounts/new", "/app/accounts/A1/info/switch", "/app/contacts/x/emails"] {
        assert_eq!(site.ask(Ask::post(path, &[("name", "A")]).by(client)).await.status, 403, "{path}");
    }
}

/// Where an address leads in the end.
async fn lands(site: &TestSite, token: &str, path: &str) -> String {
    let mut at = path.to_owned();
    for _ in 0..5 {
        let answer = site.ask(Ask::get(&at).by(token)).await;
        if answer.status == 200 {
            return at;
        }
        assert!(answer.status.is_redirection(), "{at}: {}", answer.status);
        at = answer.location().to_owned();
    }
    panic!("{path} leads in circles")
}
