//! Our own accept loop: axum's has no timer for headers (T-6), no cap on connections, and waits for ever for
//! streams when it is asked to stop (T-24).

use super::context::Peer;
use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

/// Time for a request's headers (REL-16).
const HEADER_TIME: Duration = Duration::from_secs(10);
/// Most connections in all, and from one address.
const MOST: usize = 10_000;
const MOST_PER_ADDRESS: usize = 100;

#[derive(Default)]
struct Open(Mutex<HashMap<IpAddr, usize>>);

impl Open {
    /// Counts a connection in, unless there are too many. Loopback is a proxy or a test and is not capped.
    fn enter(&self, ip: IpAddr) -> bool {
        let Ok(mut open) = self.0.lock() else { return true };
        let all: usize = open.values().sum();
        let here = open.entry(ip).or_insert(0);
        if all >= MOST || (*here >= MOST_PER_ADDRESS && !ip.is_loopback()) {
            return false;
        }
        *here += 1;
        true
    }

    fn leave(&self, ip: IpAddr) {
        if let Ok(mut open) = self.0.lock()
            && let Some(here) = open.get_mut(&ip)
        {
            *here -= 1;
            if *here == 0 {
                open.remove(&ip);
            }
        }
    }
}

/// Serves until `stop` resolves, then lets requests finish for at most `patience`.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()>,
    patience: Duration,
) {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIME)
        .max_buf_size(64 * 1024)
        .keep_alive(true);
    builder.http2().timer(TokioTimer::new()).max_header_list_size(32 * 1024).max_concurrent_streams(128);
    let builder = Arc::new(builder);
    let open = Arc::new(Open::default());
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, peer)) if open.enter(peer.ip()) => {
                connect(stream, peer, &router, &builder, &open, &graceful);
            }
            Ok((_, peer)) => tracing::warn!(ip = %peer.ip(), "too many connections"),
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(patience, graceful.shutdown()).await.is_err() {
        tracing::warn!("some connections were still busy and are cut");
    }
}

fn connect(
    stream: TcpStream,
    peer: SocketAddr,
    router: &Router,
    builder: &Arc<Builder<TokioExecutor>>,
    open: &Arc<Open>,
    graceful: &GracefulShutdown,
) {
    let _ = stream.set_nodelay(true);
    let service = router.clone().map_request(move |mut request: http::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        request.map(axum::body::Body::new)
    });
    let connection =
        builder.serve_connection_with_upgrades(TokioIo::new(stream), TowerToHyperService::new(service));
    let connection = graceful.watch(connection.into_owned());
    let open = open.clone();
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended badly");
        }
        open.leave(peer.ip());
    });
}
