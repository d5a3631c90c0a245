//! A site for tests: the real router on a test platform, and visitors with their own cookies.

use access::gate::testing as people;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::Response;
use futures::{StreamExt, stream};
use http::{HeaderMap, Method, Request, StatusCode, header};
use kernel::UserId;
use platform::Cx;
use platform::testing::{On, TestPlatform};
use server::http::{Patience, Readiness, Site, router};
use std::io;
use std::sync::LazyLock;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower::ServiceExt;

/// The site and what it stands on.
pub struct TestSite {
    pub t: TestPlatform,
    pub readiness: Readiness,
    router: Router,
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// The cookies that were set, with all their names.
    pub fn cookies(&self) -> Vec<(String, String)> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|v| v.to_str().ok());
        let pairs = lines.filter_map(|line| line.split(';').next()?.split_once('='));
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// The body without its nonce, in which any four letters may stand by chance.
    pub fn without_nonce(&self) -> String {
        let policy = self.headers.get(header::CONTENT_SECURITY_POLICY).and_then(|it| it.to_str().ok());
        let nonce =
            policy.and_then(|it| it.split_once("'nonce-")).and_then(|(_, rest)| rest.split('\'').next());
        nonce.map_or_else(|| self.body.clone(), |nonce| self.body.replace(nonce, ""))
    }

    /// What people read of the page, without what stands around it.
    pub fn main(&self) -> &str {
        let main = self.body.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
        main.unwrap_or_else(|| panic!("a page without its part for people: {}", self.body)).0
    }

    /// The value of a form's field on this page.
    pub fn field(&self, name: &str) -> Option<&str> {
        let (_, rest) = self.body.split_once(&format!("name=\"{name}\" value=\""))?;
        rest.split('"').next()
    }

    /// The session cookie that was set, if one.
    pub fn session(&self) -> Option<String> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|v| v.to_str().ok());
        lines
            .filter_map(|line| line.strip_prefix("__Host-sid="))
            .map(|rest| rest.split(';').next().unwrap_or("").to_owned())
            .next()
    }
}

/// One request to be.
pub struct Ask<'a> {
    pub method: Method,
    pub path: &'a str,
    pub host: &'a str,
    pub token: Option<&'a str>,
    /// More cookies, by name and value.
    pub cookies: Vec<(String, String)>,
    pub headers: Vec<(&'a str, &'a str)>,
    pub body: Vec<u8>,
}

impl<'a> Ask<'a> {
    pub fn get(path: &'a str) -> Self {
        Self {
            method: Method::GET,
            path,
            host: "portal.weber.example",
            token: None,
            cookies: Vec::new(),
            headers: vec![("accept", "text/html")],
            body: Vec::new(),
        }
    }

    /// A form post from our own page.
    pub fn post(path: &'a str, form: &[(&str, &str)]) -> Self {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        Self {
            method: Method::POST,
            body: body.into_bytes(),
            headers: vec![
                ("content-type", "application/x-www-form-urlencoded"),
                ("sec-fetch-site", "same-origin"),
                ("origin", "https://portal.weber.example"),
            ],
            ..Self::get(path)
        }
    }

    /// The same, by a control of a page that is awake.
    pub fn call(path: &'a str, form: &[(&str, &str)]) -> Self {
        Self::post(path, form).with("accept", "application/json")
    }

    pub fn by(mut self, token: &'a str) -> Self {
        self.token = Some(token);
        self
    }

    /// From a browser that keeps the cookies of this answer, such as that to a mailed link.
    pub fn after(mut self, opened: &Answer) -> Self {
        self.cookies.extend(opened.cookies());
        self
    }

    pub fn with(mut self, name: &'a str, value: &'a str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Without the headers a browser adds.
    pub fn bare(mut self) -> Self {
        self.headers.retain(|(name, _)| *name == "content-type");
        self
    }
}

/// A request on its way, whose last byte is still to come.
pub struct Held {
    /// Whether the server waits for that byte; it has answered without it otherwise.
    pub is_awaited: bool,
    last: oneshot::Sender<Bytes>,
    byte: Bytes,
    answer: JoinHandle<Response>,
}

impl Held {
    /// Sends the last byte.
    pub async fn finish(self) -> Answer {
        let _ = self.last.send(self.byte);
        read(self.answer.await.expect("the router does not panic")).await
    }

    /// The answer that comes without the last byte.
    pub async fn answer(self) -> Answer {
        read(self.answer.await.expect("the router does not panic")).await
    }
}

async fn read(response: Response) -> Answer {
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 10_000_000).await.expect("a body");
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

