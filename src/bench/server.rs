//! The product's binary, and the bare one beside it: begun, awaited and ended.

use crate::client::{Ask, Client};
use crate::{Failure, machine};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::process::{Child, Command};

/// Longest that a start may take, a migration included.
const LONGEST: Duration = Duration::from_secs(300);

/// A server that answers.
pub struct Server {
    pub address: SocketAddr,
    pub pid: u32,
    /// From its start to its first answer.
    pub took: Duration,
    child: Child,
}

/// Where a server finds its firm.
#[derive(Clone, Copy)]
pub struct Home<'a> {
    pub folder: &'a Path,
    /// PostgreSQL's address; without one it is SQLite in the folder.
    pub database: Option<&'a str>,
}

/// The product's binary with nothing of our own environment, at this home.
#[must_use]
pub fn portico(binary: &Path, home: Home<'_>, address: SocketAddr) -> Command {
    let mut command = Command::new(binary);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PORTICO_")) {
        command.env_remove(name);
    }
    command
        .env("PORTICO_LISTEN", address.to_string())
        .env("PORTICO_PUBLIC_URL", format!("http://{address}"))
        .env("PORTICO_DATA_DIR", home.folder)
        .env("PORTICO_LOG", "error")
        // So that visitors from elsewhere can be played.
        .env("PORTICO_TRUSTED_PROXIES", "127.0.0.0/8")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .kill_on_drop(true);
    if let Some(url) = home.database {
        command.env("PORTICO_DATABASE_URL", url);
    }
    command
}

impl Server {
    /// The portal as a firm runs it, or as a demo.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn begin(binary: &Path, home: Home<'_>, demo: bool) -> Result<Self, Failure> {
        let address = free_address()?;
        let mut command = portico(binary, home, address);
        command.arg("serve");
        if demo {
            command.arg("--demo");
        }
        Self::awaited(command, address, "/login").await
    }

    /// The bare server over the same file.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn begin_probe(database: &Path) -> Result<Self, Failure> {
        let address = free_address()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("probe").arg(database).arg(address.to_string()).kill_on_drop(true);
        Self::awaited(command, address, "/login?bytes=1").await
    }

    async fn awaited(mut command: Command, address: SocketAddr, path: &str) -> Result<Self, Failure> {
        let ask = Ask::page(path.to_owned(), None);
        let begun = Instant::now();
        let mut child = command.spawn()?;
        let pid = child.id().ok_or("it ended at once")?;
        loop {
            if let Ok(mut client) = Client::connect(address).await
                && let Ok(answer) = client.ask(&ask).await
                && answer.status.is_success()
            {
                return Ok(Self { address, pid, took: begun.elapsed(), child });
            }
            if let Some(status) = child.try_wait()? {
                return Err(format!("the server ended: {status}").into());
            }
            if begun.elapsed() > LONGEST {
                return Err("the server does not answer".into());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// Seconds of CPU used so far.
    ///
    /// # Errors
    /// When it has ended.
    pub fn cpu(&self) -> Result<f64, Failure> {
        machine::cpu(self.pid)
    }

    /// Asks it to end, and waits until it has.
    ///
    /// # Errors
    /// When it does not.
    pub async fn end(mut self) -> Result<(), Failure> {
        let pid = rustix::process::Pid::from_raw(i32::try_from(self.pid)?).ok_or("no process")?;
        rustix::process::kill_process(pid, rustix::process::Signal::TERM)?;
        tokio::time::timeout(LONGEST, self.child.wait()).await??;
        Ok(())
    }
}

/// Nobody listens there a moment before.
fn free_address() -> Result<SocketAddr, Failure> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// How a database was filled.
#[derive(Clone, Copy, Debug)]
pub struct Seeded {
    pub took: Duration,
    /// By the program; what PostgreSQL writes is its own.
    pub written: u64,
}

/// Fills an empty database with a firm of so many accounts.
///
/// # Errors
/// When that fails.
pub async fn seed(binary: &Path, home: Home<'_>, accounts: usize) -> Result<Seeded, Failure> {
    std::fs::create_dir_all(home.folder)?;
    let begun = Instant::now();
    let mut child =
        portico(binary, home, free_address()?).args(["seed", "--accounts", &accounts.to_string()]).spawn()?;
    let pid = child.id().ok_or("it ended at once")?;
    let mut written = 0;
    let status = loop {
        // Once it has ended nobody knows any more.
        written = machine::written(pid).unwrap_or(written).max(written);
        match tokio::time::timeout(Duration::from_millis(50), child.wait()).await {
            Ok(status) => break status?,
            Err(_) => continue,
        }
    };
    if !status.success() {
        return Err(format!("seeding failed: {status}").into());
    }
    Ok(Seeded { took: begun.elapsed(), written })
}
