//! What a page may cost: statements, and bytes on the wire. Every page there is has a line, also the ones that come.

use crate::fixtures::{self, Kind, Stage};
use crate::matrix::fill;
use crate::site::{Ask, TestSite};
use app::PAGES;
use kernel::permission::Allowed;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Statements of a page, its session included.
const STATEMENTS: u64 = 3;

/// Pages that may take more, each with the reason.
const MORE: &[(&str, u64, &str)] = &[
    ("/setup/{token}", 4, "opened once in the life of an installation, and the firm is looked for first"),
    ("/app/settings/team/{member}", 4, "a person, what they may, and whom they look after; seldom opened"),
];

/// Bytes of a page's HTML, plain and compressed. A page may become a tenth larger before somebody has to look.
const BYTES: &[(&str, usize, usize)] = &[
    ("/login", 6610, 2879),
    ("/login/code", 3631, 1882),
    ("/login/closed", 5812, 2577),
    ("/password/forgot", 6177, 2758),
    ("/password/reset", 6080, 2724),
    ("/invite", 6099, 2719),
    ("/join", 6091, 2719),
    ("/sign-in-link", 4350, 1787),
    ("/setup/{token}", 6340, 2645),
    ("/help", 6067, 2156),
    ("/help/{topic}", 5246, 2227),
    ("/address-change", 4356, 1789),
    ("/address-undo", 4350, 1784),
    ("/account/address", 10982, 4475),
    ("/choose-account", 9767, 4288),
    ("/choose-side", 9761, 4284),
    ("/portal", 9751, 4280),
    ("/portal/{account}", 17502, 6180),
    ("/portal/{account}/settings/notifications", 18779, 6379),
    ("/portal/{account}/settings/profile", 58444, 14564),
    ("/portal/{account}/settings/security", 20209, 6968),
    ("/portal/{account}/settings/people", 17372, 6135),
    ("/app/accounts", 23491, 7150),
    ("/app/accounts/new", 17942, 6291),
    ("/app/accounts/invite", 15826, 5589),
    ("/app/accounts/{code}/edit", 17451, 6230),
    ("/app/accounts/{code}/info", 23618, 7206),
    ("/app/accounts/{code}/team", 19682, 6654),
    ("/app/accounts/{code}/contacts/new", 19452, 6512),
    ("/app/accounts/{code}/info/emails/{setting}/login", 25169, 7469),
    ("/app/accounts/{code}/info/emails/{setting}/invite", 24497, 7332),
    ("/app/accounts/{code}/info/emails/{setting}/reset-password", 24946, 7422),
    ("/app/accounts/{code}/info/emails/{setting}/notifications", 19632, 6504),
    ("/app/accounts/{code}/info/emails/{setting}/history", 19833, 4886),
    ("/app/accounts/{code}/info/emails/{setting}/change", 25470, 7679),
    ("/app/accounts/{code}/info/emails/{setting}/keep", 24483, 7344),
    ("/app/contacts", 18090, 6199),
    ("/app/contacts/{id}", 19670, 6697),
    ("/app/help/clients", 27859, 7735),
    ("/app/settings/profile", 58203, 14455),
    ("/app/settings/notifications", 18919, 6432),
    ("/app/settings/security", 21626, 7024),
    ("/app/settings/firm", 63140, 15488),
    ("/app/settings/firm/look", 19012, 6511),
    ("/app/settings/firm/hosts", 17638, 6225),
    ("/app/settings/firm/hosts/main", 16283, 5699),
    ("/app/settings/team", 32196, 7309),
    ("/app/settings/team/invite", 20025, 6815),
    ("/app/settings/team/{member}", 23420, 7645),
    // Not there outside the demo.
    ("/dev/area", 9800, 4300),
    ("/dev/area/second", 9800, 4300),
];

/// Whoever a page is made for.
fn visitor(stage: &Stage, allowed: Allowed) -> Option<&str> {
    let kind = match allowed {
        Allowed::Public => return None,
        Allowed::SignedIn | Allowed::Client => Kind::ClientOfA,
        _ => Kind::Chief,
    };
    Some(stage.token_of(kind))
}

struct Cost {
    path: &'static str,
    status: u16,
    statements: u64,
    plain: usize,
    packed: usize,
}

