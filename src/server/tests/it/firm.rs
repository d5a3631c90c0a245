//! A firm's own name, look and hosts, as a browser meets them (DOM-1 to DOM-5).

use crate::site::{Ask, TestSite};
use access::gate::testing as people;
use http::{StatusCode, header};
use kernel::Role;

const NEW: &str = "mandanten.weber.example";
const LOOK: &str = "/app/settings/firm/look";

async fn owner(site: &TestSite) -> String {
    let owner = people::staff(&site.cx(), Role::Owner, &[]).await;
    site.session(owner.user()).await
}

async fn new_main_host(site: &TestSite, token: &str) {
    let hosts = "/app/settings/firm/hosts";
    assert_eq!(site.post(token, hosts, &[("host", NEW)]).await.status, StatusCode::SEE_OTHER);
    let main = site.post(token, &format!("{hosts}/main"), &[("host", NEW), ("confirmed", "true")]).await;
    assert_eq!(main.location(), hosts);
}

/// A form with a file, as a browser sends it.
fn with_file<'a>(path: &'a str, file: &[u8]) -> Ask<'a> {
    let mut ask = Ask::post(path, &[]);
    ask.headers[0] = ("content-type", "multipart/form-data; boundary=----x");
    ask.body = b"------x\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"<script>.png\"\r\n\
        Content-Type: text/html\r\n\r\n"
        .to_vec();
    ask.body.extend(file);
    ask.body.extend(b"\r\n------x--\r\n");
    ask
}

