//! A mail server that accepts everything and remembers whom each mail was for.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// The server; it outlives the children.
pub struct Sink {
    address: SocketAddr,
    arrived: Arc<Mutex<BTreeMap<String, usize>>>,
}

impl Sink {
    /// Listens on a free port of loopback.
    ///
    /// # Errors
    /// When it cannot listen.
    pub async fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let sink = Self { address: listener.local_addr()?, arrived: Arc::default() };
        let arrived = sink.arrived.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, arrived.clone()));
            }
        });
        Ok(sink)
    }

    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// How often a whole mail arrived for each address.
    pub fn arrived(&self) -> BTreeMap<String, usize> {
        self.arrived.lock().map(|arrived| arrived.clone()).unwrap_or_default()
    }
}

async fn converse(stream: TcpStream, arrived: Arc<Mutex<BTreeMap<String, usize>>>) -> std::io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    writer.write_all(b"220 sink\r\n").await?;
    let (mut to, mut in_data) = (String::new(), false);
    while let Some(line) = lines.next_line().await? {
        let answer: &[u8] = if in_data {
            if line != "." {
                continue;
            }
            in_data = false;
            if let Ok(mut arrived) = arrived.lock() {
                *arrived.entry(std::mem::take(&mut to)).or_insert(0) += 1;
            }
            b"250 kept\r\n"
        } else if let Some(rest) = line.strip_prefix("RCPT TO:<") {
            to = rest.split('>').next().unwrap_or_default().to_owned();
            b"250 ok\r\n"
        } else if line.starts_with("DATA") {
            in_data = true;
            b"354 go on\r\n"
        } else if line.starts_with("QUIT") {
            writer.write_all(b"221 bye\r\n").await?;
            return Ok(());
        } else {
            b"250 ok\r\n"
        };
        writer.write_all(answer).await?;
    }
    Ok(())
}