async fn cost(site: &TestSite, stage: &Stage, path: &'static str, allowed: Allowed) -> Cost {
    let filled = fill(path, stage);
    let ask = |accept: &'static str| {
        let ask = Ask::get(&filled).with("accept-encoding", accept).with("sec-fetch-site", "same-origin");
        match visitor(stage, allowed) {
            Some(token) => ask.by(token),
            None => ask,
        }
    };
    // The first visit may write down that the session was used, and fills what is kept.
    site.ask(ask("identity")).await;
    let before = site.t.platform.db.statements();
    let answer = site.ask(ask("identity")).await;
    let statements = site.t.platform.db.statements() - before;
    let packed = site.open(ask("zstd")).await;
    let packed = axum::body::to_bytes(packed.into_body(), 10_000_000).await.unwrap().len();
    Cost { path, status: answer.status.as_u16(), statements, plain: answer.body.len(), packed }
}

fn may_be(recorded: usize) -> usize {
    recorded + recorded / 10
}

/// What is wrong with these costs.
fn judge(costs: &[Cost], more: &[(&str, u64, &str)], bytes: &[(&str, usize, usize)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for cost in costs {
        let path = cost.path;
        match more.iter().find(|(known, ..)| *known == path) {
            Some((_, most, _)) if cost.statements > *most => {
                wrong.push(format!("{path} takes {} statements, its exception {most}", cost.statements));
            }
            Some(_) if cost.statements <= STATEMENTS => {
                wrong.push(format!("{path} needs no exception any more"));
            }
            None if cost.statements > STATEMENTS => {
                wrong.push(format!("{path} takes {} statements", cost.statements));
            }
            _ => {}
        }
        match bytes.iter().find(|(known, ..)| *known == path) {
            None => wrong.push(format!("{path} has no line in BYTES")),
            Some((_, plain, packed)) => {
                if cost.plain > may_be(*plain) || cost.packed > may_be(*packed) {
                    wrong.push(format!(
                        "{path} has {} bytes, {} compressed; it had {plain} and {packed}",
                        cost.plain, cost.packed
                    ));
                }
            }
        }
    }
    let known = more.iter().map(|(path, ..)| path).chain(bytes.iter().map(|(path, ..)| path));
    let gone = known.filter(|path| costs.iter().all(|cost| cost.path != **path));
    wrong.extend(gone.map(|path| format!("{path} is no page")));
    wrong
}

/// The table anew.
fn table(costs: &[Cost]) -> String {
    let mut text = String::new();
    for Cost { path, plain, packed, status, statements } in costs {
        let _ = writeln!(text, "    ({path:?}, {plain}, {packed}), // {status}, {statements} statements");
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_keeps_to_its_statements_and_bytes() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let mut costs = Vec::new();
    for page in PAGES {
        costs.push(cost(&site, &stage, page.path, page.allowed).await);
    }
    let wrong = judge(&costs, MORE, BYTES);
    assert!(wrong.is_empty(), "{}\n\nAll as it is now:\n{}", wrong.join("\n"), table(&costs));
}

/// What is asked within something that is drawn again when an answer came is asked twice, whenever the answer was late.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_asks_the_same_every_time() {
    let site = TestSite::sqlite().await;
    let stage = fixtures::stage(&site).await;
    let mut differing = Vec::new();
    for page in PAGES {
        let mut seen = BTreeSet::new();
        for _ in 0..6 {
            let cost = cost(&site, &stage, page.path, page.allowed).await;
            seen.insert(cost.statements);
        }
        if seen.len() > 1 {
            differing.push(format!("{}: {seen:?} statements", page.path));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn a_page_that_grew_is_found() {
    let cost = |statements, plain, packed| Cost { path: "/a", status: 200, statements, plain, packed };
    let bytes = [("/a", 1000, 100)];
    let wrong = |cost: Cost, more: &[(&str, u64, &str)]| judge(&[cost], more, &bytes).len();
    assert_eq!(wrong(cost(3, 1100, 110), &[]), 0);
    assert_eq!(wrong(cost(4, 1000, 100), &[]), 1, "a statement more");
    assert_eq!(wrong(cost(4, 1000, 100), &[("/a", 4, "")]), 0);
    assert_eq!(wrong(cost(5, 1000, 100), &[("/a", 4, "")]), 1, "more than its exception");
    assert_eq!(wrong(cost(3, 1000, 100), &[("/a", 4, "")]), 1, "an exception without need");
    assert_eq!(wrong(cost(3, 1101, 100), &[]), 1, "too long");
    assert_eq!(wrong(cost(3, 1000, 111), &[]), 1, "too long when compressed");
    assert_eq!(judge(&[cost(3, 1, 1)], &[], &[]).len(), 1, "a page without a line");
    assert_eq!(judge(&[], &[], &bytes).len(), 1, "a line without a page");
}
