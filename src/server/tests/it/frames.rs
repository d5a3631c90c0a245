//! What stands around pages: the person's menu, settings with their list, errors in the frame they belong to, and how the
//! portal looks among the apps of a phone.

use crate::fixtures::{Kind, stage};
use crate::site::{Answer, Ask, TestSite};
use http::{StatusCode, header};
use kernel::paths;
use serde_json::Value;

async fn seen(site: &TestSite, token: &str, path: &str) -> Answer {
    site.ask(Ask::get(path).by(token).with("accept", "text/html").with("sec-fetch-site", "same-origin")).await
}

/// What lies between these two.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    page.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(found, _)| found)
}

/// The addresses of the links in here, in order.
fn links(part: &str) -> Vec<&str> {
    let anchors = part.split("<a ").skip(1);
    anchors.map(|rest| between(rest, "href=\"", "\"")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_row_at_the_foot_has_everything_of_the_persons_own() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let page = seen(&site, stage.token_of(Kind::ClientOfA), "/portal/A1").await.body;
    let menu = between(&page, "id=\"person\"", "</header>");
    let own =
        ["profile", "notifications", "security", "people"].map(|page| format!("/portal/A1/settings/{page}"));
    assert_eq!(links(menu), [&own[..], &[paths::HELP.to_owned()]].concat());
    // Without JavaScript the browser opens it and sends its forms.
    assert!(page.contains("popovertarget=\"person\"") && menu.contains("popover=\"auto\""));
    for (act, choice) in [("/language", "locale"), ("/theme", "theme")] {
        assert!(menu.contains(&format!("action=\"{act}?for=")), "{menu}");
        assert!(menu.contains(&format!("name=\"{choice}\"")));
    }
    assert_eq!(menu.matches("aria-checked=\"true\"").count(), 2, "one language, one appearance");
    assert!(menu.contains("action=\"/logout?for="), "{menu}");
    let nav = between(&page, "<nav aria-label=\"Main\"", "</nav>");
    assert_eq!(links(nav), ["/portal/A1"], "what is one's own is not among the work");
    assert!(!page.contains("Switch account"), "there is no other account");

    let page = seen(&site, stage.token_of(Kind::Chief), "/app/accounts").await.body;
    let menu = between(&page, "id=\"person\"", "</header>");
    let own = ["profile", "notifications", "security"].map(|page| format!("/app/settings/{page}"));
    assert_eq!(links(menu), [&own[..], &[paths::CLIENT_HELP.to_owned()]].concat());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_in_the_menu_leads_back_to_the_page_it_was_made_on() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let client = stage.token_of(Kind::ClientOfA);
    let referer = format!("{}/portal/A1/settings/security?a=b", site.t.firm.origin);
    let choose = |form: &'static [(&'static str, &'static str)]| Ask::post("/theme", form).by(client);
    // The form was drawn with another page, and the client went on from there.
    let form = &[("theme", "dark"), ("back", "/portal/A1")];
    let chosen = site.ask(choose(form).with("referer", &referer)).await;
    assert_eq!(
        (chosen.status, chosen.location()),
        (StatusCode::SEE_OTHER, "/portal/A1/settings/security?a=b")
    );
    // A browser that does not say where it comes from.
    assert_eq!(site.ask(choose(form)).await.location(), "/portal/A1");
    let elsewhere = choose(form).with("referer", "https://evil.example/portal/A1/settings/security");
    assert_eq!(site.ask(elsewhere).await.location(), "/portal/A1");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_settings_are_one_entry_and_share_one_list() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let chief = [
        paths::FIRM,
        paths::FIRM_LOOK,
        paths::FIRM_HOSTS,
        paths::TEAM,
        paths::STAFF_PROFILE,
        paths::STAFF_ALERTS,
        paths::STAFF_SECURITY,
    ];
    for (kind, pages) in [(Kind::Chief, &chief[..]), (Kind::Onlooker, &chief[4..])] {
        for at in pages {
            let page = seen(&site, stage.token_of(kind), at).await;
            assert_eq!(page.status, StatusCode::OK, "{at}");
            let list = between(&page.body, "<nav aria-label=\"Settings\"", "</nav>");
            assert_eq!(links(list), pages, "{at}");
            assert!(!list.split("<ul>").next().unwrap().contains("hidden"), "{at}");
            let current =
                list.split("<a ").find(|line| line.contains("aria-current=\"page\"")).unwrap_or_default();
            assert!(current.contains(&format!("href=\"{at}\"")), "{at}: {list}");
            // List, heading and title use the same words.
            let label = between(current, "nav-label\">", "<").to_owned();
            let heading = between(&page.body, "<h1", "</h1>");
            assert!(heading.contains(&format!(">{label}<")), "{at}: {heading}");
            let title = between(&page.body, "<title>", "</title>");
            assert_eq!(title, format!("{label} – Weber &amp; Partner"), "{at}");
            let nav = between(&page.body, "<nav aria-label=\"Main\"", "</nav>");
            assert_eq!(links(nav), [paths::ACCOUNTS, paths::CONTACTS, pages[0]], "{at}");
        }
    }
    let elsewhere = seen(&site, stage.token_of(Kind::Chief), "/app/accounts").await.body;
    assert!(between(&elsewhere, "<nav aria-label=\"Settings\"", "<ul>").contains("hidden"));
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_stand_in_the_frame_they_belong_to() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let (chief, looks, client) =
        (stage.token_of(Kind::Chief), stage.token_of(Kind::Onlooker), stage.token_of(Kind::ClientOfA));
    let staff_frame = format!("href=\"{}\" class=\"sidebar-brand\"", paths::ACCOUNTS);
    let portal_frame = "href=\"/portal/A1\" class=\"sidebar-brand\"";
    for (who, path, status, frame) in [
        (chief, "/app/nothing-of-ours", 404, &*staff_frame),
        (chief, "/app/accounts/Q99/info", 404, &*staff_frame),
        (looks, paths::FIRM, 403, &*staff_frame),
        (client, "/app/accounts", 403, portal_frame),
        (client, "/app/nothing-of-ours", 403, portal_frame),
        (client, "/portal/A1/nothing-of-ours", 404, portal_frame),
    ] {
        let page = seen(&site, who, path).await;
        assert_eq!(page.status.as_u16(), status, "{path}");
        assert!(page.body.contains(frame), "{path}: {}", page.body);
        assert!(page.main().contains("<h1"), "{path} says what happened");
        assert!(links(page.main()).contains(&"/"), "{path} has a way on");
        assert!(page.body.contains(" – Weber &amp; Partner</title>"), "{path} names the firm");
    }
    // The firm's own client is not loaded by its clients.
    let astray = seen(&site, client, "/app/accounts").await.body;
    assert!(!astray.contains("data-client=") && astray.contains("data-hydrated=\"never\""));
    // What a form of theirs came to, too.
    let refused = site.ask(Ask::post(paths::FIRM_LOOK, &[("accent", "")]).by(looks)).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.body.contains(&*staff_frame), "{}", refused.body);
    let refused = site.ask(Ask::post(paths::FIRM_LOOK, &[("accent", "")]).by(client)).await;
    assert!(
        refused.status == StatusCode::FORBIDDEN && refused.body.contains(portal_frame),
        "{}",
        refused.body
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_keeps_the_portal_under_the_name_and_the_colours_of_its_firm() {
    let site = TestSite::sqlite().await;
    site.t.other_firm().await;
    let manifest = async |host: &'static str| {
        let answer = site.ask(Ask { host, ..Ask::get(paths::MANIFEST) }).await;
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/manifest+json");
        serde_json::from_str::<Value>(&answer.body).unwrap()
    };
    assert_eq!(manifest("portal.other.example").await["name"], "Other & Co");
    let ours = manifest(Ask::get("/").host).await;
    assert_eq!(
        (&ours["name"], &ours["display"]),
        (&Value::from("Weber & Partner"), &Value::from("standalone"))
    );
    assert_eq!(ours["theme_color"], "#1b3a8a");
    let icons: Vec<[&str; 3]> = ours["icons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|icon| ["sizes", "purpose", "src"].map(|key| icon[key].as_str().unwrap()))
        .collect();
    for (size, purpose) in [("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")] {
        let found = icons.iter().find(|icon| icon[0] == size && icon[1] == purpose);
        let file = site.open(Ask::get(found.expect("an icon of this kind")[2])).await;
        assert_eq!(
            (file.status(), &file.headers()[header::CONTENT_TYPE]),
            (StatusCode::OK, &"image/png".parse().unwrap())
        );
        let png = axum::body::to_bytes(file.into_body(), 1_000_000).await.unwrap();
        assert!(png.starts_with(b"\x89PNG"));
    }
    // Nobody has the server draw whatever they think of.
    for other in ["icon-192-123456.png", "icon-64-1b3a8a.png", "icon-192-0a1b.png.png"] {
        assert_eq!(site.get(&paths::brand(other)).await.status, StatusCode::NOT_FOUND, "{other}");
    }
    let page = site.get(paths::SIGN_IN).await.body;
    for part in [
        "<link rel=\"manifest\" href=\"/manifest.webmanifest\">",
        "<link rel=\"apple-touch-icon\" href=\"/brand/icon-180-1b3a8a.png\">",
        "<meta name=\"theme-color\" content=\"#1b3a8a\" media=\"(prefers-color-scheme: light)\">",
        "<meta name=\"theme-color\" content=\"#142a66\" media=\"(prefers-color-scheme: dark)\">",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert_eq!(site.get("/brand/icon-180-1b3a8a.png").await.status, StatusCode::OK);
    let dark =
        Ask { cookies: vec![("__Host-theme".to_owned(), "dark".to_owned())], ..Ask::get(paths::SIGN_IN) };
    let dark = site.ask(dark).await.body;
    assert!(
        dark.contains("<meta name=\"theme-color\" content=\"#142a66\">") && !dark.contains("#1b3a8a\""),
        "{dark}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_script_of_pages_is_one_file_that_may_be_kept_and_needs_no_client() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let page = seen(&site, stage.token_of(Kind::ClientOfA), "/portal/A1").await.body;
    let address = between(&page, "defer src=\"", "\"");
    let file = site.get(address).await;
    assert_eq!(file.status, StatusCode::OK, "{address} in {page}");
    assert_eq!(file.headers[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
    assert!(file.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    for part in [
        "role=menu",
        "'failed'",
        r#"(?![^/])/,"staff"]"#,
        "navigator.locks",
        "requestIdleCallback",
        "priority: 'low'",
    ] {
        assert!(file.body.contains(part), "{part}");
    }
    let client = between(&page, "data-client=\"", "\"");
    assert!(client.starts_with("/pkg/") && client.ends_with("/portico") && page.contains("data-news=\""));
    // Whoever is not signed in has no news; pages to read have menus, and nothing that wakes them up.
    let outside = site.get(paths::SIGN_IN).await.body;
    assert_eq!(between(&outside, "data-client=\"", "\""), client);
    assert!(!outside.contains("data-news"));
    let plain = site.get(paths::HELP).await.body;
    assert!(plain.contains("page.js") && !plain.contains("data-client"));
}
