//! Mails to one configured server, over a pool of connections (SEC-70).
//!
//! `smtps://user:password@host:465` is implicit TLS, `smtp+starttls://user:password@host:587` insists on STARTTLS,
//! and `smtp://127.0.0.1:1025` is plain and therefore only for a server on this machine. There is no way to fall
//! back from one to another.

mod address;

use std::error::Error as _;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{AsyncSmtpTransportBuilder, Error};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use self::address::{Encryption, ServerAddress};
use super::{Accepted, MailTransport, Outgoing, SendError, clean, message};

pub use self::address::UrlProblem;

/// Longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// Longest time for one mail, connection included.
const TOTAL: Duration = Duration::from_secs(30);
const MOST_CONNECTIONS: u32 = 4;
/// Replies about us and not about the mail: sign-in wanted, too weak, failed, or needs encryption (RFC 4954, 6),
/// and no mail service here (RFC 7504).
const NOT_THIS_MAIL: [u16; 6] = [521, 530, 534, 535, 538, 556];

/// The server lacks what an address with letters such as ü before the @ needs.
pub const NO_SMTPUTF8: &str = "the mail server does not know SMTPUTF8, which this address needs";

type Pool = AsyncSmtpTransport<Tokio1Executor>;

/// A pool of connections to one server.
pub struct SmtpTransport {
    builder: AsyncSmtpTransportBuilder,
    pool: Mutex<Arc<Pool>>,
    total: Duration,
    shown: String,
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
        let mut builder = Pool::builder_dangerous(server.host.as_str())
            .port(server.port)
            .tls(encryption)
            .timeout(Some(CONNECT))
            .pool_config(PoolConfig::new().max_size(MOST_CONNECTIONS));
        if let Some((user, password)) = server.sign_in {
            builder = builder.credentials(Credentials::new(user, password));
        }
        Ok(Self::over(builder, format!("{}:{}", server.host, server.port)))
    }

    /// Introduces itself to the server as `host`, the public name of this machine (EHLO, RFC 5321, 4.1.1.1).
    #[must_use]
    pub fn calling_itself(self, host: &str) -> Self {
        let name = ClientId::Domain(clean::short(host).replace(' ', ""));
        Self::over(self.builder.hello_name(name), self.shown)
    }

    fn over(builder: AsyncSmtpTransportBuilder, shown: String) -> Self {
        let pool = Mutex::new(Arc::new(builder.clone().build()));
        Self { builder, pool, total: TOTAL, shown }
    }

    async fn deliver(&self, outgoing: Outgoing) -> Result<Accepted, SendError> {
        let message = message::build(&outgoing)?;
        let pool = Arc::clone(&self.pool.lock().unwrap_or_else(PoisonError::into_inner));
        let total = self.total;
        // On a task of its own: a caller that is dropped must not leave a connection in the middle of a mail.
        let hand_off = tokio::spawn({
            let pool = Arc::clone(&pool);
            async move { tokio::time::timeout(total, hand_over(&pool, message)).await }
        });
        match hand_off.await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => {
                self.replace(&pool);
                Err(SendError::Unreachable("no answer in time".to_owned()))
            }
            Err(_) => Err(SendError::Unreachable("the hand-off was stopped".to_owned())),
        }
    }

    /// After a time-out a connection may be in the middle of a mail; the pool would hand it out again.
    fn replace(&self, late: &Arc<Pool>) {
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        if Arc::ptr_eq(&pool, late) {
            *pool = Arc::new(self.builder.clone().build());
        }
    }
}

impl MailTransport for SmtpTransport {
    fn send(&self, outgoing: Outgoing) -> BoxFuture<'_, Result<Accepted, SendError>> {
        self.deliver(outgoing).boxed()
    }
}

impl fmt::Debug for SmtpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SmtpTransport").field(&self.shown).finish()
    }
}

async fn hand_over(pool: &Pool, message: Message) -> Result<Accepted, SendError> {
    let plain_address = message.envelope().to().iter().all(|to| to.to_string().is_ascii());
    match pool.send(message).await {
        Ok(response) => {
            let words = response.message().collect::<Vec<_>>().join(" ");
            Ok(Accepted { reply: clean::short(&words) })
        }
        // The server does not speak SMTPUTF8 (RFC 6531); it will not learn it by being asked again.
        Err(error) if error.is_client() && !plain_address => {
            Err(SendError::Permanent { code: 0, text: NO_SMTPUTF8.to_owned() })
        }
        Err(error) => Err(explain(&error)),
    }
}

fn explain(error: &Error) -> SendError {
    let text = clean::short(&error.source().map_or_else(|| error.to_string(), ToString::to_string));
    match error.status().map(u16::from) {
        Some(code) if NOT_THIS_MAIL.contains(&code) => SendError::Unreachable(format!("{code} {text}")),
        Some(code @ 400..500) => SendError::Temporary { code, text },
        Some(code) => SendError::Permanent { code, text },
        None => SendError::Unreachable(text),
    }
}

#[cfg(test)]
mod international_tests;
#[cfg(test)]
mod tests;
