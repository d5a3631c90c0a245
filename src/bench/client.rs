//! A connection that is kept, as a browser keeps it.

use crate::Failure;
use bytes::Bytes;
use http::{Method, Request, StatusCode, header};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use tokio::net::TcpStream;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Ask {
    pub path: String,
    /// Of the session's cookie.
    pub token: Option<String>,
    /// Fields of a form; then it is a post.
    pub form: Option<Vec<(&'static str, String)>>,
    /// Whom a proxy in front says that it asks for.
    pub on_behalf_of: Option<String>,
}

impl Ask {
    #[must_use]
    pub fn page(path: String, token: Option<&str>) -> Self {
        Self { path, token: token.map(str::to_owned), form: None, on_behalf_of: None }
    }
}

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    /// Bytes on the wire, without the head.
    pub wire: usize,
    /// The body as it is meant.
    pub body: Vec<u8>,
}

/// A connection to one server.
pub struct Client {
    address: SocketAddr,
    sender: SendRequest<Full<Bytes>>,
}

impl Client {
    /// # Errors
    /// When nothing listens there.
    pub async fn connect(address: SocketAddr) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(async move {
            let _ = connection.await;
        });
        Ok(Self { address, sender })
    }

    /// Asks, and reads the answer to its end.
    ///
    /// # Errors
    /// When the connection ends before the answer does.
    pub async fn ask(&mut self, ask: &Ask) -> Result<Answer, Failure> {
        let response = self.open(ask).await?;
        let (head, body) = response.into_parts();
        let wire = body.collect().await?.to_bytes();
        let body = match head.headers.get(header::CONTENT_ENCODING).map(http::HeaderValue::as_bytes) {
            None => wire.to_vec(),
            Some(b"zstd") => zstd::stream::decode_all(&wire[..])?,
            Some(other) => return Err(format!("an encoding nobody asked for: {other:?}").into()),
        };
        Ok(Answer { status: head.status, wire: wire.len(), body })
    }

    /// Asks, and leaves the body to be read.
    ///
    /// # Errors
    /// As [`Client::ask`].
    pub async fn open(&mut self, ask: &Ask) -> Result<http::Response<Incoming>, Failure> {
        self.sender.ready().await?;
        Ok(self.sender.send_request(self.request(ask)?).await?)
    }

    fn request(&self, ask: &Ask) -> Result<Request<Full<Bytes>>, Failure> {
        let origin = format!("http://{}", self.address);
        let mut request = Request::builder()
            .uri(&ask.path)
            .header(header::HOST, self.address.to_string())
            .header(
                header::USER_AGENT,
                "Mozilla/5.0 (X11; Linux x86_64; rv:147.0) Gecko/20100101 Firefox/147.0",
            )
            .header(header::ACCEPT_LANGUAGE, "en-GB,en;q=0.5")
            .header(header::ACCEPT_ENCODING, "zstd");
        if let Some(token) = &ask.token {
            request = request.header(header::COOKIE, format!("sid={token}"));
        }
        if let Some(other) = &ask.on_behalf_of {
            request = request.header("x-forwarded-for", other);
        }
        let Some(form) = &ask.form else {
            let request = request
                .header(header::ACCEPT, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .header("sec-fetch-site", "same-origin")
                .header("sec-fetch-mode", "navigate")
                .header("sec-fetch-dest", "document");
            return Ok(request.body(Full::default())?);
        };
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = request
            .method(Method::POST)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "application/json")
            .header(header::ACCEPT, "application/json")
            .header(header::ORIGIN, origin)
            .header("sec-fetch-site", "same-origin")
            .header("sec-fetch-mode", "cors")
            .header("sec-fetch-dest", "empty");
        Ok(request.body(Full::from(body))?)
    }
}
