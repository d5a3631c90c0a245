//! Connections that are silent, idle, slow, greedy or not read end, and the next visitor gets in.

use crate::wire::{SOON, Talk, Wire, patient, within};
use axum::Router;
use axum::body::Bytes;
use axum::routing::get;
use h2::client::SendRequest;
use http::{Request, StatusCode};
use server::http::Limits;
use std::sync::Arc;
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::{Notify, Semaphore};
use tokio::task::JoinHandle;

const PREFACE: &str = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const BIG: usize = 32 * 1024 * 1024;

/// Requests that wait to be let go.
struct Held {
    begun: Semaphore,
    left: Semaphore,
    go: Notify,
}

/// Says when its handler was dropped.
struct Leaving(Arc<Held>);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.left.add_permits(1);
    }
}

impl Held {
    fn new() -> Arc<Self> {
        Arc::new(Self { begun: Semaphore::new(0), left: Semaphore::new(0), go: Notify::new() })
    }

    /// One more has arrived.
    async fn one(&self) {
        within(self.begun.acquire()).await.unwrap().forget();
    }
}

/// Some answers; those at `/held` are held, and at `/task` by a task of their own.
fn router(all: &Arc<Held>) -> Router {
    let held = {
        let all = all.clone();
        move || {
            let all = all.clone();
            async move {
                let go = all.go.notified();
                all.begun.add_permits(1);
                go.await;
            }
        }
    };
    let all = all.clone();
    let task = move |request: axum::extract::Request| {
        let all = all.clone();
        async move {
            let _leaving = Leaving(all.clone());
            let work = async move {
                let go = all.go.notified();
                all.begun.add_permits(1);
                go.await;
                drop(request);
            };
            let _ = tokio::spawn(work).await;
        }
    };
    Router::new()
        .route("/", get(|| async { "hello" }))
        .route("/none", get(|| async { StatusCode::NO_CONTENT }))
        .route("/big", get(|| async { vec![b'x'; BIG] }))
        .route("/held", get(held))
        .route("/task", get(task))
}

async fn wire(limits: Limits) -> Wire {
    Wire::serving(router(&Held::new()), limits).await
}

type Connection = JoinHandle<Result<(), h2::Error>>;

/// A connection of HTTP/2 whose streams take so many bytes at a time.
async fn http2(wire: &Wire, window: u32) -> (SendRequest<Bytes>, Connection) {
    let socket = TcpStream::connect(wire.address).await.unwrap();
    let mut builder = h2::client::Builder::new();
    let (sender, connection) = builder.initial_window_size(window).handshake(socket).await.unwrap();
    (sender, tokio::spawn(connection))
}

async fn ask(sender: &SendRequest<Bytes>, path: &str) -> Result<http::Response<h2::RecvStream>, h2::Error> {
    let request = Request::get(format!("http://portal.weber.example{path}")).body(()).unwrap();
    let mut sender = within(sender.clone().ready()).await?;
    within(sender.send_request(request, true)?.0).await
}

#[tokio::test]
async fn whoever_never_finishes_a_first_request_is_not_waited_for() {
    let wire = wire(Limits { head_time: SOON, ..patient() }).await;
    let half = format!("{PREFACE}\0\0\x04\x01\x04\0\0\0\x01");
    for said in ["", "G", "PRI * HTTP", PREFACE, &half, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "] {
        let mut talk = wire.talk().await;
        talk.say(said).await;
        let heard = talk.rest().await;
        assert!(!heard.contains("200"), "{said:?}: {heard:?}");
    }
    assert!(wire.stop().await);
}

#[tokio::test]
async fn a_connection_that_nobody_uses_any_more_ends() {
    let wire = wire(Limits { keep_alive: SOON, ..patient() }).await;
    let mut talk = wire.talk().await;
    talk.ask("/", "").await;
    talk.hear("hello").await;
    assert_eq!(talk.rest().await, "");
    let (sender, connection) = http2(&wire, 65_535).await;
    assert_eq!(ask(&sender, "/none").await.unwrap().status(), StatusCode::NO_CONTENT);
    let _ = within(connection).await.unwrap();
    assert!(wire.stop().await);
}

#[tokio::test]
async fn the_second_head_has_to_come_in_time_too() {
    let wire = wire(Limits { head_time: SOON, ..patient() }).await;
    let mut talk = wire.talk().await;
    talk.ask("/", "").await;
    talk.hear("hello").await;
    talk.say("GET / HTTP/1.1\r\n").await;
    assert!(!talk.rest().await.contains("200"));
}

#[tokio::test]
async fn an_answer_that_nobody_reads_ends() {
    let wire = wire(Limits { write_time: SOON, most: 1, ..patient() }).await;
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let mut deaf = Talk::on(socket.connect(wire.address).await.unwrap());
    deaf.ask("/big", "").await;
    // There is one place, and it becomes free.
    let next = async {
        loop {
            let mut next = wire.talk().await;
            next.ask("/", "Connection: close\r\n").await;
            if next.rest().await.contains("hello") {
                return;
            }
        }
    };
    within(next).await;
    drop(deaf);
}

