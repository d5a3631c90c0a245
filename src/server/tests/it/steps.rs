//! What a page makes the database do does not grow with the firm: steps of SQLite's virtual machine, counted at a thousand
//! accounts and at twenty thousand, so that no clock is needed.

use crate::site::{Answer, Ask, TestSite};
use kernel::{AccountId, ContactId, SettingId, UserId};
use lists::Cursor;
use platform::Cx;
use platform::db::{Conn, Row, Stmt};
use platform::sql;
use platform::testing::{On, TestPlatform};

const SMALL: usize = 1_000;
const LARGE: usize = 20_000;
/// How much more a page may cost in the larger firm: other rows have other people.
const MOST: f64 = 1.3;
/// And as many steps more, for what costs nearly nothing.
const SLACK: f64 = 200.0;
/// What finds more than is shown looks at the best of it only. The smaller firm does not have so many.
const MANY_HITS: &[&str] = &["?q=m", "?q=gmbh", "?q=7"];
const MOST_OF_MANY: f64 = 2.5;
/// Of the people that the demo invents one in forty is invited, and one in forty was too long ago: some 33 accounts of the
/// smaller firm, which do not fill a part, and some 660 of the larger, of which a part shows 50.
const HALF_A_PART: &[&str] = &["?access=invited", "?access=expired"];
const MOST_OF_A_PART: f64 = 1.8;

/// The demo's firm in some size.
struct Firm {
    site: TestSite,
    cx: Cx,
    owner: String,
    /// Sees assigned accounts only.
    restricted: String,
    client: String,
    /// Of an account written down by hand, so that it is the same in both.
    code: String,
    contact: ContactId,
    setting: SettingId,
    deep_account: String,
    deep_contact: String,
}

impl Firm {
    async fn of(accounts: usize) -> Self {
        let t = TestPlatform::new(On::Sqlite).await.unwrap();
        let own = t.firm.id;
        let emptied = t.platform.db.write(move |tx| {
            Box::pin(async move {
                sql!("DELETE FROM firm_host WHERE firm_id = $1", own).run(tx).await?;
                sql!("DELETE FROM host_claim WHERE firm_id = $1", own).run(tx).await?;
                Ok(sql!("DELETE FROM firm WHERE id = $1", own).run(tx).await?)
            })
        });
        assert_eq!(emptied.await, Ok(1));
        server::demo::seed(&t.platform, accounts).await.unwrap();
        t.platform.db.count_steps(true);
        let (config, now) = (t.platform.config.clone(), t.platform.clock.now());
        let firm = t.platform.firms.by_host(&t.platform.db, &config, "portal.weber.example", now).await;
        let cx = t.cx_of(&firm.unwrap().unwrap());
        let site = TestSite::standing_on(t);
        let user = async |email: &'static str| {
            let (id,): (UserId,) =
                one(&cx, sql!("SELECT id FROM portal_user WHERE email_norm = $1", email)).await;
            access::gate::testing::session(&cx, id).await
        };
        let (owner, restricted) = (user("eva@weber.example").await, user("jo@weber.example").await);
        let client = user("anna@mueller.example").await;
        let (code, contact, setting): (String, ContactId, SettingId) = one(
            &cx,
            sql!(
                "SELECT a.code, s.contact_id, s.id FROM contact_email e JOIN contact_setting s ON s.email_id = e.id
                 JOIN account a ON a.id = s.account_id WHERE e.email_norm = $1 AND s.login ORDER BY a.code LIMIT 1",
                "anna@mueller.example"
            ),
        )
        .await;
        let account: (AccountId, String) = one(
            &cx,
            sql!("SELECT id, sort_key FROM account WHERE archived_at IS NULL ORDER BY sort_key, id LIMIT 1 OFFSET $1", middle(accounts)),
        )
        .await;
        let person: (ContactId, String) = one(
            &cx,
            sql!(
                "SELECT id, sort_key FROM contact ORDER BY sort_key, id LIMIT 1 OFFSET $1",
                middle(accounts)
            ),
        )
        .await;
        let deep_account = Cursor::at(account.1, account.0.0).to_text();
        let deep_contact = Cursor::at(person.1, person.0.0).to_text();
        Self { site, cx, owner, restricted, client, code, contact, setting, deep_account, deep_contact }
    }

    /// Every page that is held to this, by whom.
    fn pages(&self) -> Vec<(&str, String)> {
        let (owner, restricted, client) = (&self.owner, &self.restricted, &self.client);
        let (account, portal) = (format!("/app/accounts/{}", self.code), format!("/portal/{}", self.code));
        let after = |list: &str, cursor: &str| {
            let query = form_urlencoded::Serializer::new(String::new()).append_pair("after", cursor).finish();
            format!("{list}?{query}")
        };
        let mut pages = vec![
            (owner, "/app/accounts".to_owned()),
            (owner, after("/app/accounts", &self.deep_account)),
            (owner, "/app/accounts?archived=1".to_owned()),
            (owner, format!("{account}/info")),
            (owner, format!("{account}/team")),
            (owner, format!("{account}/info/emails/{}/login", self.setting)),
            (owner, format!("{account}/info/emails/{}/notifications", self.setting)),
            (owner, "/app/contacts".to_owned()),
            (owner, after("/app/contacts", &self.deep_contact)),
            (owner, format!("/app/contacts/{}", self.contact)),
            (owner, "/app/settings/team".to_owned()),
            (owner, "/app/settings/security".to_owned()),
            (restricted, "/app/accounts".to_owned()),
            (restricted, "/app/accounts?q=gmbh".to_owned()),
            (restricted, "/app/contacts".to_owned()),
        ];
        for state in ["active", "invited", "not_delivered", "expired", "no_access"] {
            pages.push((owner, format!("/app/accounts?access={state}")));
        }
        pages.push((owner, format!("{account}/info/emails/{}/history", self.setting)));
        for searched in ["sato", "xqzv", "m", "gmbh", "m%C3%BCller", "7", "anna%40mueller.example"] {
            pages.push((owner, format!("/app/accounts?q={searched}")));
            pages.push((owner, format!("/app/contacts?q={searched}")));
        }
        for part in
            ["", "/settings/notifications", "/settings/profile", "/settings/security", "/settings/people"]
        {
            pages.push((client, format!("{portal}{part}")));
        }
        pages.into_iter().map(|(token, path)| (token.as_str(), path)).collect()
    }

    /// What most visits take: on the first one statements are prepared.
    async fn steps(&self, token: &str, path: &str) -> u64 {
        let mut taken = [0; 3];
        for steps in &mut taken {
            let before = self.site.t.platform.db.steps();
            let answer = self.site.ask(Ask::get(path).by(token)).await;
            assert_eq!(answer.status, 200, "{path}: {}", answer.location());
            *steps = self.site.t.platform.db.steps() - before;
        }
        taken.sort_unstable();
        taken[1]
    }

    /// What a switch reads, there and back.
    async fn steps_of_a_switch(&self) -> u64 {
        let mut taken = [0; 3];
        for (round, steps) in taken.iter_mut().enumerate() {
            let version: (i64,) =
                one(&self.cx, sql!("SELECT version FROM contact_setting WHERE id = $1", self.setting)).await;
            let before = self.site.t.platform.db.steps();
            let answer = self.switch(version.0, round % 2 == 1).await;
            assert_eq!(answer.status, 303);
            assert!(!answer.location().contains("off="), "{}", answer.location());
            *steps = self.site.t.platform.db.steps() - before;
        }
        taken.sort_unstable();
        taken[1]
    }

    async fn switch(&self, version: i64, on: bool) -> Answer {
        let path = format!("/app/accounts/{}/info/switch", self.code);
        let (setting, version, on) = (self.setting.to_string(), version.to_string(), on.to_string());
        let form = [
            ("setting", setting.as_str()),
            ("which", "email_sync"),
            ("on", on.as_str()),
            ("version", version.as_str()),
            ("confirmed", "true"),
        ];
        self.site.ask(Ask::post(&path, &form).by(&self.owner)).await
    }
}

