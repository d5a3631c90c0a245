//! Links in mails, of every kind: the token never stays in an address, a log or a page; links live side by side in a browser,
//! and what is none of ours looks all the same (SEC-16, SEC-20, SEC-21).

mod logged;

use crate::fixtures;
use crate::site::{Answer, Ask, TestSite};
use access::links::{MOST_HELD, testing::name};
use http::{Method, StatusCode, header};
use kernel::Ts;

const GOOD: &str = "eine Wiese mit 7 Ziegen";
const OTHER: &str = "Neun Kraniche im Nebel";
/// Every kind: its page, its cookie, the server function that its page asks, and a form on it.
const KINDS: [(&str, &str, &str, &str); 4] = [
    ("/invite", "__Host-invitation_link", "/api/access/invitation", "/invite"),
    ("/join", "__Host-join_link", "/api/access/join", "/join"),
    ("/password/reset", "__Host-reset_link", "/api/password/reset-state", "/password/reset"),
    ("/address-change", "__Host-stop_link", "/api/clients/address-change", "/address-change"),
];

pub struct Scene {
    pub site: TestSite,
    owner: String,
    setting: String,
    /// The paths of one link of each kind, in the order of [`KINDS`].
    pub links: Vec<String>,
}

fn token(link: &str) -> &str {
    link.rsplit('/').next().unwrap()
}

/// The request of a browser that holds what these answers gave it.
fn holding<'a>(ask: Ask<'a>, opened: &[Answer]) -> Ask<'a> {
    opened.iter().fold(ask, Ask::after)
}

/// The address of the page of this link.
fn page_of(page: &str, link: &str) -> String {
    format!("{page}?link={}", name(token(link)))
}

impl Scene {
    /// Anna's address is being replaced, which mails two links; a colleague is invited; Bob has forgotten his password.
    pub async fn begin() -> Self {
        let site = TestSite::sqlite().await;
        let stage = fixtures::stage(&site).await;
        let owner = stage.token("owner").to_owned();
        let setting = stage.setting.to_string();
        let mut scene = Self { site, owner, setting, links: Vec::new() };
        let change = format!("/app/accounts/A1/info/emails/{}/change", scene.setting);
        scene.owner_sends(&change, &[("email", "anna@neu.example")]).await;
        scene.invites_colleague("ina@klein.example").await;
        scene.forgets("bob@bolt.example").await;
        scene.links = vec![
            scene.mailed("anna@neu.example", "/invite/"),
            scene.mailed("ina@klein.example", "/join/"),
            scene.mailed("bob@bolt.example", "/password/reset/"),
            scene.mailed("anna@acme.example", "/address-change/"),
        ];
        scene
    }

    async fn owner_sends(&self, path: &str, form: &[(&str, &str)]) {
        let answer = self.site.ask(Ask::post(path, form).by(&self.owner)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.body);
        self.site.t.drain_mail().await;
    }

    async fn invites_colleague(&self, email: &str) {
        let form = [("name", "Ina Klein"), ("email", email), ("role", "employee"), ("locale", "en")];
        self.owner_sends("/app/settings/team/invite", &form).await;
    }

    async fn forgets(&self, email: &str) {
        let asked = self.site.ask(Ask::post("/password/forgot", &[("email", email)])).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        platform::work::run_due(&self.site.t.platform).await.unwrap();
        self.site.t.drain_mail().await;
    }

    /// The path of the newest link of this kind in this mailbox.
    fn mailed(&self, to: &str, kind: &str) -> String {
        let mails = self.site.t.mail.sent_to(to);
        let texts = mails.iter().rev().map(|mail| mail.rendered.text.clone());
        let mut links = texts.filter_map(|text| {
            let (_, rest) = text.split_once("https://portal.weber.example")?;
            let link = rest.split_whitespace().next()?.to_owned();
            link.starts_with(kind).then_some(link)
        });
        links.next().unwrap_or_else(|| panic!("no {kind} for {to}"))
    }

    fn kinds(
        &self,
    ) -> impl Iterator<Item = (&String, (&'static str, &'static str, &'static str, &'static str))> {
        self.links.iter().zip(KINDS)
    }
}