fn png() -> Vec<u8> {
    platform::pictures::samples::png(64, 32)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_host_leads_to_the_main_one_with_path_query_and_token() {
    let site = TestSite::sqlite().await;
    let token = owner(&site).await;
    new_main_host(&site, &token).await;
    site.post(&token, "/app/settings/firm/hosts", &[("host", "alt.weber.example")]).await;
    let link = format!("/invite/{}?a=b&c=%20d", "t".repeat(43));
    for host in [
        "alt.weber.example",
        "www.alt.weber.example",
        "www.mandanten.weber.example",
        "portal.weber.example",
        "www.portal.weber.example",
    ] {
        let answer = site.ask(Ask { host, ..Ask::get(&link) }).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{host}");
        assert_eq!(answer.location(), format!("https://{NEW}{link}"), "{host}");
        // A browser that kept it would never find the way back after a mistake.
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store", "{host}");
    }
    let there = site.ask(Ask { host: NEW, ..Ask::get("/login") }).await;
    assert_eq!(there.status, StatusCode::OK);
    let nowhere = site.ask(Ask { host: "weber.example", ..Ask::get("/login") }).await;
    assert_eq!(nowhere.status, StatusCode::MISDIRECTED_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_main_host_shuts_nobody_out() {
    let site = TestSite::sqlite().await;
    let token = owner(&site).await;
    new_main_host(&site, &token).await;
    // Whoever is signed in goes on, and can change it back.
    let hosts = site.ask(Ask::get("/app/settings/firm/hosts").by(&token)).await;
    assert_eq!(hosts.status, StatusCode::OK);
    assert!(hosts.body.contains("https://mandanten.weber.example"));
    // Whoever is not finds a way in at the first host, and its forms work there.
    let door = site.get("/login?stay").await;
    assert_eq!(door.status, StatusCode::OK);
    assert_eq!(site.get("/login").await.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(site.get("/login?staying=1").await.status, StatusCode::PERMANENT_REDIRECT);
    let wrong =
        site.ask(Ask::post("/login", &[("email", "x@y.example"), ("password", "not this one")])).await;
    assert!(wrong.status.is_client_error() && wrong.status != StatusCode::FORBIDDEN, "{}", wrong.status);
    let foreign = Ask::post("/login", &[("email", "x@y.example"), ("password", "x")]);
    let foreign =
        Ask { headers: vec![foreign.headers[0], ("origin", "https://mandanten.weber.example")], ..foreign };
    assert_eq!(site.ask(foreign).await.status, StatusCode::FORBIDDEN, "each host is an origin of its own");
    let back = [("host", "portal.weber.example"), ("confirmed", "true")];
    site.post(&token, "/app/settings/firm/hosts/main", &back).await;
    assert_eq!(site.get("/login").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_in_mails_begin_with_the_main_host_wherever_the_form_was_sent() {
    let site = TestSite::sqlite().await;
    let token = owner(&site).await;
    new_main_host(&site, &token).await;
    site.post(&token, "/app/settings/firm/look/trial-mail", &[]).await;
    site.t.drain_mail().await;
    let mail = site.t.mail.take().pop().unwrap();
    assert!(mail.rendered.text.contains("https://mandanten.weber.example"));
    assert!(!mail.rendered.text.contains("https://portal.weber.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logo_is_served_as_the_picture_it_is_and_for_ever() {
    let site = TestSite::sqlite().await;
    let token = owner(&site).await;
    assert_eq!(site.ask(with_file("/app/settings/firm/look/logo", &png()).by(&token)).await.location(), LOOK);
    let page = site.get("/login").await.body;
    let at = page.split("/brand/").nth(1).unwrap().split('"').next().unwrap();
    let path = format!("/brand/{at}");
    let logo = site.get(&path).await;
    assert_eq!(logo.status, StatusCode::OK);
    assert_eq!(logo.headers[header::CONTENT_TYPE], "image/png");
    assert_eq!(logo.headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert_eq!(logo.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert!(
        logo.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().starts_with("default-src 'none'")
    );
    let other = site.t.other_firm().await;
    let elsewhere = site.ask(Ask { host: &other.host, ..Ask::get(&path) }).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "another firm's logo is nobody's");
    for path in ["/brand/x.png", "/brand/..%2f..%2fx.png", "/brand/%01.png", "/brand/x.svg", "/brand/"] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    site.post(&token, "/app/settings/firm/look/logo/remove", &[]).await;
    assert_eq!(site.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/login").await.body.matches("/brand/").count(), 1, "the icon with our own mark");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_logo_is_refused_on_the_page_and_by_everybody_elses_form() {
    let site = TestSite::sqlite().await;
    let token = owner(&site).await;
    let logo = "/app/settings/firm/look/logo";
    let mut large = png();
    large.resize(2 * 1024 * 1024, 0);
    for (file, word) in [
        (&b""[..], "Please choose a file."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a PNG, JPEG or WebP image"),
        (&large, "The limit is 512 kB"),
    ] {
        let answer = site.ask(with_file(logo, file).by(&token)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(word), "{word}");
    }
    large.resize(9 * 1024 * 1024, 0);
    assert!(site.ask(with_file(logo, &large).by(&token)).await.status.is_client_error());
    let broken = Ask { body: b"------x\r\nnonsense".to_vec(), ..with_file(logo, b"") };
    assert_eq!(site.ask(broken.by(&token)).await.status, StatusCode::BAD_REQUEST);
    // Other forms take no files, and no large bodies.
    let elsewhere = site.ask(with_file(LOOK, &png()).by(&token)).await;
    assert_eq!(elsewhere.status, StatusCode::BAD_REQUEST);
    let mut much = with_file(LOOK, b"");
    much.body = vec![b'a'; 300 * 1024];
    assert!(site.ask(much.by(&token)).await.status.is_client_error());
    // Somebody without the right is refused before the file is looked at.
    let tom = people::staff_named(&site.cx(), "tom@weber.example", "Tom", Role::Employee, &[]).await;
    let tom = site.session(tom.user()).await;
    assert_eq!(site.ask(with_file(logo, &png()).by(&tom)).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn colours_come_as_a_style_sheet_of_our_own_and_never_inline() {
    let site = TestSite::sqlite().await;
    let token = owner(&site).await;
    assert_eq!(site.get("/login").await.body.matches("/brand/").count(), 1, "the icon with our own mark");
    site.post(&token, LOOK, &[("accent", "#8a1c4a"), ("sidebar", "#222222")]).await;
    let page = site.get("/login").await;
    assert!(page.body.contains("<link rel=\"stylesheet\" href=\"/brand/1-8a1c4a-222222.css\""));
    assert!(!page.body.contains(" style=\"") && !page.body.contains("<style"));
    let sheet = site.get("/brand/1-8a1c4a-222222.css").await;
    assert_eq!(sheet.headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
    assert!(sheet.body.contains("--sidebar:#222222;"));
    let pale = site.post(&token, LOOK, &[("accent", "#ffcc00"), ("sidebar", "#222222")]).await;
    assert_eq!(pale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(pale.body.contains("has a contrast of 1.5:1") && pale.body.contains("value=\"#ffcc00\""));
    site.post(&token, LOOK, &[("own", "true"), ("accent", "#ffcc00"), ("sidebar", "x")]).await;
    assert_eq!(site.get("/login").await.body.matches("/brand/").count(), 1, "the icon with our own mark");
}

#[tokio::test(flavor = "multi_thread")]
async fn clients_choose_among_the_firms_languages_and_its_people_among_all() {
    let site = TestSite::sqlite().await;
    let token = owner(&site).await;
    let form = [
        ("version", "1"),
        ("name", "Weber </title><script>"),
        ("phone", ""),
        ("email", ""),
        ("address", "Lindenstraße 7\r\n10969 Berlin"),
        ("website", "weber.example"),
        ("time_zone", "Europe/Berlin"),
        ("locale", "de"),
        ("offer_en", "true"),
        ("sender_name", ""),
        ("reply_to", ""),
        ("invitation_days", "1"),
    ];
    assert_eq!(site.post(&token, "/app/settings/firm", &form).await.status, StatusCode::SEE_OTHER);
    let page = site.ask(Ask::get("/login").with("accept-language", "ja")).await.body;
    assert!(page.contains("<html lang=\"de\"") && !page.contains("日本語"));
    assert!(page.contains("Lindenstraße 7, 10969 Berlin") && page.contains("https://weber.example/"));
    assert!(!page.contains("<script>alert") && !page.contains("Weber </title>"));
    let refused = site.ask(Ask::post("/language", &[("locale", "ja"), ("back", "/login")])).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let kept = site.ask(Ask::get("/login").with("cookie", "__Host-lang=ja")).await.body;
    assert!(kept.contains("<html lang=\"de\""), "a choice from before counts no more");
    let own = site.post(&token, "/language", &[("locale", "ja"), ("back", "/app/settings/firm")]).await;
    assert_eq!(own.status, StatusCode::SEE_OTHER);
    let mine = site.ask(Ask::get("/app/settings/firm").by(&token)).await.body;
    assert!(mine.contains("<html lang=\"ja\"") && mine.contains("日本語"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_survives_a_mistake() {
    let site = TestSite::sqlite().await;
    let token = owner(&site).await;
    let form = [
        ("version", "1"),
        ("name", "Weber neu"),
        ("phone", "ring us"),
        ("email", ""),
        ("address", "</textarea><script>alert(1)</script>"),
        ("website", ""),
        ("time_zone", "Asia/Tokyo"),
        ("locale", "ja"),
        ("sender_name", ""),
        ("reply_to", ""),
        ("invitation_days", "91"),
    ];
    let again = site.post(&token, "/app/settings/firm", &form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("value=\"Weber neu\"") && again.body.contains("value=\"ring us\""));
    assert!(again.body.contains("a whole number from 1 to 90") && !again.body.contains("<script>alert(1)"));
    assert!(site.get("/login").await.body.contains("Weber &amp; Partner"));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_are_other_firms_a_host_is_answered_once_it_is_shown_to_be_ones_own() {
    let site = TestSite::sqlite().await;
    let other = site.t.other_firm().await;
    let boss =
        people::staff_named(&site.t.cx_of(&other), "boss@other.example", "Boss", Role::Owner, &[]).await;
    let boss = people::session(&site.t.cx_of(&other), boss.user()).await;
    let token = owner(&site).await;
    let (hosts, check) = ("/app/settings/firm/hosts", "/app/settings/firm/hosts/check");
    assert_eq!(site.post(&token, hosts, &[("host", NEW)]).await.location(), hosts);
    let page = site.ask(Ask::get(hosts).by(&token)).await.body;
    assert!(
        page.contains("_portico.mandanten.weber.example") && page.contains("Check now"),
        "without JavaScript"
    );
    let at = page.find("portico-verification=").expect("the text of the record");
    let text: String =
        page[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "-_=".contains(*c)).collect();
    // It answers as nobody's, with www. and without, and does not become the main one.
    for host in [NEW, "www.mandanten.weber.example"] {
        let answer = site.ask(Ask { host, ..Ask::get("/login") }).await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(!answer.body.contains("Weber"), "{host}");
    }
    let main = site.post(&token, &format!("{hosts}/main"), &[("host", NEW), ("confirmed", "true")]).await;
    assert_eq!(main.status, StatusCode::NOT_FOUND);
    let early = site.post(&token, check, &[("host", NEW)]).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert!(early.body.contains("no such record at _portico.mandanten.weber.example"), "{}", early.body);
    site.t.dns.set("_portico.mandanten.weber.example", &text);
    // The other firm wants it too, and has read the record.
    let theirs = |path, form: &'static [(&str, &str)]| Ask {
        host: "portal.other.example",
        ..Ask::post(path, form).by(&boss)
    };
    assert_eq!(site.ask(theirs(hosts, &[("host", NEW)])).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.ask(theirs(check, &[("host", NEW)])).await.status, StatusCode::CONFLICT);
    assert_eq!(site.post(&token, check, &[("host", NEW)]).await.location(), hosts);
    for host in [NEW, "www.mandanten.weber.example"] {
        let answer = site.ask(Ask { host, ..Ask::get("/login") }).await;
        assert_eq!(answer.location(), "https://portal.weber.example/login", "{host}");
    }
    for host in ["www.mandanten.weber.example", "www.portal.weber.example"] {
        let form = [("host", host)];
        let ask = Ask { host: "portal.other.example", ..Ask::post(hosts, &form).by(&boss) };
        let answer = site.ask(ask).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{host}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_firm_that_is_made_later_does_not_get_a_name_that_is_taken_with_or_without_www() {
    let site = TestSite::sqlite().await;
    let token = owner(&site).await;
    site.post(&token, "/app/settings/firm/hosts", &[("host", "www.kanzlei.example")]).await;
    for host in ["www.portal.weber.example", "kanzlei.example", "www.kanzlei.example"] {
        let made =
            access::setup::create_firm(&site.t.platform, "Later & Co", host, kernel::Locale::En, "UTC").await;
        assert!(
            matches!(&made, Err(kernel::AppError::Refused(text)) if text.contains("Weber & Partner")),
            "{host}: {made:?}"
        );
    }
    let www = site.ask(Ask { host: "www.portal.weber.example", ..Ask::get("/login") }).await;
    assert_eq!(www.location(), "https://portal.weber.example/login");
}