impl TestSite {
    pub async fn new(on: On) -> Option<Self> {
        Some(Self::standing_on(TestPlatform::new(on).await?))
    }

    /// A site on this platform.
    pub fn standing_on(t: TestPlatform) -> Self {
        Self::waiting(t, Patience::default())
    }

    /// A site that waits for bodies this long.
    pub fn waiting(t: TestPlatform, patience: Patience) -> Self {
        // As at the start of the server; it also readies the renderer. Once: while routes are listed, whatever page is
        // drawn elsewhere in the process waits for its data for ever (leptos issue 4773).
        static CHECKED: LazyLock<Result<(), Vec<String>>> = LazyLock::new(server::check::check);
        assert_eq!(*CHECKED, Ok(()));
        let readiness = Readiness::new();
        let site = Site::new(t.platform.clone(), readiness.clone()).with_patience(patience);
        tokio::spawn(platform::events::feed(t.platform.clone(), t.platform.live.clone()));
        Self { t, readiness, router: router(site) }
    }

    pub async fn sqlite() -> Self {
        Self::new(On::Sqlite).await.expect("SQLite is always there")
    }

    /// What answers, for a server on a real socket.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    pub fn cx(&self) -> Cx {
        self.t.cx()
    }

    pub async fn ask(&self, ask: Ask<'_>) -> Answer {
        read(self.open(ask).await).await
    }

    /// As [`TestSite::ask`], but of a stream, which does not end, no more than its head.
    pub async fn ask_at_once(&self, ask: Ask<'_>) -> Answer {
        let response = self.open(ask).await;
        let kind = response.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
        if kind.is_some_and(|it| it.starts_with("text/event-stream")) {
            return read(response.map(|_| Body::empty())).await;
        }
        read(response).await
    }

    /// The answer to a form, posted by whoever holds this token.
    pub async fn post(&self, token: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        self.ask(Ask::post(path, form).by(token)).await
    }

    /// As [`TestSite::ask`], on a task of its own.
    pub async fn asked_of(router: Router, ask: Ask<'_>) -> Answer {
        read(router.oneshot(Self::request(ask)).await.expect("the router always answers")).await
    }

    /// Sends all of this but the last byte, and comes back when the server waits for it.
    pub async fn hold(&self, mut ask: Ask<'_>) -> Held {
        let mut body = std::mem::take(&mut ask.body);
        let length = body.len().to_string();
        let byte = Bytes::from(body.pop().map(|byte| vec![byte]).unwrap_or_default());
        let (asks, asked) = oneshot::channel::<()>();
        let (last, coming) = oneshot::channel::<Bytes>();
        let rest = async move {
            let _ = asks.send(());
            coming.await.map_err(io::Error::other)
        };
        let pieces = stream::once(async move { Ok(Bytes::from(body)) }).chain(stream::once(rest));
        let mut request = Self::request(ask.with("content-length", &length));
        *request.body_mut() = Body::from_stream(pieces);
        let router = self.router.clone();
        let answer = tokio::spawn(async move { router.oneshot(request).await.expect("an answer") });
        Held { is_awaited: asked.await.is_ok(), last, byte, answer }
    }

    /// The answer before its body was read, for those that do not end.
    pub async fn open(&self, ask: Ask<'_>) -> Response {
        self.router.clone().oneshot(Self::request(ask)).await.expect("the router always answers")
    }

    fn request(ask: Ask<'_>) -> Request<Body> {
        let mut request = Request::builder().method(ask.method).uri(ask.path).header(header::HOST, ask.host);
        for (name, value) in &ask.headers {
            request = request.header(*name, *value);
        }
        let session = ask.token.map(|token| format!("__Host-sid={token}"));
        let others = ask.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        let cookies: Vec<String> = session.into_iter().chain(others).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        request.body(Body::from(ask.body)).expect("a request")
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Ask::get(path)).await
    }

    /// Opens a mailed link as a browser does, with its cookies: what opening answered, and the page it led to.
    pub async fn follow(&self, link: &str) -> (Answer, Answer) {
        let opened = self.get(link).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{link}");
        let page = self.ask(Ask::get(opened.location()).after(&opened)).await;
        (opened, page)
    }

    /// Opens a mailed link and posts a form of its page to this path.
    pub async fn use_link(&self, link: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        let (opened, page) = self.follow(link).await;
        let name = page.field("link").unwrap_or_default();
        self.ask(Ask::post(path, &[form, &[("link", name)]].concat()).after(&opened)).await
    }

    /// A new full session of this user.
    pub async fn session(&self, user: UserId) -> String {
        people::session(&self.cx(), user).await
    }
}
