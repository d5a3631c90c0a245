//! The stream of live news as a browser hears it, and what a page costs the database.

use crate::fixtures::{Kind, stage};
use crate::site::{Ask, TestSite};
use futures::StreamExt;
use kernel::live::{LiveEvent, News};
use kernel::{AppError, EventId};
use platform::db::Published;
use platform::events;
use std::time::Duration;

/// One connection to the stream.
pub struct Tab {
    body: axum::body::BodyDataStream,
    heard: String,
}

impl Tab {
    pub async fn open(site: &TestSite, token: &str, path: &str, last: Option<&str>) -> Self {
        let mut ask = Ask::get(path).by(token);
        if let Some(last) = last {
            ask = ask.with("last-event-id", last);
        }
        Self { body: site.open(ask).await.into_body().into_data_stream(), heard: String::new() }
    }

    /// Listens until this was said; what came before it is forgotten.
    pub async fn hear(&mut self, words: &str) -> String {
        loop {
            if let Some(at) = self.heard.find(words).filter(|at| self.heard[*at..].contains("\n\n")) {
                let end = at + self.heard[at..].find("\n\n").unwrap() + 2;
                return self.heard.drain(..end).collect();
            }
            let chunk = tokio::time::timeout(Duration::from_secs(20), self.body.next()).await;
            let chunk = chunk.unwrap_or_else(|_| panic!("nobody said {words:?}, only {:?}", self.heard));
            self.heard.push_str(std::str::from_utf8(&chunk.unwrap().unwrap()).unwrap());
        }
    }

    /// Everything until the server ends the stream.
    pub async fn rest(mut self) -> String {
        while let Some(chunk) = tokio::time::timeout(Duration::from_secs(20), self.body.next()).await.unwrap()
        {
            self.heard.push_str(std::str::from_utf8(&chunk.unwrap()).unwrap());
        }
        self.heard
    }
}

/// News of the firm's settings.
async fn tell(site: &TestSite, act: &'static str) {
    let cx = site.cx();
    site.t
        .platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                let news = News::Firm { act: act.to_owned(), by: "Eva".to_owned() };
                events::publish(tx, &cx, news).await?;
                Ok::<_, AppError>(())
            })
        })
        .await
        .unwrap();
}

