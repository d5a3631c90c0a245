//! One connection, driven command by command, so that a refusal is known with its stage.

use std::error::Error as _;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Tls};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};

use super::super::replies::{self, Stage, Verdict};
use super::super::{Accepted, SendError, Trouble, clean};

/// Longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// Longest wait for a good-bye that nobody waits for.
const GOOD_BYE: Duration = Duration::from_secs(5);

/// Where the server is and how to speak with it.
#[derive(Clone)]
pub(super) struct Server {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    pub sign_in: Option<Credentials>,
    pub hello: ClientId,
}

/// How far a delivery has come; read from outside when its time is up.
pub(super) struct Progress(Mutex<Stage>);

impl Progress {
    pub fn new() -> Self {
        Self(Mutex::new(Stage::Greeting))
    }

    fn reach(&self, stage: Stage) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = stage;
    }

    pub fn stage(&self) -> Stage {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Connects, greets, encrypts and signs in.
///
/// # Errors
/// [`SendError::Trouble`]: whatever is refused here is not about a mail.
pub(super) async fn open(server: &Server, progress: &Progress) -> Result<AsyncSmtpConnection, SendError> {
    progress.reach(Stage::Greeting);
    let wrapper = match &server.tls {
        Tls::Wrapper(parameters) => Some(parameters.clone()),
        _ => None,
    };
    let address = (server.host.as_str(), server.port);
    let connected =
        AsyncSmtpConnection::connect_tokio1(address, Some(CONNECT), &server.hello, wrapper, None).await;
    let mut connection = connected.map_err(|error| explain(Stage::Greeting, &error))?;
    if let Tls::Required(parameters) = &server.tls {
        let encrypted = connection.starttls(parameters.clone(), &server.hello).await;
        encrypted.map_err(|error| explain(Stage::Greeting, &error))?;
    }
    if let Some(credentials) = &server.sign_in {
        progress.reach(Stage::SignIn);
        let signed_in = connection.auth(DEFAULT_MECHANISMS, credentials).await;
        signed_in.map_err(|error| explain(Stage::SignIn, &error))?;
    }
    Ok(connection)
}

/// Why a mail was not taken, and whether a connection that had been idle is to blame.
pub(super) struct Failed {
    pub error: SendError,
    /// The server closed before it had heard of this mail: a fresh connection may do.
    pub closed: bool,
}

/// Hands over one mail to its one recipient.
///
/// # Errors
/// [`Failed`]. The connection is of no use afterwards.
pub(super) async fn hand_over(
    connection: &mut AsyncSmtpConnection,
    message: &Message,
    progress: &Progress,
) -> Result<Accepted, Failed> {
    let bytes = message.formatted();
    let options = options(connection, message, &bytes)?;
    progress.reach(Stage::Sender);
    let envelope = message.envelope();
    let from = connection.command(Mail::new(envelope.from().cloned(), options)).await;
    from.map_err(|error| Failed { closed: is_closed(&error), error: explain(Stage::Sender, &error) })?;
    progress.reach(Stage::Recipient);
    for to in envelope.to() {
        connection.command(Rcpt::new(to.clone(), Vec::new())).await.map_err(at(Stage::Recipient))?;
    }
    progress.reach(Stage::Content);
    connection.command(Data).await.map_err(at(Stage::Content))?;
    let response = connection.message(&bytes).await.map_err(at(Stage::Content))?;
    let words = response.message().collect::<Vec<_>>().join(" ");
    Ok(Accepted { reply: clean::short(&words) })
}

fn at(stage: Stage) -> impl Fn(Error) -> Failed {
    move |error| Failed { error: explain(stage, &error), closed: false }
}

/// What the message demands of the server (RFC 6531, 6152). The server will not learn it by being asked again.
fn options(
    connection: &AsyncSmtpConnection,
    message: &Message,
    bytes: &[u8],
) -> Result<Vec<MailParameter>, Failed> {
    let cannot =
        |why: &str| Failed { error: SendError::Permanent { code: 0, text: why.to_owned() }, closed: false };
    let server = connection.server_info();
    let mut options = Vec::new();
    if message.envelope().to().iter().any(|to| !to.to_string().is_ascii()) {
        if !server.supports_feature(Extension::SmtpUtfEight) {
            return Err(cannot(super::NO_SMTPUTF8));
        }
        options.push(MailParameter::SmtpUtfEight);
    }
    if !bytes.is_ascii() {
        if !server.supports_feature(Extension::EightBitMime) {
            return Err(cannot("the server cannot take this message"));
        }
        options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    Ok(options)
}

/// Says good-bye without making anybody wait for it.
pub(super) fn leave(mut connection: AsyncSmtpConnection) {
    tokio::spawn(async move { tokio::time::timeout(GOOD_BYE, connection.abort()).await });
}

/// The connection was lost, or the server says that it closes it.
fn is_closed(error: &Error) -> bool {
    error.status().is_none_or(|code| u16::from(code) == 421)
}

fn explain(stage: Stage, error: &Error) -> SendError {
    let said = error.source().map_or_else(|| error.to_string(), ToString::to_string);
    let text = clean::short(&said);
    let Some(code) = error.status().map(u16::from) else {
        return silence(stage, text);
    };
    // Addresses are left out: a recipient's may hold any word.
    match replies::judge(stage, code, replies::enhanced(&said), &clean::without_addresses(&said)) {
        Verdict::Firm(trouble) if matches!(stage, Stage::Recipient | Stage::Content) => {
            SendError::Blamed { trouble, text: format!("{code} {text}") }
        }
        Verdict::Firm(trouble) => SendError::Trouble { trouble, text: format!("{code} {text}") },
        Verdict::Suspect(trouble) => SendError::Suspect { trouble, text: format!("{code} {text}") },
        Verdict::Later => SendError::Temporary { code, text },
        Verdict::Refused => SendError::Permanent { code, text },
    }
}

/// No reply at all: the server's fault until it has accepted the sender, and nobody knows whose afterwards.
pub(super) fn silence(stage: Stage, text: String) -> SendError {
    match stage {
        Stage::Greeting | Stage::Sender => SendError::Trouble { trouble: Trouble::Server, text },
        // Also when it offers none of the ways to sign in that we know.
        Stage::SignIn => SendError::Trouble { trouble: Trouble::SignIn, text },
        Stage::Recipient | Stage::Content => SendError::Silent(text),
    }
}
