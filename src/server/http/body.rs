//! The body of a request, read whole before anybody asks who sent it. Whoever holds a part of it back holds back the
//! whole request: the cookie is looked at when the last byte is here.

use super::gate::{plain_error, refuse};
use super::typed::Typed;
use super::upload::UPLOAD_LIMIT;
use super::{BODY_LIMIT, REPORT_LIMIT, Site, api, context, doors};
use axum::body::{Body, Bytes};
use axum::response::Response;
use futures::StreamExt;
use http::request::Parts;
use http::{Method, StatusCode, header};
use i18n::key;
use kernel::AppError;
use platform::Cx;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// How long the server waits for a body (REL-16).
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// This long at any rate.
    pub at_first: Duration,
    /// Every so many bytes earn another second after that.
    pub bytes_a_second: u32,
    /// No longer than this, however fast it comes.
    pub at_most: Duration,
    /// No longer than this after the process was asked to stop.
    pub when_stopping: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            at_first: Duration::from_secs(30),
            bytes_a_second: 1024,
            at_most: Duration::from_secs(300),
            when_stopping: Duration::from_secs(2),
        }
    }
}

impl Patience {
    /// How long after the beginning more must have come, where so much is here.
    fn until(self, bytes: usize) -> Duration {
        let earned = Duration::from_secs(bytes as u64) / self.bytes_a_second.max(1);
        self.at_first.saturating_add(earned).min(self.at_most)
    }
}

/// Why there is no body.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    TooLarge,
    TooSlow,
    /// The process is asked to stop, and the rest does not come.
    Stopping,
    /// It broke off.
    Broken,
}

/// The request's body, here as a whole; or how to refuse it. Those that have none are left alone. A plain form goes along with
/// the request as well, as it came ([`Typed`]).
///
/// # Errors
/// The answer: 413 where it is too large, 408 where it comes too slowly, 503 where it holds up a stop, 400 where it breaks
/// off or no server function takes such a thing.
pub async fn taken(site: &Site, cx: &Cx, parts: &mut Parts, body: Body) -> Result<Body, Response> {
    if matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(body);
    }
    let path = parts.uri.path();
    let limit = match path {
        super::REPORTS => REPORT_LIMIT,
        path if doors::UPLOADS.contains(&path) => UPLOAD_LIMIT,
        _ => BODY_LIMIT,
    };
    if announced(parts).is_some_and(|bytes| bytes > limit as u64) {
        return Err(in_words(&Fault::TooLarge));
    }
    if limit > BODY_LIMIT && !may_upload(cx, parts).await {
        // Nobody's megabytes are kept: who this is is asked again anyway, and refused there.
        return Ok(Body::empty());
    }
    let stopping = async {
        site.readiness.clone().stopped().await;
        tokio::time::sleep(site.patience.when_stopping).await;
    };
    let bytes = read(body, limit, site.patience, stopping).await.map_err(|fault| in_words(&fault))?;
    if parts.method == Method::POST && path.starts_with("/api/") && !is_for_functions(parts, &bytes) {
        return Err(api::as_json(&AppError::BadRequest));
    }
    if let Some(typed) = Typed::of(parts, &bytes) {
        parts.extensions.insert(typed);
    }
    Ok(Body::from(bytes))
}

/// What the request says of its length.
fn announced(parts: &Parts) -> Option<u64> {
    context::text(&parts.headers, &header::CONTENT_LENGTH)?.parse().ok()
}

/// Whether whoever asks could send a file here.
async fn may_upload(cx: &Cx, parts: &Parts) -> bool {
    let Ok(visitor) = super::gate::visitor(cx, &parts.headers).await else { return false };
    let door = doors::all().iter().find(|door| door.path == parts.uri.path());
    door.is_some_and(|door| visitor.check(cx, door.allowed).is_ok())
}

/// Server functions take URL-encoded UTF-8, or nothing.
fn is_for_functions(parts: &Parts, bytes: &[u8]) -> bool {
    bytes.is_empty() || doors::is_url_encoded(&parts.headers) && doors::is_sound(bytes)
}