#[tokio::test]
async fn on_http2_an_answer_that_nobody_reads_ends_and_its_neighbours_go_on() {
    let wire = wire(Limits { write_time: SOON, ..patient() }).await;
    let (sender, _connection) = http2(&wire, 1).await;
    let mut unread = ask(&sender, "/big").await.unwrap().into_body();
    let end = async {
        // What is read is never given back to the window.
        while let Some(piece) = unread.data().await {
            if piece.is_err() {
                return true;
            }
        }
        false
    };
    assert!(within(end).await, "the answer was cut short");
    assert_eq!(ask(&sender, "/none").await.unwrap().status(), StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn no_request_takes_for_ever() {
    let wire = wire(Limits { longest: SOON, ..patient() }).await;
    let mut talk = wire.talk().await;
    talk.ask("/held", "").await;
    assert_eq!(talk.rest().await, "");
    let (sender, _connection) = http2(&wire, 65_535).await;
    assert!(ask(&sender, "/held").await.is_err());
    assert_eq!(ask(&sender, "/none").await.unwrap().status(), StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn heads_have_a_size() {
    let wire = wire(patient()).await;
    for (bytes, status) in [(30 * 1024, "200"), (33 * 1024, "431"), (200 * 1024, "431")] {
        let mut talk = wire.talk().await;
        let value = "a".repeat(bytes);
        let head = format!("GET / HTTP/1.1\r\nHost: x\r\nCookie: {value}\r\nConnection: close\r\n\r\n");
        // The refusal may come, and the connection end, before everything is said.
        let _ = tokio::io::AsyncWriteExt::write_all(&mut talk.socket, head.as_bytes()).await;
        let heard = talk.hear("\r\n").await;
        assert!(heard.starts_with(&format!("HTTP/1.1 {status}")), "{bytes}: {heard}");
    }
}

#[tokio::test]
async fn behind_a_proxy_each_client_is_counted_and_not_the_proxy() {
    let held = Held::new();
    let limits = Limits {
        requests_of_one: 1,
        most_of_one: 1,
        trusted_proxies: vec!["127.0.0.0/8".parse().unwrap()],
        ..patient()
    };
    let wire = Wire::serving(router(&held), limits).await;
    let from = |ip: &str| format!("X-Forwarded-For: {ip}\r\nConnection: close\r\n");
    let mut waiting = Vec::new();
    for ip in ["203.0.113.1", "2001:db8:1:1::1"] {
        let mut talk = wire.talk().await;
        talk.ask("/held", &from(ip)).await;
        held.one().await;
        waiting.push(talk);
    }
    for (ip, told) in [
        ("203.0.113.1", "429"),
        ("198.51.100.9, 203.0.113.1", "429"),
        ("2001:db8:1:1:ffff::2", "429"),
        ("203.0.113.2", "200"),
        ("2001:db8:1:2::1", "200"),
    ] {
        let mut talk = wire.talk().await;
        talk.ask("/", &from(ip)).await;
        let heard = talk.rest().await;
        assert!(heard.starts_with(&format!("HTTP/1.1 {told}")), "{ip}: {heard}");
        assert_eq!(heard.contains("retry-after: 1"), told == "429", "{ip}: {heard}");
    }
    held.go.notify_waiters();
    for talk in waiting {
        assert!(talk.rest().await.starts_with("HTTP/1.1 200"));
    }
    let mut again = wire.talk().await;
    again.ask("/", &from("203.0.113.1")).await;
    assert!(again.rest().await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn what_was_begun_for_a_visitor_who_left_still_counts() {
    let held = Held::new();
    let trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    let limits = Limits { requests_of_one: 1, trusted_proxies, ..patient() };
    let wire = Wire::serving(router(&held), limits).await;
    let from = "X-Forwarded-For: 203.0.113.1\r\nConnection: close\r\n";
    let mut talk = wire.talk().await;
    talk.ask("/task", from).await;
    held.one().await;
    drop(talk);
    within(held.left.acquire()).await.unwrap().forget();
    let mut next = wire.talk().await;
    next.ask("/", from).await;
    assert!(next.rest().await.starts_with("HTTP/1.1 429"));
    held.go.notify_waiters();
}

#[tokio::test]
async fn stopping_waits_for_answers_and_for_nothing_else() {
    let held = Held::new();
    let wire = Wire::serving(router(&held), patient()).await;
    let mut silent = wire.talk().await;
    silent.say("").await;
    let mut half = wire.talk().await;
    half.say("GET / HT").await;
    let mut idle = wire.talk().await;
    idle.ask("/", "").await;
    idle.hear("hello").await;
    let (sender, connection) = http2(&wire, 65_535).await;
    assert_eq!(ask(&sender, "/none").await.unwrap().status(), StatusCode::NO_CONTENT);
    let mut asked = wire.talk().await;
    asked.ask("/held", "").await;
    held.one().await;
    let stopped = tokio::spawn(wire.stop());
    for talk in [silent, half, idle] {
        assert_eq!(talk.rest().await, "");
    }
    let _ = within(connection).await.unwrap();
    assert!(!stopped.is_finished(), "an answer is under way");
    held.go.notify_waiters();
    assert!(asked.rest().await.starts_with("HTTP/1.1 200"));
    assert!(stopped.await.unwrap());
}

#[tokio::test]
async fn who_does_not_end_when_asked_is_cut_when_the_patience_ends() {
    let held = Held::new();
    let wire = Wire::serving(router(&held), Limits { patience: SOON, ..patient() }).await;
    let mut talk = wire.talk().await;
    talk.ask("/held", "").await;
    held.one().await;
    assert!(!wire.stop().await);
    assert_eq!(talk.rest().await, "");
}
