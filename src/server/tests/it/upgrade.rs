//! Installations of earlier versions go on with this one: pages say what they said, links and codes that are under way
//! work, and what had ended has ended. `upgrade/of_*/README.md` says how one was kept.

mod acts;
mod browser;
mod facts;
mod fixture;
mod reading;

use crate::site::TestSite;
use browser::Browser;
use fixture::{Fixture, Page};
use platform::sql;
use platform::testing::On;

/// The demo firm of version 1c5529b, after a week of work.
const OF_1C5529B: Fixture = Fixture {
    sqlite: include_str!("upgrade/of_1c5529b/sqlite.sql"),
    postgres: include_str!("upgrade/of_1c5529b/postgres.sql"),
    held: include_str!("upgrade/of_1c5529b/held.txt"),
    pages: include_str!("upgrade/of_1c5529b/pages.txt"),
};

/// What this version shows otherwise on purpose.
struct Difference {
    why: &'static str,
    is: fn(page: &str, fact: &str) -> bool,
}

const SINCE_1C5529B: [Difference; 2] = [
    Difference {
        why: "notifications are offered for what exists; stored choices are kept",
        is: |page, fact| {
            page.ends_with("/notifications")
                && (fact.starts_with('[') || ["Siobhán O'Brien", "18 Feb 2026"].contains(&fact))
        },
    },
    Difference {
        why: "a client's home names each other account once",
        is: |page, fact| {
            page.starts_with("/portal/") && page.matches('/').count() == 2 && !fact.contains('@')
        },
    },
];

/// The names that are in the database.
async fn names(site: &TestSite) -> Vec<String> {
    let firm = site.cx().firm.id;
    let mut conn = site.t.platform.db.read().await.unwrap();
    let found: Vec<(String,)> = sql!(
        "SELECT name FROM account WHERE firm_id = $1 UNION SELECT name FROM contact WHERE firm_id = $1
         UNION SELECT name FROM portal_user WHERE firm_id = $1 UNION SELECT role_text FROM account_contact WHERE firm_id = $1",
        firm
    )
    .all(&mut conn)
    .await
    .unwrap();
    found.into_iter().map(|(name,)| name).filter(|name| name.chars().count() > 1).collect()
}

/// The lines of this page now.
async fn shown(site: &TestSite, fixture: &Fixture, page: &Page, is_first: bool) -> Vec<String> {
    let mut browser = Browser::default();
    let is_link = page.who == "link";
    let mut lines = Vec::new();
    if is_link {
        let words: Vec<&str> = page.path.split(' ').collect();
        browser.open(site, fixture.link(words[0], words[1], words[2]).path).await;
    } else {
        if page.who != "nobody" {
            browser = fixture.person(page.who).browser;
        }
        browser.open(site, page.path).await;
        if browser.at != page.path {
            lines.push(format!("--> {}", browser.at));
        }
    }
    if is_link || browser.status != 200 {
        lines.push(format!("--- {}", browser.status));
    }
    let read = if is_first && !is_link { &browser.body } else { browser.main() };
    lines.extend(reading::lines(read));
    lines
}

async fn pages_say_what_they_said(site: &TestSite, fixture: &Fixture, since: &[Difference]) {
    let mut finder = facts::Finder::new(names(site).await);
    let (mut lost, mut met, mut before) = (Vec::new(), vec![false; since.len()], "");
    for page in fixture.pages() {
        let lines = shown(site, fixture, &page, page.who != before).await;
        before = page.who;
        let now = finder.find(lines.iter().map(String::as_str));
        for fact in facts::lost(&finder.find(page.lines.iter().copied()), &now) {
            match since.iter().position(|it| (it.is)(page.path, &fact)) {
                Some(at) => met[at] = true,
                None => lost.push(format!("{} {}: {fact}", page.who, page.path)),
            }
        }
    }
    assert!(lost.is_empty(), "no longer said: {lost:#?}");
    let never: Vec<&str> = since.iter().zip(met).filter(|(_, met)| !met).map(|(it, _)| it.why).collect();
    assert!(never.is_empty(), "no difference: {never:?}");
}

async fn the_demo_firm_goes_on(on: On) {
    let fixture = &OF_1C5529B;
    let Some(site) = fixture.upgraded(on).await else { return };
    pages_say_what_they_said(&site, fixture, &SINCE_1C5529B).await;
    acts::what_ended_has_ended(&site, fixture).await;
    acts::open_codes_count(&site, fixture).await;
    acts::open_links_do_what_they_say_once(&site, fixture).await;
    acts::the_worker_goes_on(&site).await;
    acts::known_browsers_are_known(&site, fixture).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_firm_of_1c5529b_goes_on_with_sqlite() {
    the_demo_firm_goes_on(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_firm_of_1c5529b_goes_on_with_postgresql() {
    the_demo_firm_goes_on(On::Postgres).await;
}
