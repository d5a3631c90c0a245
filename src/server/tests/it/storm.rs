//! Visitors who leave halfway (T-25): connections that are reset while their page is drawn stop no worker thread.
//!
//! `PORTICO_STORM=300000` makes it long (`make long-proofs`).

use crate::site::TestSite;
use crate::wire::patient;
use platform::rng::{Rng, SeededRng};
use server::http::serve;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, mpsc};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

const ABORTS: usize = 2_500;
const AT_ONCE: usize = 8;
const WORKERS: usize = 2;
const NAME: &str = "storm";
/// When the test has failed.
const GUARD: Duration = Duration::from_secs(20);

const ASKED: [&str; 4] = [
    "GET /login HTTP/1.1\r\nHost: portal.weber.example\r\nAccept: text/html\r\n\r\n",
    "GET /login HTTP/1.1\r\nHost: portal.weber.example\r\nAccept: text/html\r\nAccept-Language: ja\r\n\r\n",
    "GET /help HTTP/1.1\r\nHost: portal.weber.example\r\nAccept: text/html\r\n\r\n",
    "POST /api/access/who HTTP/1.1\r\nHost: portal.weber.example\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n",
];

#[expect(clippy::disallowed_methods, reason = "tests are configured by the environment")]
fn aborts() -> usize {
    std::env::var("PORTICO_STORM").ok().and_then(|wanted| wanted.parse().ok()).unwrap_or(ABORTS)
}

/// Panics on the server's own threads, from now on.
fn count_panics() -> Arc<AtomicUsize> {
    let count = Arc::new(AtomicUsize::new(0));
    let (counted, before) = (count.clone(), std::panic::take_hook());
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() == Some(NAME) {
            counted.fetch_add(1, Ordering::SeqCst);
        }
        before(panic);
    }));
    count
}

/// Asks and goes, `count` times, each after up to twelve milliseconds.
async fn come_and_go(address: SocketAddr, seed: u64, count: usize) {
    let rng = SeededRng::new(seed);
    for _ in 0..count {
        let mut dice = [0u8; 3];
        rng.fill(&mut dice);
        let Ok(mut socket) = TcpStream::connect(address).await else { continue };
        let _ = socket.set_zero_linger();
        let _ = socket.write_all(ASKED[usize::from(dice[0]) % ASKED.len()].as_bytes()).await;
        let micros = u64::from(u16::from_be_bytes([dice[1], dice[2]])) % 12_000;
        tokio::time::sleep(Duration::from_micros(micros)).await;
    }
}

/// Each worker takes one of these tasks, or they never meet.
fn all_workers_turn(server: &Runtime) -> bool {
    let meeting = Arc::new(Barrier::new(WORKERS));
    let (told, hear) = mpsc::channel();
    for _ in 0..WORKERS {
        let (meeting, told) = (meeting.clone(), told.clone());
        server.spawn(async move {
            meeting.wait();
            let _ = told.send(());
        });
    }
    (0..WORKERS).all(|_| hear.recv_timeout(GUARD).is_ok())
}

async fn still_answers(address: SocketAddr) -> bool {
    let Ok(mut socket) = TcpStream::connect(address).await else { return false };
    let ask = "GET /login HTTP/1.1\r\nHost: portal.weber.example\r\nConnection: close\r\n\r\n";
    let mut heard = String::new();
    let _ = socket.write_all(ask.as_bytes()).await;
    let read = tokio::time::timeout(GUARD, socket.read_to_string(&mut heard)).await;
    read.is_ok() && heard.starts_with("HTTP/1.1 200")
}

#[test]
fn visitors_who_leave_halfway_stop_no_worker() {
    let panics = count_panics();
    let server =
        Builder::new_multi_thread().worker_threads(WORKERS).thread_name(NAME).enable_all().build().unwrap();
    let site = server.block_on(TestSite::sqlite());
    let listener = server.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let stopped = async move { stopped.await.unwrap_or(()) };
    let serving = server.spawn(serve(listener, site.router(), patient(), stopped));

    let visitors = Builder::new_current_thread().enable_all().build().unwrap();
    let each = aborts() / AT_ONCE;
    let seeds = u64::try_from(AT_ONCE).unwrap();
    let all = futures::future::join_all((0..seeds).map(|seed| come_and_go(address, seed, each)));
    // Where every worker hangs, the visitors would wait for ever.
    let over = visitors.block_on(async {
        let storm = tokio::time::timeout(
            Duration::from_secs(60) + Duration::from_millis(10) * u32::try_from(aborts()).unwrap(),
            all,
        );
        storm.await.is_ok()
    });
    assert!(over, "the storm is over");

    let turn = all_workers_turn(&server);
    if !turn {
        // A runtime whose worker hangs cannot be dropped.
        server.shutdown_background();
        panic!("a worker hangs after {} visitors", aborts());
    }
    assert!(visitors.block_on(still_answers(address)));
    site.readiness.stop();
    stop.send(()).unwrap();
    let ended = visitors.block_on(async { tokio::time::timeout(GUARD, serving).await });
    assert!(ended.expect("it stops").unwrap(), "all connections ended");
    assert_eq!(panics.load(Ordering::SeqCst), 0, "panics on the server's threads");
    let inside = server.enter();
    drop(site);
    drop(inside);
    server.shutdown_timeout(Duration::from_secs(1));
}
