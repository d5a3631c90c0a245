//! The body of a request, read whole before anybody asks who sent it. Whoever holds a part of it back holds back the
//! whole request: the cookie is looked at when the last byte is here.

use super::answers::{as_json, plain_error, refuse};
use super::asked::{text, visitor};
use super::declared::UPLOADS;
use super::forms::{Typed, is_sound, is_url_encoded};
use super::limits::{BODY_LIMIT, REPORT_LIMIT, REPORTS};
use super::patience::Patience;
use super::site::Site;
use super::upload::UPLOAD_LIMIT;
use access::gate::Door;
use axum::body::{Body, Bytes};
use axum::response::Response;
use futures::StreamExt;
use http::request::Parts;
use http::{Method, StatusCode, header};
use i18n::key;
use kernel::AppError;
use platform::Cx;
use tokio::time::{Instant, timeout_at};

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
        REPORTS => REPORT_LIMIT,
        path if UPLOADS.contains(&path) => UPLOAD_LIMIT,
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
        return Err(as_json(&AppError::BadRequest));
    }
    if let Some(typed) = Typed::of(parts, &bytes) {
        parts.extensions.insert(typed);
    }
    Ok(Body::from(bytes))
}

/// What the request says of its length.
fn announced(parts: &Parts) -> Option<u64> {
    text(&parts.headers, &header::CONTENT_LENGTH)?.parse().ok()
}

/// Whether whoever asks could send a file here.
async fn may_upload(cx: &Cx, parts: &Parts) -> bool {
    let Ok(visitor) = visitor(cx, &parts.headers).await else { return false };
    let door = Door::all().iter().find(|door| door.path() == parts.uri.path());
    door.is_some_and(|door| visitor.check(cx, door.allowed()).is_ok())
}

/// Server functions take URL-encoded UTF-8, or nothing.
fn is_for_functions(parts: &Parts, bytes: &[u8]) -> bool {
    bytes.is_empty() || is_url_encoded(&parts.headers) && is_sound(bytes)
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
    use std::time::Duration;
    use std::{future, io};

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
