//! The demo in a browser: mails as they look, and people whose names fill the sign-in form.

use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use http::{StatusCode, header};
use kernel::Role;
use platform::testing::{On, TestPlatform};
use platform::{outbox, sql};

const HERE: &str = "127.0.0.1:3000";

/// The firm of tests has another main host, which `stay` keeps the demo from leading to.
async fn open(site: &TestSite, path: &str) -> Answer {
    let path = format!("{path}{}stay", if path.contains('?') { '&' } else { '?' });
    site.ask(Ask { host: HERE, ..Ask::get(&path) }).await
}

async fn demo() -> TestSite {
    TestSite::standing_on(TestPlatform::new(On::Sqlite).await.unwrap().in_demo().await)
}

/// A mail with a link, as the product sends it.
async fn mail(site: &TestSite) -> String {
    let eva = people::staff(&site.cx(), Role::Owner, &[]).await;
    let cx = site.cx();
    access::mail_state::send_test(&cx, "Eva <script>", eva.who().email()).await.unwrap();
    let kept = outbox::kept(&cx.platform, &mut cx.db.read().await.unwrap(), &cx.firm, None).await.unwrap();
    kept[0].id.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_mail_is_shown_as_it_looks_on_a_desk_and_on_a_phone_and_as_text() {
    let site = demo().await;
    let id = mail(&site).await;
    let list = open(&site, "/dev/mail").await;
    assert_eq!(list.status, StatusCode::OK);
    let frames: Vec<&str> =
        list.body.split("<iframe").skip(1).filter_map(|rest| rest.split('>').next()).collect();
    assert_eq!(frames.len(), 2, "{}", list.body);
    for frame in &frames {
        assert!(frame.contains(&format!("src=\"/dev/mail/{id}\"")), "{frame}");
        assert!(frame.contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\""), "{frame}");
    }
    assert!(frames[0].contains("desktop") && frames[1].contains("phone"));
    assert!(list.body.contains("Text part"));
    let policy = list.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.contains("frame-src 'self'") && !policy.contains("unsafe"), "{policy}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shown_mail_runs_nothing_loads_nothing_and_opens_its_links_elsewhere() {
    let site = demo().await;
    let id = mail(&site).await;
    let page = open(&site, &format!("/dev/mail/{id}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("<base target=\"_blank\">") && !page.body.contains("<script>"),
        "{}",
        page.body
    );
    assert_eq!(page.headers[header::X_FRAME_OPTIONS], "SAMEORIGIN");
    let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    for piece in ["sandbox allow-popups", "default-src 'none'", "img-src data:", "frame-ancestors 'self'"] {
        assert!(policy.contains(piece), "{policy}");
    }
    assert!(!policy.contains("script-src") && !policy.contains("allow-scripts"), "{policy}");
    // As a browser asks for a frame; another site gets none, and no other page stands in one.
    let framed = async |path: &str, from: &'static str| {
        let ask = Ask { host: HERE, ..Ask::get(path) };
        site.ask(ask.with("sec-fetch-dest", "iframe").with("sec-fetch-site", from)).await.status
    };
    let shown = format!("/dev/mail/{id}?stay");
    assert_eq!(framed(&shown, "same-origin").await, StatusCode::OK);
    assert_eq!(framed(&shown, "cross-site").await, StatusCode::FORBIDDEN);
    assert_eq!(framed("/login?stay", "same-origin").await, StatusCode::FORBIDDEN);
    for path in ["/dev/mail/nonsense", "/dev/mail/0190a5c0-0000-7000-8000-000000000000"] {
        assert_eq!(open(&site, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_of_the_demo_is_a_link_that_fills_the_form_and_keeps_the_way_on() {
    let site = demo().await;
    let eva = people::staff(&site.cx(), Role::Owner, &[]).await;
    let cx = site.cx();
    let firm = cx.firm.id;
    let set = cx.write(move |tx| {
        Box::pin(async move {
            sql!("UPDATE portal_user SET password_hash = 'x' WHERE firm_id = $1", firm).run(tx).await?;
            Ok(())
        })
    });
    set.await.unwrap();
    let page = open(&site, "/login?next=/app/contacts").await;
    let email = eva.who().email().to_owned();
    let link = format!("/login?email={}&amp;next=/app/contacts", kernel::paths::percent(&email));
    assert!(page.body.contains(&format!("href=\"{link}\"")), "{}", page.body);
    assert!(page.body.contains(&format!("data-fill=\"{email}\"")));
    let filled = open(&site, &link.replace("&amp;", "&")).await;
    let field = filled.body.split("id=\"email\"").nth(1).and_then(|it| it.split('>').next()).unwrap();
    assert!(field.contains(&format!("value=\"{email}\"")), "{field}");
    assert!(filled.body.contains("name=\"next\" value=\"/app/contacts\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_sign_in_page_of_the_demo_asks_for_the_module_that_fills_its_form() {
    let asks = |body: &str| {
        let mut scripts = body.split("<script ").skip(1).filter_map(|it| it.split('>').next());
        scripts
            .any(|it| it.contains("type=\"module\"") && it.contains("nonce=\"") && it.contains("/demo.js\""))
    };
    let site = demo().await;
    let page = open(&site, "/login?next=/app/contacts").await.body;
    assert!(asks(&page), "{page}");
    assert!(page.find("/demo.js\"") < page.find("/page.js\""), "it hears of a click before all others");
    assert!(!asks(&open(&site, "/password/forgot").await.body));
    let outside = TestSite::sqlite().await;
    assert!(!asks(&outside.get("/login").await.body));
}

#[tokio::test(flavor = "multi_thread")]
async fn outside_the_demo_an_address_fills_nobodys_form() {
    let site = TestSite::sqlite().await;
    let page = site.get("/login?email=anna@acme.example").await;
    assert_eq!(page.status, StatusCode::OK);
    let field = page.body.split("id=\"email\"").nth(1).and_then(|it| it.split('>').next()).unwrap();
    assert!(!field.contains("anna@"), "{field}");
    assert!(!page.body.contains("data-fill"), "no person is offered");
}
