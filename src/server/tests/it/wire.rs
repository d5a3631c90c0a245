//! A server on a real socket, and those who talk to it by hand.

use axum::Router;
use server::http::{Limits, serve};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Over soon; for the one limit that a test is about.
pub const SOON: Duration = Duration::from_millis(100);
/// Not within any test; for all others.
pub const NEVER: Duration = Duration::from_secs(3600);
/// When a test has failed.
const GUARD: Duration = Duration::from_secs(60);

/// Nothing ends by itself.
pub fn patient() -> Limits {
    Limits {
        head_time: NEVER,
        keep_alive: NEVER,
        keep_alive_scarce: NEVER,
        write_time: NEVER,
        longest: NEVER,
        ping: NEVER,
        ping_answer: NEVER,
        parting: SOON,
        patience: NEVER,
        ..Limits::default()
    }
}

/// A server that runs.
pub struct Wire {
    pub address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<bool>,
}

impl Wire {
    pub async fn serving(router: Router, limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let stopped = async move { stopped.await.unwrap_or(()) };
        let serving = tokio::spawn(serve(listener, router, limits, stopped));
        Self { address, stop, serving }
    }

    pub async fn talk(&self) -> Talk {
        Talk::on(TcpStream::connect(self.address).await.unwrap())
    }

    /// Asks it to stop; whether everything ended by itself.
    pub async fn stop(self) -> bool {
        self.stop.send(()).unwrap();
        within(self.serving).await.unwrap()
    }
}

/// Fails the test instead of hanging.
pub async fn within<F: Future>(work: F) -> F::Output {
    tokio::time::timeout(GUARD, work).await.expect("it happens")
}

/// One connection, byte by byte.
pub struct Talk {
    pub socket: TcpStream,
    heard: Vec<u8>,
}

impl Talk {
    pub fn on(socket: TcpStream) -> Self {
        Self { socket, heard: Vec::new() }
    }

    /// Says this, or as much of it as the other side takes: what it thinks of it, is heard.
    pub async fn say(&mut self, words: &str) {
        let _ = self.socket.write_all(words.as_bytes()).await;
    }

    pub async fn ask(&mut self, path: &str, headers: &str) {
        self.say(&format!("GET {path} HTTP/1.1\r\nHost: portal.weber.example\r\n{headers}\r\n")).await;
    }

    /// Listens until these words came, and gives everything up to them; panics when the other side ends before.
    pub async fn hear(&mut self, words: &str) -> String {
        loop {
            let heard = String::from_utf8_lossy(&self.heard).into_owned();
            if let Some(at) = heard.find(words) {
                self.heard.drain(..at + words.len());
                return heard[..at + words.len()].to_owned();
            }
            let more = within(self.socket.read_buf(&mut self.heard)).await.unwrap_or(0);
            assert!(more > 0, "nobody said {words:?}, only {heard:?}");
        }
    }

    /// Everything until the other side ends, by a farewell or without.
    pub async fn rest(mut self) -> String {
        while within(self.socket.read_buf(&mut self.heard)).await.is_ok_and(|more| more > 0) {}
        String::from_utf8_lossy(&self.heard).into_owned()
    }
}
