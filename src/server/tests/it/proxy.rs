//! A TCP proxy that misbehaves on command: passes, falls silent, or cuts.

use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UnixStream};
use tokio::sync::watch;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Pass,
    Hang,
    Cut,
}

/// Stands before a PostgreSQL server until it is dropped.
pub struct Proxy {
    url: String,
    mode: Arc<watch::Sender<Mode>>,
}

#[derive(Clone)]
enum Behind {
    Socket(String),
    Port(String),
}

impl Proxy {
    /// Before the server at this address, which may be a socket's.
    pub async fn before(url: &str) -> Self {
        let real: url::Url = url.parse().unwrap();
        let port = real.port().unwrap_or(5432);
        let socket =
            real.query_pairs().find(|(name, _)| name == "host").map(|(_, folder)| folder.into_owned());
        let behind = match socket {
            Some(folder) => Behind::Socket(format!("{folder}/.s.PGSQL.{port}")),
            None => Behind::Port(format!("{}:{port}", real.host_str().unwrap())),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut shown = real.clone();
        shown.set_host(Some("127.0.0.1")).unwrap();
        shown.set_port(Some(listener.local_addr().unwrap().port())).unwrap();
        shown.set_query(Some("sslmode=disable"));
        let mode = Arc::new(watch::Sender::new(Mode::Pass));
        let modes = mode.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(carry(client, behind.clone(), modes.subscribe()));
            }
        });
        Self { url: shown.into(), mode }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn pass(&self) {
        self.mode.send_replace(Mode::Pass);
    }

    /// Takes connections and bytes, and hands nothing on.
    pub fn hang(&self) {
        self.mode.send_replace(Mode::Hang);
    }

    /// Ends every connection, also new ones.
    pub fn cut(&self) {
        self.mode.send_replace(Mode::Cut);
    }
}

async fn carry(client: TcpStream, behind: Behind, mut mode: watch::Receiver<Mode>) {
    let passes = mode.wait_for(|mode| *mode != Mode::Hang).await.is_ok_and(|mode| *mode == Mode::Pass);
    if passes {
        let (from, to) = client.into_split();
        match behind {
            Behind::Socket(path) => {
                let (back, there) = UnixStream::connect(path).await.unwrap().into_split();
                both(from, there, back, to, mode).await;
            }
            Behind::Port(address) => {
                let (back, there) = TcpStream::connect(address).await.unwrap().into_split();
                both(from, there, back, to, mode).await;
            }
        }
    }
}

async fn both(
    from: impl AsyncRead + Unpin,
    there: impl AsyncWrite + Unpin,
    back: impl AsyncRead + Unpin,
    to: impl AsyncWrite + Unpin,
    mode: watch::Receiver<Mode>,
) {
    tokio::select! {
        () = one_way(from, there, mode.clone()) => {}
        () = one_way(back, to, mode.clone()) => {}
        () = is_cut(mode) => {}
    }
}

async fn is_cut(mut mode: watch::Receiver<Mode>) {
    let _ = mode.wait_for(|mode| *mode == Mode::Cut).await;
}

async fn one_way(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut mode: watch::Receiver<Mode>,
) {
    let mut buffer = [0; 8192];
    while let Ok(read @ 1..) = from.read(&mut buffer).await {
        let goes_on = mode.wait_for(|mode| *mode != Mode::Hang).await.is_ok();
        if !goes_on || to.write_all(&buffer[..read]).await.is_err() {
            return;
        }
    }
}
