//! Our own accept loop: axum's has no deadlines (T-6), no cap on connections, and waits for ever for streams when it is
//! asked to stop (T-24).

mod answers;
mod connection;
mod limits;
mod listener;
mod meter;

pub use limits::Limits;
pub use listener::listener;

use super::sparingly::Sparingly;
use super::tally::{self, Counted, Tally};
use answers::Tasks;
use axum::Router;
use hyper_util::rt::TokioTimer;
use hyper_util::server::conn::auto::Builder;
use kernel::Ts;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::Instant;

/// Smallest buffer that hyper takes for a head, in bytes.
const SMALLEST_HEAD: usize = 8192;

/// What all connections share.
struct Entrance {
    router: Router,
    builder: Builder<Tasks>,
    limits: Arc<Limits>,
    places: Arc<Semaphore>,
    connections: Arc<Tally>,
    requests: Arc<Tally>,
    started: Instant,
    log: Sparingly,
}

/// Two places: one of all, and one of this client where it is counted.
type Places = (OwnedSemaphorePermit, Option<Counted>);

impl Entrance {
    fn new(router: Router, limits: Limits) -> Self {
        let limits = Arc::new(limits);
        let mut builder = Builder::new(Tasks(limits.clone()));
        // The meter measures what the timer for heads would: from the first byte, and not while nobody asks.
        builder
            .http1()
            .timer(TokioTimer::new())
            .header_read_timeout(None)
            .max_buf_size(limits.head.max(SMALLEST_HEAD))
            .keep_alive(true);
        builder
            .http2()
            .timer(TokioTimer::new())
            .max_header_list_size(u32::try_from(limits.head).unwrap_or(u32::MAX))
            .max_concurrent_streams(limits.streams)
            .keep_alive_interval(limits.ping)
            .keep_alive_timeout(limits.ping_answer);
        Self {
            router,
            builder,
            places: Arc::new(Semaphore::new(limits.most)),
            connections: Tally::new(limits.most_of_one),
            requests: Tally::new(limits.requests_of_one),
            limits,
            started: Instant::now(),
            log: Sparingly::new(5, 20),
        }
    }

    /// A place for a connection, unless there are too many. A trusted proxy holds connections for others, who are counted
    /// by their requests.
    fn admit(&self, peer: IpAddr) -> Option<Places> {
        let peer = peer.to_canonical();
        let place = self.places.clone().try_acquire_owned().ok()?;
        let is_proxy = self.limits.trusted_proxies.iter().any(|net| net.contains(&peer));
        let counted = match tally::client(peer).filter(|_| !is_proxy) {
            Some(client) => Some(self.connections.enter(client)?),
            None => None,
        };
        Some((place, counted))
    }

    /// Whether there are few places left.
    fn is_scarce(&self) -> bool {
        self.places.available_permits() < self.limits.most / 4
    }

    /// How many lines were left out before this one, if it may be written.
    fn may_log(&self, about: &str) -> Option<u64> {
        let micros = i64::try_from(self.started.elapsed().as_micros()).unwrap_or(i64::MAX);
        self.log.may(about, Ts(micros))
    }
}

/// Serves until `stop` resolves, then lets requests finish for as long as the limits say. Whether all of them did.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> bool {
    let patience = limits.patience;
    let entrance = Arc::new(Entrance::new(router, limits));
    let (stopping, _) = watch::channel(false);
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, peer)) => match entrance.admit(peer.ip()) {
                Some(places) => {
                    let told = stopping.subscribe();
                    tokio::spawn(connection::run(entrance.clone(), stream, peer, places, told));
                }
                None => {
                    if let Some(left_out) = entrance.may_log(&peer.ip().to_string()) {
                        tracing::warn!(ip = %peer.ip(), left_out, "too many connections");
                    }
                }
            },
            Err(error) => {
                if let Some(left_out) = entrance.may_log("accept") {
                    tracing::warn!(%error, left_out, "cannot accept a connection");
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
    drop(listener);
    stopping.send_replace(true);
    let all_ended = tokio::time::timeout(patience, stopping.closed()).await.is_ok();
    if !all_ended {
        tracing::warn!("some connections were still busy and are cut");
    }
    all_ended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_connections_in_all_and_of_one_client() {
        let limits = Limits {
            most: 7,
            most_of_one: 1,
            trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
            ..Limits::default()
        };
        let entrance = Entrance::new(Router::new(), limits);
        let mut held = Vec::new();
        for (peer, is_let_in) in [
            ("198.51.100.1", true),
            ("198.51.100.1", false),
            ("::ffff:198.51.100.1", false),
            ("198.51.100.2", true),
            ("2001:db8:1:1::1", true),
            ("2001:db8:1:1:9::1", false),
            ("2001:db8:1:2::1", true),
            // A proxy holds connections for others; this machine is a proxy or a test.
            ("10.1.1.1", true),
            ("::ffff:10.1.1.1", true),
            ("127.0.0.1", true),
            // There is no eighth place.
            ("127.0.0.1", false),
            ("203.0.113.1", false),
        ] {
            let place = entrance.admit(peer.parse().unwrap());
            assert_eq!(place.is_some(), is_let_in, "{peer}");
            held.extend(place);
        }
        drop(held);
        assert!(entrance.admit("198.51.100.1".parse().unwrap()).is_some());
    }
}
