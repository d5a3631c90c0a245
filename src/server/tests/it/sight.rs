//! A canary out of sight: a restricted employee opens every page, asks every function, sends every form and listens to the
//! news while colleagues work on an account that is not theirs, and nowhere is anything said about it (ROLE-3).

use crate::fixtures::{Kind, Stage, stage};
use crate::live::Tab;
use crate::matrix::{arguments, fill};
use crate::site::{Answer, Ask, TestSite};
use kernel::permission::Allowed;
use kernel::{AccountId, AppError, ContactId, SettingId, UserId};
use platform::sql;
use serde_json::Value;
use server::check::{Declared, declared};

const NAME: &str = "Quetzalkanarie GmbH";
const PERSON: &str = "Paula Pinguinkanarie";
const EMAIL: &str = "paula@kanarienvogel.example";
const NAMES: [&str; 3] = ["Quetzalkanarie", "Pinguinkanarie", "kanarienvogel.example"];

/// An account that nobody but its makers may know of, and one that the employee works for.
struct Story {
    site: TestSite,
    chief: String,
    jo: String,
    jo_id: UserId,
    hidden: Objects,
    own: Objects,
}

struct Objects {
    account: AccountId,
    /// As matrices name it.
    stage: Stage,
}

async fn objects(site: &TestSite, code: &str, member: UserId) -> Objects {
    let cx = site.cx();
    let mut conn = cx.db.read().await.unwrap();
    let (account, contact, setting): (AccountId, ContactId, SettingId) = sql!(
        "SELECT a.id, s.contact_id, s.id FROM account a JOIN contact_setting s ON s.account_id = a.id
         WHERE a.firm_id = $1 AND a.code = $2 ORDER BY s.id LIMIT 1",
        cx.firm.id,
        code
    )
    .one(&mut conn)
    .await
    .unwrap();
    let (code, foreign_code) = (code.to_owned(), "Z9".to_owned());
    let stage = Stage {
        actors: Vec::new(),
        account: code,
        account_id: account,
        setting,
        contact,
        member,
        foreign_code,
    };
    Objects { account, stage }
}

impl Story {
    async fn begin() -> Self {
        let site = TestSite::sqlite().await;
        let stage = stage(&site).await;
        let [chief, jo] = [Kind::Chief, Kind::AssignedToB].map(|kind| stage.token_of(kind).to_owned());
        let cx = site.cx();
        let jo_id = access::gate::testing::find_user(&cx, "rb@weber.example").await.unwrap();
        let form =
            [("name", NAME), ("kind", "company"), ("contact", PERSON), ("email", EMAIL), ("locale", "en")];
        let made = site.ask(Ask::post("/app/accounts/new", &form).by(&chief)).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let code = made.location().split('/').nth(3).unwrap().split('?').next().unwrap().to_owned();
        let hidden = objects(&site, &code, stage.member).await;
        let own = objects(&site, "B1", stage.member).await;
        Self { site, chief, jo, jo_id, hidden, own }
    }

    fn path(&self, rest: &str) -> String {
        format!("/app/accounts/{}{rest}", self.hidden.stage.account)
    }

    /// The colleague sends a form, and it is taken.
    async fn chief_sends(&self, path: &str, form: &[(&str, &str)]) {
        let answer = self.site.ask(Ask::post(path, form).by(&self.chief)).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    }

