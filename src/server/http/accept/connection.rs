//! One connection from its first byte to its end.

use super::answers::Answer;
use super::meter::{Meter, Metered, Overdue, Running};
use super::{Entrance, Places};
use crate::http::answers::plain;
use crate::http::asked::Peer;
use crate::http::tally;
use axum::body::Body;
use axum::response::Response;
use http::{HeaderValue, Request, StatusCode, Version, header};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use platform::net::client_ip;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tower::ServiceExt;

/// Serves one connection until it ends, is overdue, or everything ends.
pub async fn run(
    entrance: Arc<Entrance>,
    stream: TcpStream,
    peer: SocketAddr,
    places: Places,
    mut stopping: watch::Receiver<bool>,
) {
    let _places = places;
    let _ = stream.set_nodelay(true);
    let meter = Meter::new(entrance.limits.clone());
    let service = {
        let (entrance, meter) = (entrance.clone(), meter.clone());
        hyper::service::service_fn(move |request: Request<Incoming>| {
            let running = meter.begin(request.version() == Version::HTTP_2, entrance.is_scarce());
            // Hyper keeps the room for this as long as the connection lives, and a stream of live news lives long: on the
            // heap it is gone with the answer's head.
            Box::pin(answer(entrance.clone(), running, peer, request))
        })
    };
    let socket = TokioIo::new(Metered::new(stream, meter.clone()));
    // On the heap: pinned in this task it would be held twice.
    let mut connection = Box::pin(entrance.builder.serve_connection(socket, service));
    let mut overdue = Overdue::new(meter.clone());
    // Who came in between the last word and the end of the loop did not hear it.
    let mut told = *stopping.borrow_and_update();
    if told {
        meter.part();
        connection.as_mut().graceful_shutdown();
    }
    loop {
        tokio::select! {
            biased;
            ended = connection.as_mut() => {
                if let Err(error) = ended {
                    tracing::debug!(%error, "a connection ended badly");
                }
                return;
            }
            heard = stopping.changed() => {
                // The patience of whoever told us is at its end, too.
                if heard.is_err() || told {
                    return;
                }
                told = true;
                meter.part();
                connection.as_mut().graceful_shutdown();
            }
            () = &mut overdue => {
                if !meter.can_part() {
                    tracing::debug!("a connection was silent or not read for too long");
                    return;
                }
                meter.part();
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

/// Passes a request on, unless its client has too many under way.
async fn answer(
    entrance: Arc<Entrance>,
    running: Running,
    peer: SocketAddr,
    mut request: Request<Incoming>,
) -> Result<Response<Answer>, Infallible> {
    request.extensions_mut().insert(Peer(peer));
    let client = client_ip(peer.ip(), request.headers(), &entrance.limits.trusted_proxies);
    let counted = match tally::client(client) {
        None => None,
        Some(key) => match entrance.requests.enter(key.clone()) {
            Some(counted) => Some(Arc::new(counted)),
            None => {
                if let Some(left_out) = entrance.may_log(&key) {
                    tracing::warn!(ip = %client, left_out, "too many requests at once");
                }
                return Ok(too_many().map(|body| Answer::new(body, running, None)));
            }
        },
    };
    if let Some(counted) = &counted {
        // Goes along with the request: what was begun for a visitor who left counts until it is done.
        request.extensions_mut().insert(counted.clone());
    }
    let is_live = request.uri().path() == kernel::paths::LIVE;
    let request = request.map(Body::new);
    let response = entrance.router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
    // A stream of live news is counted by its session from here on: an office behind one address has many.
    let counted = counted.filter(|_| !is_live);
    Ok(response.map(|body| Answer::new(body, running, counted)))
}

fn too_many() -> Response {
    let mut response = plain(StatusCode::TOO_MANY_REQUESTS, "too many requests at once");
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    response
}