fn has(answer: &Answer, words: &[&str]) {
    for word in words {
        assert!(answer.body.contains(word), "{word:?} is missing in\n{}", answer.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_moves_the_token_into_a_cookie_of_its_kind_and_changes_nothing() {
    let scene = Scene::begin().await;
    for (link, (page, cookie, _, _)) in scene.kinds() {
        for method in [Method::HEAD, Method::GET, Method::GET, Method::HEAD, Method::GET] {
            let opened = scene.site.ask(Ask { method, ..Ask::get(link) }).await;
            assert_eq!((opened.status, opened.location()), (StatusCode::SEE_OTHER, &*page_of(page, link)));
            let line = opened.headers[header::SET_COOKIE].to_str().unwrap();
            let (pair, attributes) = line.split_once("; ").unwrap();
            assert_eq!(attributes, "Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=3600");
            let now = scene.site.cx().now().0 / Ts::SECOND;
            assert_eq!(pair, format!("{cookie}-{}={}.{now}", name(token(link)), token(link)));
            assert_eq!(opened.headers[header::CACHE_CONTROL], "no-store");
            assert_eq!(opened.headers[header::REFERRER_POLICY], "same-origin");
            assert!(!opened.body.contains(token(link)));
        }
        let (opened, shown) = scene.site.follow(link).await;
        assert_eq!(shown.status, StatusCode::OK, "{page} is still open");
        assert_eq!(shown.headers[header::CACHE_CONTROL], "no-store");
        assert!(!shown.body.contains(token(link)), "{page} holds its token");
        let head =
            scene.site.ask(Ask { method: Method::HEAD, ..Ask::get(opened.location()) }.after(&opened)).await;
        assert_eq!(head.status, StatusCode::OK);
        // The address in the mail takes no form.
        let posted = scene.site.ask(Ask::post(link, &[("password", GOOD)])).await;
        assert_eq!(posted.status, StatusCode::METHOD_NOT_ALLOWED);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_awake_page_asks_by_the_cookie_too() {
    let scene = Scene::begin().await;
    for (link, (page, _, function, _)) in scene.kinds() {
        let (opened, shown) = scene.site.follow(link).await;
        let name = shown.field("link").unwrap_or_else(|| panic!("{page} has no form"));
        assert_eq!(opened.location(), page_of(page, link));
        // By its name, and without one by what was opened last.
        for form in [&[("link", name)][..], &[]] {
            let asked = scene.site.ask(Ask::post(function, form).after(&opened)).await;
            assert_eq!(asked.status, StatusCode::OK, "{function}: {}", asked.body);
            assert!(asked.body.contains(name) && asked.body.contains("Open"), "{}", asked.body);
            assert!(!asked.body.contains(token(link)));
        }
        let other = Ask::post(function, &[("link", "0123456789abcdef")]).after(&opened);
        assert_eq!(scene.site.ask(other).await.body, "null", "{function}: a name that is not held");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_cookie_every_page_says_how_to_go_on() {
    let scene = Scene::begin().await;
    for (page, _, function, form) in KINDS {
        for (lang, words) in [
            ("en", "Please open the link in the e-mail again"),
            ("de", "Bitte öffnen Sie den Link in der E-Mail noch einmal"),
            ("ja", "メールのリンクをもう一度開いてください"),
        ] {
            let shown = scene.site.ask(Ask::get(page).with("accept-language", lang)).await;
            assert_eq!(shown.status, StatusCode::OK, "{page}");
            has(&shown, &[words, "href=\"/login\""]);
        }
        let wanted = if page == "/password/reset" { "/password/forgot" } else { "mailto:kanzlei@" };
        has(&scene.site.get(page).await, &[wanted]);
        let posted = scene.site.ask(Ask::post(form, &[("password", GOOD)])).await;
        assert_eq!((posted.status, posted.location()), (StatusCode::SEE_OTHER, page));
        let asked = scene.site.ask(Ask::post(function, &[])).await;
        assert_eq!((asked.status, asked.body.as_str()), (StatusCode::OK, "null"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_none_of_ours_looks_all_the_same() {
    let scene = Scene::begin().await;
    let used = scene.links[3].clone();
    assert_eq!(scene.site.use_link(&used, "/address-change", &[]).await.status, StatusCode::SEE_OTHER);
    // The nonce differs from page to page, and the name is that of what the browser opened itself.
    let bare = |answer: &Answer, wrong: &str| {
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        answer.body.replace(&nonce, "NONCE").replace(&name(&wrong[..43]), "NAME")
    };
    for (page, ..) in KINDS {
        let mut faces = Vec::new();
        let mut tokens = vec!["x".repeat(43), "x".repeat(2_000)];
        tokens.extend(
            KINDS
                .iter()
                .zip(&scene.links)
                .filter(|(kind, _)| kind.0 != page)
                .map(|it| token(it.1).to_owned()),
        );
        for wrong in tokens {
            let (_, shown) = scene.site.follow(&format!("{page}/{wrong}")).await;
            assert_eq!(shown.status, StatusCode::NOT_FOUND, "{page}/{wrong}");
            faces.push(bare(&shown, &wrong));
        }
        faces.dedup();
        assert_eq!(faces.len(), 1, "{page}");
        assert!(faces[0].contains("Page not found"));
        scene.site.t.clock.advance(20 * Ts::MINUTE); // or it is too many
    }
    for (link, (page, ..)) in scene.kinds() {
        let elsewhere = |path| Ask { host: "portal.other.example", ..Ask::get(path) };
        let opened = scene.site.ask(elsewhere(link)).await;
        let shown = scene.site.ask(elsewhere(&page_of(page, link)).after(&opened)).await;
        assert_eq!(shown.status, StatusCode::NOT_FOUND, "another firm's {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_links_of_a_kind_and_two_people_work_side_by_side_in_one_browser() {
    let scene = Scene::begin().await;
    let site = &scene.site;
    scene.forgets("admin@weber.example").await;
    scene.invites_colleague("kai@kurz.example").await;
    let resets = [scene.links[2].clone(), scene.mailed("admin@weber.example", "/password/reset/")];
    let joins = [scene.links[1].clone(), scene.mailed("kai@kurz.example", "/join/")];
    let mut opened = Vec::new();
    for link in resets.iter().chain(&joins) {
        opened.push(site.get(link).await);
    }
    let whose = ["bob@bolt.example", "admin@weber.example", "ina@klein.example", "kai@kurz.example"];
    for (place, (first, email)) in opened.iter().zip(whose).enumerate() {
        let location = first.location();
        let shown = site.ask(holding(Ask::get(location), &opened)).await;
        assert_eq!(shown.status, StatusCode::OK, "{location}");
        has(&shown, &[email]);
        for other in whose.iter().filter(|other| **other != email) {
            assert!(!shown.body.contains(other), "{location} shows {other}");
        }
        // A weak password is told beside the address whose link it was typed for.
        let name = shown.field("link").unwrap();
        let form = [("name", "X"), ("password", "short"), ("link", name)];
        let path = if place < 2 { "/password/reset" } else { "/join" };
        let refused = site.ask(holding(Ask::post(path, &form), &opened)).await;
        assert_eq!((refused.status, refused.field("link")), (StatusCode::UNPROCESSABLE_ENTITY, Some(name)));
        has(&refused, &[email]);
    }
    // The one opened first, last: what was typed for it is its own, and the others go on.
    let bobs = name(token(&resets[0]));
    let form = [("password", GOOD), ("link", bobs.as_str())];
    let done = site.ask(holding(Ask::post("/password/reset", &form), &opened)).await;
    assert_eq!(done.location(), "/portal/B1", "{}", done.body);
    let inas = name(token(&joins[0]));
    let form = [("name", "Ina Klein"), ("password", OTHER), ("link", inas.as_str())];
    let done = site.ask(holding(Ask::post("/join", &form), &opened)).await;
    assert_eq!(done.location(), "/app/accounts", "{}", done.body);
    for (link, page, status) in [
        (&resets[0], "/password/reset", StatusCode::GONE),
        (&resets[1], "/password/reset", StatusCode::OK),
        (&joins[0], "/join", StatusCode::GONE),
        (&joins[1], "/join", StatusCode::OK),
    ] {
        let location = page_of(page, link);
        let shown = site.ask(holding(Ask::get(&location), &opened)).await;
        assert_eq!(shown.status, status, "{location}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_holds_the_newest_eight_links_and_no_more() {
    let site = TestSite::sqlite().await;
    let mut held: Vec<(String, String)> = Vec::new();
    let links: Vec<String> = (0..12).map(|n| format!("/{}/{n:0>43}", ["invite", "join"][n % 2])).collect();
    for link in &links {
        let mut ask = Ask::get(link);
        ask.cookies.clone_from(&held);
        let opened = site.ask(ask).await;
        for (cookie, value) in opened.cookies() {
            held.retain(|(known, _)| *known != cookie);
            if !value.is_empty() {
                held.push((cookie, value));
            }
        }
        site.t.clock.advance(Ts::SECOND);
    }
    assert_eq!(MOST_HELD, 8);
    let names: Vec<_> = held.iter().map(|(cookie, _)| cookie.rsplit('-').next().unwrap()).collect();
    let wanted: Vec<_> = links[4..].iter().map(|link| name(token(link))).collect();
    assert_eq!(names, wanted);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_was_opened_before_cookies_had_names_goes_on() {
    let scene = Scene::begin().await;
    for (link, (page, cookie, _, _)) in scene.kinds() {
        let held = (cookie.to_owned(), token(link).to_owned());
        let mut ask = Ask::get(page);
        ask.cookies.push(held.clone());
        let shown = scene.site.ask(ask).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}");
        assert_eq!(shown.field("link"), Some(&*name(token(link))), "{page}");
    }
    let (link, name) = (&scene.links[2], name(token(&scene.links[2])));
    let form = [("password", GOOD), ("link", name.as_str())];
    let mut ask = Ask::post("/password/reset", &form);
    ask.cookies.push(("__Host-reset_link".to_owned(), token(link).to_owned()));
    assert_eq!(scene.site.ask(ask).await.location(), "/portal/B1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_never_taken_for_another_link() {
    let scene = Scene::begin().await;
    let site = &scene.site;
    scene.forgets("olga@old.example").await; // has nothing to enter, so gets no mail
    scene.forgets("admin@weber.example").await;
    let (bobs, admins) = (&scene.links[2], scene.mailed("admin@weber.example", "/password/reset/"));
    let (first, first_page) = site.follow(bobs).await;
    let (second, second_page) = site.follow(&admins).await;
    assert_ne!(first_page.field("link"), second_page.field("link"));
    // Bob's form stands in one tab; his link was given up, and the other tab's is what the browser holds.
    let form = [("password", GOOD), ("link", first_page.field("link").unwrap())];
    let mixed = site.ask(Ask::post("/password/reset", &form).after(&second)).await;
    assert_eq!(mixed.status, StatusCode::CONFLICT);
    has(&mixed, &["Another link was opened", "nothing was sent", "href=\"/password/reset\""]);
    assert!(!mixed.body.contains("bob@") && mixed.session().is_none());
    for (opened, page) in [(&first, &first_page), (&second, &second_page)] {
        let shown = site.ask(Ask::get("/password/reset").after(opened)).await;
        assert_eq!(
            (shown.status, shown.field("link")),
            (StatusCode::OK, page.field("link")),
            "both are open"
        );
    }
    // Each kind, each form: with another link's name, a made-up one, or none.
    let forms = ["/invite", "/invite/again", "/join", "/join/again", "/password/reset", "/address-change"];
    for path in forms {
        let kind = KINDS.iter().position(|kind| path.starts_with(kind.0)).unwrap();
        let opened = site.get(&scene.links[kind]).await;
        for name in ["", "0123456789abcdef", first_page.field("link").unwrap(), token(&scene.links[kind])] {
            if kind == 2 && Some(name) == first_page.field("link") {
                continue;
            }
            let form = [("password", GOOD), ("name", "X"), ("link", name)];
            let answer = site.ask(Ask::post(path, &form).after(&opened)).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{path} {name:?}");
        }
        assert_eq!(site.follow(&scene.links[kind]).await.1.status, StatusCode::OK, "{path} did something");
    }
    // Back to the right one, it goes on.
    let done = site.use_link(bobs, "/password/reset", &[("password", GOOD)]).await;
    assert_eq!(done.location(), "/portal/B1", "{}", done.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_of_different_kinds_live_side_by_side() {
    let scene = Scene::begin().await;
    let mut opened = Vec::new();
    for link in &scene.links {
        opened.push(scene.site.get(link).await);
    }
    for (page, ..) in KINDS {
        let ask = opened.iter().fold(Ask::get(page), Ask::after);
        assert_eq!(scene.site.ask(ask).await.status, StatusCode::OK, "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_is_switched_without_the_token() {
    let scene = Scene::begin().await;
    for (link, (page, ..)) in scene.kinds() {
        let (opened, shown) = scene.site.follow(link).await;
        let page = page_of(page, link);
        has(&shown, &[&format!("name=\"back\" value=\"{page}\"")]);
        let form = [("locale", "de"), ("back", page.as_str())];
        let switched = scene.site.ask(Ask::post("/language", &form).after(&opened)).await;
        assert_eq!(switched.location(), page);
        let german = scene.site.ask(Ask::get(&page).after(&opened).after(&switched)).await;
        assert_eq!(german.status, StatusCode::OK);
        has(&german, &["<html lang=\"de\""]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_holder_is_told_what_became_of_the_link() {
    let scene = Scene::begin().await;
    let site = &scene.site;
    for (link, form) in
        [(&scene.links[2], &[("password", GOOD)][..]), (&scene.links[0], &[("password", OTHER)])]
    {
        let page = KINDS.iter().find(|kind| link.starts_with(kind.0)).unwrap().0;
        let done = site.use_link(link, page, form).await;
        assert!(done.session().is_some(), "{page}: {}", done.body);
        assert_eq!(site.follow(link).await.1.status, StatusCode::GONE, "{page} is used");
    }
    // Accepted by now: it cannot be stopped any more.
    assert_eq!(site.follow(&scene.links[3]).await.1.status, StatusCode::GONE);
    scene.forgets("bob@bolt.example").await;
    let expired = scene.mailed("bob@bolt.example", "/password/reset/");
    site.t.clock.advance(73 * Ts::HOUR);
    for link in [&expired, &scene.links[1]] {
        assert_eq!(site.follow(link).await.1.status, StatusCode::GONE, "{link} has expired");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_holds_an_expired_invitation_to_the_team_asks_for_another() {
    let scene = Scene::begin().await;
    let (site, link) = (&scene.site, &scene.links[1]);
    site.t.clock.advance(72 * Ts::HOUR);
    let (opened, page) = site.follow(link).await;
    assert_eq!(page.status, StatusCode::GONE);
    has(&page, &["This invitation has expired", "i***@klein.example", "action=\"/join/again\""]);
    assert!(!page.body.contains("ina@klein.example"), "who it was for stays hidden");
    let sent = |site: &TestSite| site.t.mail.sent_to("ina@klein.example").len();
    // Without the link, with another's, with a made-up one: nothing.
    let stranger = site.ask(Ask::post("/join/again", &[("email", "ina@klein.example")])).await;
    assert_eq!((stranger.status, stranger.location()), (StatusCode::SEE_OTHER, "/join"));
    for wrong in ["x".repeat(43), token(&scene.links[0]).to_owned()] {
        let (held, _) = site.follow(&format!("/join/{wrong}")).await;
        let asked = site.ask(Ask::post("/join/again", &[]).after(&held)).await;
        assert_eq!(asked.status, StatusCode::CONFLICT);
    }
    site.t.drain_mail().await;
    assert_eq!(sent(site), 1);
    let asked = site.use_link(link, "/join/again", &[]).await;
    assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, &*page_of("/join", link)));
    let after = site.ask(Ask::get(asked.location()).after(&opened).after(&asked)).await;
    has(&after, &["A new invitation is on its way to i***@klein.example"]);
    site.t.drain_mail().await;
    assert_eq!(sent(site), 2);
    let again = site.use_link(link, "/join/again", &[]).await;
    assert_eq!(again.status, StatusCode::TOO_MANY_REQUESTS);
    has(&again, &["There is a problem", "There is a newer invitation"]);
    let fresh = scene.mailed("ina@klein.example", "/join/");
    let form = [("name", "Ina Klein"), ("password", GOOD)];
    assert_eq!(site.use_link(&fresh, "/join", &form).await.location(), "/app/accounts");
}