    /// Everything that happens to an account, its contacts and their switches.
    async fn chief_works(&self) {
        let setting = self.hidden.stage.setting.to_string();
        let (contact, of_b) = (self.hidden.stage.contact.to_string(), self.own.stage.contact.to_string());
        let switch = [("setting", &*setting), ("which", "email_sync"), ("on", "true"), ("version", "1")];
        self.chief_sends(&self.path("/info/switch"), &switch).await;
        let login = [("version", "2"), ("how", "invite"), ("message", "")];
        self.chief_sends(&self.path(&format!("/info/emails/{setting}/login")), &login).await;
        let edit = [("version", "1"), ("name", "Quetzalkanarie AG"), ("kind", "company")];
        self.chief_sends(&self.path("/edit"), &edit).await;
        let contact_edit = [("version", "1"), ("name", PERSON), ("locale", "de")];
        self.chief_sends(&format!("/app/contacts/{contact}"), &contact_edit).await;
        // Somebody the employee knows is also somebody there.
        self.chief_sends(
            &self.path("/contacts/link"),
            &[("contact", &of_b), ("role", "Quetzalkanarie chief")],
        )
        .await;
        let member = self.hidden.stage.member.to_string();
        self.chief_sends(&self.path("/team"), &[("member", &member), ("on", "true")]).await;
        self.chief_sends(&self.path("/archive"), &[("version", "2")]).await;
        self.chief_sends(&self.path("/reactivate"), &[("version", "3")]).await;
        let new = [("name", NAME), ("kind", "company")];
        self.chief_sends("/app/accounts/new", &new).await;
        self.site.t.drain_mail().await;
    }

    /// The last thing: something that is the employee's business.
    async fn chief_renames_own(&self) {
        let edit = [("version", "1"), ("name", "Bolt Limited"), ("kind", "company")];
        self.chief_sends("/app/accounts/B1/edit", &edit).await;
    }

