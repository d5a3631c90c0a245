//! A mail is a value: who, in which language, and a list of blocks. Areas build it, the outbox keeps it with the
//! commit, [`render`] turns it into text and HTML, and a [`MailTransport`] hands it to a mail server.
//!
//! Nothing here sends on its own. Lists of recipients do not exist: one mail, one recipient (SEC-69).

mod clean;
mod health;
mod memory;
pub mod message;
mod render;
mod replies;
mod smtp;

use std::fmt;

use futures::future::BoxFuture;
use i18n::{said, tl};
use kernel::email::EmailProblem;
use kernel::{Colour, EmailAddress, Locale, Said, Ts};
use serde::{Deserialize, Serialize};

pub use clean::without_addresses;
pub use health::{KnownHealth, MailHealth};
pub use memory::MemoryTransport;
pub use render::{render, render_on, with_logo, without_logo};
pub use replies::Trouble;
pub use smtp::{SmtpTransport, check_url};

/// Who sends or receives: a name (may be empty) and an address.
pub type Party = (String, String);

/// Why a text is no address, for whoever typed it.
#[must_use]
pub fn address_fault(locale: Locale, problem: EmailProblem) -> Said {
    match problem {
        EmailProblem::Empty => said!(locale, "common.required"),
        EmailProblem::TooLong => {
            let (local, most) = (EmailAddress::MAX_LOCAL, EmailAddress::MAX_BYTES);
            said!(locale, "address.too_long", local = local, most = most)
        }
        EmailProblem::Malformed => said!(locale, "address.malformed"),
        EmailProblem::Several => said!(locale, "address.several"),
        EmailProblem::Hidden => said!(locale, "address.hidden"),
        EmailProblem::Character => said!(locale, "address.character"),
        EmailProblem::Number => said!(locale, "address.number"),
        EmailProblem::Domain => said!(locale, "address.domain"),
    }
}

/// Whether every mail program can answer to this address.
#[must_use]
pub fn can_be_answered(address: &str) -> bool {
    EmailAddress::parse(address).is_ok_and(|address| address.is_plain())
}

/// Why a mail was refused, for staff: what we found ourselves in their language, a server's words as they came.
#[must_use]
pub fn explained(locale: Locale, reply: &str) -> String {
    if reply.contains(smtp::NO_SMTPUTF8) {
        tl!(locale, "address.no_smtputf8")
    } else if reply.contains(message::BAD_RECIPIENT) {
        tl!(locale, "address.unusable")
    } else {
        reply.to_owned()
    }
}

/// How urgent a mail is, and whether it can be declined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailClass {
    /// Codes, resets, notices about the login: first in the queue, cannot be switched off.
    Security,
    /// Follows from something that just happened.
    Transactional,
    /// Sent to many at once: last in the queue.
    Bulk,
}

/// A mail before it is rendered. All texts are plain text in `locale`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    pub class: MailClass,
    pub to: Party,
    pub subject: String,
    /// What a list of mails shows after the subject; 40 to 90 characters are best, more are cut.
    pub preheader: String,
    pub locale: Locale,
    /// Name of the sender; the address is configured.
    pub from_name: String,
    /// Address that answers go to, if not the sender's.
    pub reply_to: Option<String>,
    pub firm: MailFirm,
    pub blocks: Vec<Block>,
}

/// The firm as head and foot of the mail show it. Empty fields are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailFirm {
    pub name: String,
    pub phone: String,
    pub email: String,
    pub url: String,
}

/// The firm's paper: what is the same on all its mails, laid on by the outbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// Can be read under white text.
    pub accent: Option<Colour>,
    /// The postal address, in lines.
    pub address: String,
    pub website: String,
    /// The firm's logo goes along ([`Outgoing::logo`]).
    pub logo: bool,
}

/// A picture that travels inside the mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Such as `image/png`.
    pub mime: &'static str,
    pub bytes: Vec<u8>,
    /// As large as it is shown, in CSS pixels.
    pub width: u32,
    pub height: u32,
}

/// How the HTML part names the logo.
pub const LOGO_ID: &str = "logo@portico";

/// One piece of a mail. Links must be absolute `http` or `https` addresses, made from the configured origin
/// (SEC-19); anything else is shown as text that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    Heading(String),
    /// Paragraphs, separated by an empty line.
    Text(String),
    /// The one thing to do, with its link in words below.
    Button {
        label: String,
        url: String,
    },
    /// Labels and values.
    Facts(Vec<(String, String)>),
    /// A sign-in code, to be read and typed.
    Code(String),
    /// A personal message of a member of staff.
    Quote(String),
    /// Small print.
    Small(String),
}

/// A mail in its final words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendered {
    /// One line without control characters.
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// A rendered mail on its way: everything a transport needs. A retry sends the same value again, so that the
/// `Message-ID` stays and no inbox shows it twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// `unique@host`, with or without angle brackets.
    pub message_id: String,
    /// When the mail was written.
    pub date: Ts,
    pub from: Party,
    pub reply_to: Option<String>,
    pub to: Party,
    pub rendered: Rendered,
    /// The firm's logo, for the place that the HTML part has for it.
    pub logo: Option<Picture>,
    /// Further headers; the names stand in the code, never in data.
    pub extra_headers: Vec<(&'static str, String)>,
}

/// A mail server took responsibility.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// What it said, cleaned; often its queue id.
    pub reply: String,
}

/// Why a mail was not taken. The texts are one line, free of control characters, at most 200 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SendError {
    /// Not this mail now; others may go.
    Temporary {
        /// RFC 5321 reply code.
        code: u16,
        /// The server's words.
        text: String,
    },
    /// Recipient or content are refused, or the mail cannot be built: trying again is of no use.
    Permanent {
        /// RFC 5321 reply code; 0 when no server was asked.
        code: u16,
        /// The server's words, or ours.
        text: String,
    },
    /// The firm's mail set-up does not work: no mail can go. Says nothing about this one.
    Trouble {
        trouble: Trouble,
        /// The server's words with their code, or what the network said.
        text: String,
    },
    /// Recipient or content were refused with a code that is made for the sending system: as [`Self::Trouble`], though it
    /// was said to one firm only.
    Blamed {
        trouble: Trouble,
        /// The server's words with their code.
        text: String,
    },
    /// What was said of this mail's recipient or content speaks of us: the words of the recipient's own server, or the
    /// beginning of trouble.
    Suspect {
        trouble: Trouble,
        /// The server's words with their code.
        text: String,
    },
    /// The server fell silent over this mail's recipient or content: a slow recipient, or the beginning of trouble.
    Silent(String),
}

/// Hands mails to a server. The contract: at most one acceptance per call, and an error leaves nothing half sent.
pub trait MailTransport: Send + Sync {
    /// Sends one mail to its one recipient.
    ///
    /// # Errors
    /// [`SendError`], which also tells whether to try again.
    fn send(&self, outgoing: Outgoing) -> BoxFuture<'_, Result<Accepted, SendError>>;
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Temporary { code, text } => write!(f, "not now ({code}): {text}"),
            Self::Permanent { code, text } => write!(f, "refused ({code}): {text}"),
            Self::Trouble { text, .. } | Self::Blamed { text, .. } => {
                write!(f, "mail cannot be sent: {text}")
            }
            Self::Suspect { text, .. } => write!(f, "perhaps mail cannot be sent: {text}"),
            Self::Silent(text) => write!(f, "no answer: {text}"),
        }
    }
}

impl std::error::Error for SendError {}
