//! Mails to one configured server, over connections that are used again (SEC-70).
//!
//! `smtps://user:password@host:465` is implicit TLS, `smtp+starttls://user:password@host:587` insists on STARTTLS,
//! and `smtp://127.0.0.1:1025` is plain and therefore only for a server on this machine. There is no way to fall
//! back from one to another.

mod address;
mod session;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use lettre::Message;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use tokio::time::Instant;

use self::address::{Encryption, ServerAddress};
use self::session::{Progress, Server};
use super::{Accepted, MailTransport, Outgoing, SendError, clean, message};

pub use self::address::UrlProblem;

/// Longest time for one mail, connection included (REL-16).
const TOTAL: Duration = Duration::from_secs(30);
/// How long a connection is kept for the next mail; servers close theirs after a minute or more.
const IDLE: Duration = Duration::from_secs(30);
/// How long a kept connection may take to say that it still works.
const STILL_THERE: Duration = Duration::from_secs(5);
/// Most connections that are kept. How many are open at a time is the outbox's matter.
const MOST_IDLE: usize = 4;

/// The server lacks what an address with letters such as ü before the @ needs.
pub const NO_SMTPUTF8: &str = "the mail server does not know SMTPUTF8, which this address needs";

/// Connections to one server. A mail whose future is dropped takes its connection with it, so that none is ever used
/// again in the middle of a mail.
pub struct SmtpTransport {
    server: Server,
    idle: Arc<Mutex<Vec<Idle>>>,
    total: Duration,
}

/// A connection that waits for the next mail.
struct Idle {
    connection: AsyncSmtpConnection,
    since: Instant,
}

/// Whether this is the address of a mail server.
///
/// # Errors
/// [`UrlProblem`], which never repeats the address, as it may hold a password.
pub fn check_url(url: &str) -> Result<(), UrlProblem> {
    ServerAddress::parse(url).map(drop)
}

impl SmtpTransport {
    /// Reads the address of the server; connects with the first mail. Must be called inside the runtime.
    ///
    /// # Errors
    /// [`UrlProblem`], which never repeats the address, as it may hold a password.
    pub fn from_url(url: &str) -> Result<Self, UrlProblem> {
        let server = ServerAddress::parse(url)?;
        let tls = || TlsParameters::new(server.host.clone()).map_err(|_| UrlProblem::Host);
        let encryption = match server.encryption {
            Encryption::None => Tls::None,
            Encryption::Implicit => Tls::Wrapper(tls()?),
            Encryption::StartTls => Tls::Required(tls()?),
        };
        let sign_in = server.sign_in.map(|(user, password)| Credentials::new(user, password));
        let server = Server {
            host: server.host,
            port: server.port,
            tls: encryption,
            sign_in,
            hello: ClientId::default(),
        };
        Ok(Self { server, idle: Arc::default(), total: TOTAL })
    }

    /// Introduces itself to the server as `host`, the public name of this machine (EHLO, RFC 5321, 4.1.1.1).
    #[must_use]
    pub fn calling_itself(mut self, host: &str) -> Self {
        self.server.hello = ClientId::Domain(clean::short(host).replace(' ', ""));
        self
    }

    async fn deliver(&self, outgoing: Outgoing) -> Result<Accepted, SendError> {
        let message = message::build(&outgoing)?;
        let progress = Progress::new();
        match tokio::time::timeout(self.total, self.hand_over(&message, &progress)).await {
            Ok(answer) => answer,
            Err(_) => Err(session::silence(progress.stage(), "no answer in time".to_owned())),
        }
    }

    async fn hand_over(&self, message: &Message, progress: &Progress) -> Result<Accepted, SendError> {
        if let Some(mut connection) = self.kept().await {
            match session::hand_over(&mut connection, message, progress).await {
                Ok(accepted) => return Ok(self.keep(connection, accepted)),
                // Many servers close after so many minutes or mails; that is not trouble.
                Err(failed) if failed.closed => {}
                Err(failed) => {
                    session::leave(connection);
                    return Err(failed.error);
                }
            }
        }
        let mut connection = session::open(&self.server, progress).await?;
        match session::hand_over(&mut connection, message, progress).await {
            Ok(accepted) => Ok(self.keep(connection, accepted)),
            Err(failed) => {
                session::leave(connection);
                Err(failed.error)
            }
        }
    }

    /// A connection from before that still answers.
    async fn kept(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let mut kept = idle(&self.idle).pop()?;
            if kept.since.elapsed() >= IDLE {
                session::leave(kept.connection);
            } else if let Ok(true) = tokio::time::timeout(STILL_THERE, kept.connection.test_connected()).await
            {
                return Some(kept.connection);
            }
        }
    }

    fn keep(&self, connection: AsyncSmtpConnection, accepted: Accepted) -> Accepted {
        let mut waiting = idle(&self.idle);
        if waiting.len() >= MOST_IDLE {
            drop(waiting);
            session::leave(connection);
            return accepted;
        }
        waiting.push(Idle { connection, since: Instant::now() });
        drop(waiting);
        let all = Arc::downgrade(&self.idle);
        tokio::spawn(async move {
            tokio::time::sleep(IDLE).await;
            if let Some(all) = all.upgrade() {
                let old = idle(&all).extract_if(.., |it| it.since.elapsed() >= IDLE).collect::<Vec<_>>();
                old.into_iter().for_each(|it| session::leave(it.connection));
            }
        });
        accepted
    }
}

fn idle(waiting: &Mutex<Vec<Idle>>) -> MutexGuard<'_, Vec<Idle>> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner)
}

impl MailTransport for SmtpTransport {
    fn send(&self, outgoing: Outgoing) -> BoxFuture<'_, Result<Accepted, SendError>> {
        self.deliver(outgoing).boxed()
    }
}

impl fmt::Debug for SmtpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SmtpTransport").field(&format!("{}:{}", self.server.host, self.server.port)).finish()
    }
}

#[cfg(test)]
mod international_tests;
#[cfg(test)]
mod tests;