/// What the page's script is given by this name.
fn given(page: &str, name: &str) -> String {
    let value = page.split(&format!("data-{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
    value.unwrap_or_else(|| panic!("the page says no {name}")).to_owned()
}

/// The address that the page's script listens at (`app/page/live.js`).
fn stream_of(page: &str) -> String {
    let [live, after, who] = ["live", "news", "who"].map(|name| given(page, name));
    assert!(after.parse::<EventId>().is_ok(), "{after}");
    format!("{live}?after={after}&for={who}")
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_between_a_page_and_its_stream() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let chief = stage.token_of(Kind::Chief);
    tell(&site, "long_before").await;
    site.t.clock.advance(60 * kernel::Ts::SECOND);
    tell(&site, "just_before").await;
    site.t.clock.advance(kernel::Ts::SECOND);
    let page = site.ask(Ask::get("/app/accounts").by(chief)).await.body;
    site.t.clock.advance(kernel::Ts::SECOND);
    tell(&site, "on_the_way").await;
    let mut tab = Tab::open(&site, chief, &stream_of(&page), None).await;
    let heard = tab.hear("on_the_way").await;
    assert!(!heard.contains("long_before"));
    assert!(
        heard.contains(r#""kind":"again""#),
        "perhaps on the page already, so without its author: {heard}"
    );
    assert_eq!(heard.matches("Eva").count(), 1);
    tell(&site, "later").await;
    tab.hear("later").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_ends_at_news_of_which_nobody_can_say_whether_they_may_be_heard() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let mut tab = Tab::open(&site, stage.token_of(Kind::Chief), "/live", None).await;
    tab.hear("id: ").await;
    site.t.platform.db.close().await;
    let news = News::Firm { act: "unheard".to_owned(), by: "Eva".to_owned() };
    let id = EventId::at(site.t.platform.clock.now());
    let news = Published { id, firm: site.cx().firm.id, event: LiveEvent::new(news, "") };
    site.t.platform.live.send(std::sync::Arc::new(news)).unwrap();
    // The browser connects again, and asks for what came after the last that it heard.
    assert!(!tab.rest().await.contains("unheard"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiet_stream_that_broke_goes_on_where_it_was() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let chief = stage.token_of(Kind::Chief);
    let mut tab = Tab::open(&site, chief, "/live", None).await;
    let hello = tab.hear("id: ").await;
    let id = hello.split("id: ").nth(1).unwrap().split('\n').next().unwrap().to_owned();
    drop(tab);
    site.t.clock.advance(kernel::Ts::SECOND);
    tell(&site, "while_nobody_listened").await;
    let mut tab = Tab::open(&site, chief, "/live?after=nonsense", Some(&id)).await;
    let heard = tab.hear("while_nobody_listened").await;
    assert_eq!(heard.matches("id: ").count(), 1, "had it broken before, nothing would be lost: {heard}");
    tab.hear("id: ").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_heard_all_is_told_how_far_that_is() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let chief = stage.token_of(Kind::Chief);
    let page = site.ask(Ask::get("/app/accounts").by(chief)).await.body;
    site.t.clock.advance(kernel::Ts::SECOND);
    tell(&site, "missed").await;
    site.t.clock.advance(5 * kernel::Ts::SECOND);
    let mut tab = Tab::open(&site, chief, &stream_of(&page), None).await;
    let heard = tab.hear("event: here").await;
    let (before, here) = heard.split_once("event: here").unwrap();
    assert!(before.contains("missed"), "{heard}");
    assert!(here.contains("\ndata: "), "browsers tell their scripts of events with data only: {heard}");
    let id = here.split("id: ").nth(1).and_then(|rest| rest.lines().next()).unwrap();
    assert!(id > given(&page, "news").as_str(), "the script compares them as text: {heard}");
    // A tab that leads later asks from there, and is not told again what it knows.
    site.t.clock.advance(5 * kernel::Ts::SECOND);
    let mut next = Tab::open(&site, chief, &format!("/live?after={id}"), None).await;
    tell(&site, "later").await;
    let heard = next.hear("later").await;
    assert_eq!(heard.matches("\ndata: {").count(), 1, "{heard}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_whose_person_is_not_signed_in_any_more_is_told_so_and_hears_nothing() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let [chief, anna] = [Kind::Chief, Kind::ClientOfA].map(|kind| stage.token_of(kind));
    let page = site.ask(Ask::get("/portal/A1").by(anna)).await.body;
    let path = stream_of(&page);
    // Their own stream goes on as ever.
    let mut own = Tab::open(&site, anna, &path, None).await;
    own.hear("id: ").await;
    for (now, whose) in [(chief, "another"), ("x", "nobody")] {
        let told = Tab::open(&site, now, &path, None).await.rest().await;
        assert!(told.contains("event: over") && told.contains(&format!("data: {whose}")), "{told}");
        assert!(!told.contains("id:"), "{told}");
    }
    // Whoever asks without saying for whom is refused as by any other address.
    assert_eq!(site.open(Ask::get("/live")).await.status(), 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_much_to_tell_is_told_to_clients_too_and_says_nothing() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let start = EventId::at(site.t.platform.clock.now()).to_string();
    site.t.clock.advance(5 * kernel::Ts::SECOND);
    for _ in 0..201 {
        tell(&site, "busy").await;
    }
    let mut tab = Tab::open(&site, stage.token_of(Kind::ClientOfA), "/live", Some(&start)).await;
    let heard = tab.hear(r#""scope":"*""#).await;
    assert!(!heard.contains("busy") && !heard.contains("Eva"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_and_an_account_take_three_statements_with_their_session() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let info = format!("/app/accounts/{}/info", stage.account);
    for path in ["/app/accounts", "/app/contacts", &info] {
        for kind in [Kind::Chief, Kind::AssignedToA] {
            let token = stage.token_of(kind);
            // The first visit may write down that the session was used.
            site.ask(Ask::get(path).by(token)).await;
            let before = site.t.platform.db.statements();
            assert_eq!(site.ask(Ask::get(path).by(token)).await.status, 200, "{path}");
            let took = site.t.platform.db.statements() - before;
            assert!(took <= 3, "{path} took {took} statements for {kind:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_is_a_page_with_a_name() {
    let site = TestSite::sqlite().await;
    let answer = site.get("/anything-unknown").await;
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("<title>Page not found – "), "{}", answer.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_nobody_touches_does_not_stay_signed_in_by_fetching_news() {
    let site = TestSite::sqlite().await;
    let stage = stage(&site).await;
    let chief = stage.token_of(Kind::Chief);
    let page = || Ask::get("/app/accounts").by(chief);
    let news = || Ask::post("/api/access/who", &[]).by(chief);
    for ask in [page(), page().with("x-idle", "1"), news(), Ask::get("/live").by(chief)] {
        assert_eq!(site.open(ask).await.status(), 200);
        site.t.clock.advance(9 * kernel::Ts::MINUTE);
    }
    // 36 minutes after the only use; staff may be idle for 30.
    assert_eq!(site.ask(page()).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_session_and_one_person_have_so_many_streams() {
    let site = TestSite::sqlite().await;
    let cx = site.cx();
    let eva = access::gate::testing::user(&cx, "eva@acme.example", "Eva Acme").await;
    let mut tabs = Vec::new();
    for _ in 0..3 {
        let token = site.session(eva).await;
        let open = async || site.open(Ask::get("/live").by(&token)).await;
        for _ in 0..30 {
            let tab = open().await;
            assert_eq!(tab.status(), 200);
            tabs.push(tab);
        }
        let refused = open().await;
        assert_eq!(refused.status(), 429, "a session");
        assert!(refused.headers().contains_key("retry-after"));
    }
    let token = site.session(eva).await;
    assert_eq!(site.open(Ask::get("/live").by(&token)).await.status(), 429, "a person");
    // A tab that is closed makes room.
    tabs.pop();
    assert_eq!(site.open(Ask::get("/live").by(&token)).await.status(), 200);
    let bob = access::gate::testing::user(&cx, "bob@acme.example", "Bob Acme").await;
    let token = site.session(bob).await;
    assert_eq!(site.open(Ask::get("/live").by(&token)).await.status(), 200, "somebody else");
}