fn middle(accounts: usize) -> i64 {
    i64::try_from(accounts / 2).unwrap()
}

async fn one<T: Row>(cx: &Cx, what: Stmt) -> T {
    let mut conn = cx.db.read().await.unwrap();
    what.one(&mut conn).await.unwrap()
}

/// What a page costs in the smaller and the larger firm.
struct Cost {
    page: String,
    small: u64,
    large: u64,
}

impl Cost {
    fn grows(&self) -> bool {
        let is_of = |queries: &[&str]| queries.iter().any(|query| self.page.ends_with(query));
        let most = if is_of(MANY_HITS) {
            MOST_OF_MANY
        } else if is_of(HALF_A_PART) {
            MOST_OF_A_PART
        } else {
            MOST
        };
        let count = |steps: u64| f64::from(u32::try_from(steps).unwrap());
        count(self.large) > count(self.small) * most + SLACK
    }
}

fn judge(costs: &[Cost]) -> Vec<String> {
    let growing = costs.iter().filter(|cost| cost.grows());
    growing.map(|cost| format!("{}: {} steps, then {}", cost.page, cost.small, cost.large)).collect()
}

/// A statement as none of ours is: planted, so that the gate is seen failing.
async fn planted(conn: &mut Conn) {
    let _: (i64,) = sql!("SELECT COUNT(*) FROM account WHERE name = 'nobody'").one(conn).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_takes_as_many_steps_in_a_firm_twenty_times_as_large() {
    let (small, large) = tokio::join!(Firm::of(SMALL), Firm::of(LARGE));
    let mut costs = Vec::new();
    for ((token, path), (large_token, large_path)) in small.pages().into_iter().zip(large.pages()) {
        let (few, many) = (small.steps(token, &path).await, large.steps(large_token, &large_path).await);
        assert!(few > 0, "{path} asks nothing");
        costs.push(Cost { page: path, small: few, large: many });
    }
    costs.push(Cost {
        page: "a switch".to_owned(),
        small: small.steps_of_a_switch().await,
        large: large.steps_of_a_switch().await,
    });
    let growing = judge(&costs);
    let all: Vec<String> =
        costs.iter().map(|cost| format!("{} {} {}", cost.page, cost.small, cost.large)).collect();
    assert!(growing.is_empty(), "grows:\n{}\nof:\n{}", growing.join("\n"), all.join("\n"));

    let mut counted = Vec::new();
    for firm in [&small, &large] {
        let mut conn = firm.site.t.platform.db.read().await.unwrap();
        let before = firm.site.t.platform.db.steps();
        planted(&mut conn).await;
        counted.push(firm.site.t.platform.db.steps() - before);
    }
    let cost = Cost { page: "planted".to_owned(), small: counted[0], large: counted[1] };
    assert_eq!(judge(&[cost]).len(), 1, "{counted:?}");
}