    /// What was heard up to the employee's own account, and nothing of it about the hidden one.
    async fn hears_nothing(&self, tab: &mut Tab) {
        let own = format!("account:{}", self.own.account);
        let mut heard = tab.hear(r#""kind":"edited""#).await;
        assert!(heard.contains(&own));
        self.silent("the stream", &heard, true);
        heard.retain(|c| c != '\r');
        let events: Vec<Value> = heard
            .lines()
            .filter_map(|line| serde_json::from_str(line.strip_prefix("data: ")?).ok())
            .collect();
        let mut lists = 0;
        for event in &events {
            let scope = event["scope"].as_str().unwrap();
            if scope == "accounts" {
                lists += 1;
                let said = serde_json::json!(
                    {"scope": "accounts", "kind": "changed", "entity": null, "by": "", "origin": ""}
                );
                assert_eq!(*event, said);
            } else {
                assert!(scope == own || scope == format!("user:{}", self.jo_id), "{event}");
            }
        }
        assert!(lists >= 9, "lists are told to look again: {events:?}");
    }

    /// Nothing of the account out of sight; `ids` also none of its short id and ids, which nobody asked with.
    fn silent(&self, place: &str, body: &str, ids: bool) {
        for name in NAMES {
            assert!(!body.contains(name), "{place} tells {name}");
        }
        if ids {
            let stage = &self.hidden.stage;
            let code = format!("\"{}\"", stage.account);
            let (account, contact, setting) =
                (self.hidden.account.to_string(), stage.contact.to_string(), stage.setting.to_string());
            for id in [code, format!("/{}/", stage.account), account, contact, setting] {
                assert!(!body.contains(&id), "{place} tells {id}");
            }
        }
    }

    async fn ask(&self, one: &Declared, stage: &Stage, search: &str) -> Answer {
        let path = fill(&one.path, stage);
        let mut form = if one.kind == "function" { arguments(stage) } else { Vec::new() };
        for (name, value) in &mut form {
            if ["search", "query", "q"].contains(name) {
                search.clone_into(value);
            } else if *name == "wanted" {
                *value = format!("q={search}");
            }
        }
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let with_query = format!("{path}?q={search}&search={search}");
        let ask = if one.method == "GET" { Ask::get(&with_query) } else { Ask::post(&path, &form) };
        self.site.ask(ask.by(&self.jo)).await
    }
}

/// Whatever the firm's people may open.
fn for_staff() -> Vec<Declared> {
    let staff = |one: &Declared| {
        matches!(
            one.allowed,
            Allowed::Staff | Allowed::StaffWith(_) | Allowed::Admin | Allowed::Owner | Allowed::SignedIn
        ) && !["/logout", "/live"].contains(&one.path.as_str())
    };
    let mut all: Vec<Declared> = declared().into_iter().filter(staff).collect();
    // Forms may change what pages show.
    all.sort_by_key(|one| one.kind == "form");
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_function_or_form_tells_of_an_account_out_of_sight() {
    let story = Story::begin().await;
    story.chief_works().await;
    let mut open = 0;
    for one in for_staff() {
        for search in ["", "quetz", "pingu", "paula"] {
            if !search.is_empty() && one.kind == "form" {
                continue;
            }
            let place = format!("{} {} with {search:?}", one.method, one.path);
            let answer = story.ask(&one, &story.own.stage, search).await;
            assert!(!answer.status.is_server_error(), "{place}: {}", answer.status);
            open += usize::from(answer.status == 200);
            story.silent(&place, &answer.body, true);
            let answer = story.ask(&one, &story.hidden.stage, search).await;
            story.silent(&format!("{place}, of the account"), &answer.body, false);
        }
    }
    assert!(open > 60, "the employee sees a lot: {open}");
    let page = story.site.ask(Ask::get("/app/accounts").by(&story.chief)).await;
    assert!(page.body.contains("Quetzalkanarie"), "whoever sees all sees it");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_news_tell_of_an_account_out_of_sight() {
    let story = Story::begin().await;
    let start = kernel::EventId::at(story.site.t.platform.clock.now()).to_string();
    story.site.t.clock.advance(5 * kernel::Ts::SECOND);
    let mut tab = Tab::open(&story.site, &story.jo, "/live", None).await;
    story.chief_works().await;
    story.chief_renames_own().await;
    story.hears_nothing(&mut tab).await;
    let mut later = Tab::open(&story.site, &story.jo, "/live", Some(&start)).await;
    story.hears_nothing(&mut later).await;
}

/// What another process does to the database, without news.
async fn quietly(site: &TestSite, what: Quietly, user: UserId) {
    let (cx, firm) = (site.cx(), site.t.firm.id);
    cx.write(move |tx| {
        Box::pin(async move {
            match what {
                Quietly::Unassign => {
                    sql!("DELETE FROM account_assignment WHERE firm_id = $1 AND user_id = $2", firm, user)
                }
                Quietly::Allow(rights) => sql!(
                    "UPDATE staff_member SET rights = $3 WHERE firm_id = $1 AND user_id = $2",
                    firm,
                    user,
                    rights
                ),
                Quietly::Deactivate => sql!(
                    "UPDATE staff_member SET deactivated_at = 1 WHERE firm_id = $1 AND user_id = $2",
                    firm,
                    user
                ),
            }
            .run(tx)
            .await?;
            Ok::<_, AppError>(())
        })
    })
    .await
    .unwrap();
}

#[derive(Clone, Copy)]
enum Quietly {
    Unassign,
    Allow(&'static str),
    Deactivate,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_is_measured_by_the_rights_of_the_moment() {
    for (before, after) in [
        (None, Quietly::Unassign),
        (None, Quietly::Deactivate),
        (Some(Quietly::Allow("view_all_accounts")), Quietly::Allow("manage_accounts")),
        (Some(Quietly::Allow("view_all_accounts")), Quietly::Deactivate),
    ] {
        let story = Story::begin().await;
        if let Some(before) = before {
            quietly(&story.site, before, story.jo_id).await;
            quietly(&story.site, Quietly::Unassign, story.jo_id).await;
        }
        let mut tab = Tab::open(&story.site, &story.jo, "/live", None).await;
        let rename = |name: &'static str, version: &'static str| {
            let edit = [("version", version), ("name", name), ("kind", "company")];
            let story = &story;
            async move { story.chief_sends("/app/accounts/B1/edit", &edit).await }
        };
        rename("Bolt One", "1").await;
        tab.hear("edited").await;
        quietly(&story.site, after, story.jo_id).await;
        rename("Bolt Two", "2").await;
        // What concerns the person is the next thing they hear.
        let c = story.site.cx();
        let news = kernel::live::News::User {
            user: story.jo_id,
            act: kernel::live::UserAct::Profile,
            by: "nobody else".to_owned(),
        };
        let told = c.clone();
        c.write(move |tx| Box::pin(async move { Ok(platform::events::publish(tx, &told, news).await?) }))
            .await
            .unwrap();
        let heard = tab.hear("nobody else").await;
        assert!(!heard.contains("account:"), "{heard}");
    }
}