/// `stopping` resolves when whoever holds the rest back holds up the end of the process.
async fn read(
    body: Body,
    limit: usize,
    patience: Patience,
    stopping: impl Future<Output = ()>,
) -> Result<Bytes, Fault> {
    let began = Instant::now();
    let mut stream = body.into_data_stream();
    let mut all = Vec::new();
    tokio::pin!(stopping);
    loop {
        let next = tokio::select! {
            biased;
            next = timeout_at(began + patience.until(all.len()), stream.next()) => next.map_err(|_| Fault::TooSlow)?,
            () = &mut stopping => return Err(Fault::Stopping),
        };
        match next {
            None => return Ok(all.into()),
            Some(Err(_)) => return Err(Fault::Broken),
            Some(Ok(piece)) if all.len() + piece.len() > limit => return Err(Fault::TooLarge),
            Some(Ok(piece)) => all.extend_from_slice(&piece),
        }
    }
}

fn in_words(fault: &Fault) -> Response {
    match fault {
        Fault::TooLarge => refuse(StatusCode::PAYLOAD_TOO_LARGE, const { key("common.error.too_large") }),
        Fault::TooSlow => refuse(StatusCode::REQUEST_TIMEOUT, const { key("common.error.too_slow") }),
        // With a word on when to come again.
        Fault::Stopping => plain_error(&AppError::Busy),
        Fault::Broken => plain_error(&AppError::BadRequest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::stream;
    use std::{future, io};

    #[test]
    fn a_body_has_half_a_minute_and_a_second_for_every_kibibyte_and_never_more_than_five_minutes() {
        for (bytes, wanted) in [
            (0, 30_000),
            (512, 30_500),
            (1024, 31_000),
            (100 * 1024, 130_000),
            (256 * 1024, 286_000),
            (270 * 1024, 300_000),
            (UPLOAD_LIMIT, 300_000),
        ] {
            let until = Patience::default().until(bytes);
            assert_eq!(until, Duration::from_millis(wanted), "{bytes}");
        }
    }

    fn body(pieces: Vec<io::Result<Bytes>>, ends: bool) -> Body {
        let pieces = stream::iter(pieces);
        if ends { Body::from_stream(pieces) } else { Body::from_stream(pieces.chain(stream::pending())) }
    }

    #[tokio::test]
    async fn a_body_is_read_whole_or_not_at_all() {
        let piece = |bytes: usize| Ok(Bytes::from(vec![b'a'; bytes]));
        let none = Patience {
            at_first: Duration::ZERO,
            bytes_a_second: u32::MAX,
            at_most: Duration::ZERO,
            ..Patience::default()
        };
        for (what, pieces, ends, wanted) in [
            ("nothing", vec![], true, Ok(0)),
            ("one piece", vec![piece(10)], true, Ok(10)),
            ("as much as fits", vec![piece(4), piece(0), piece(6)], true, Ok(10)),
            ("one byte more", vec![piece(10), piece(1)], true, Err(Fault::TooLarge)),
            ("much more, and it does not end", vec![piece(11)], false, Err(Fault::TooLarge)),
            ("broken off", vec![piece(1), Err(io::Error::other("gone"))], true, Err(Fault::Broken)),
            ("held back", vec![piece(9)], false, Err(Fault::TooSlow)),
            ("held back from the first byte", vec![], false, Err(Fault::TooSlow)),
        ] {
            let read = read(body(pieces, ends), 10, none, future::pending()).await;
            assert_eq!(read.map(|bytes| bytes.len()), wanted, "{what}");
        }
    }

    #[tokio::test]
    async fn what_is_here_when_the_process_stops_is_taken_and_what_is_held_back_is_not() {
        let piece = || Ok(Bytes::from_static(b"abc"));
        for (what, ends, wanted) in [("all of it", true, Ok(6)), ("held back", false, Err(Fault::Stopping))] {
            let body = body(vec![piece(), piece()], ends);
            let read = read(body, 10, Patience::default(), future::ready(())).await;
            assert_eq!(read.map(|bytes| bytes.len()), wanted, "{what}");
        }
    }
}
