//! The bytes on the wire: headers through lettre's typed builder, multipart/alternative body (RFC 5322, 2046).

use std::time::{Duration, SystemTime};

use lettre::Message;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};

use super::clean;
use super::{LOGO_ID, Outgoing, Party, SendError, Trouble};
use crate::keys::token_hash;

/// Last second of the year 9999, beyond which dates cannot be written (RFC 5322, 3.3).
const LAST_SECOND: u64 = 253_402_300_799;
/// Why nothing is handed over. Staff read these explained ([`super::explained`]).
pub const BAD_RECIPIENT: &str = "the recipient's address cannot be used";
const BAD_SENDER: &str = "the sender's address (mail_from) cannot be used";
const BAD_MESSAGE: &str = "the message cannot be built";
/// Headers that are made from the fields of [`Outgoing`] and so cannot be extra ones.
const OURS: [&str; 14] = [
    "from",
    "sender",
    "to",
    "cc",
    "bcc",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "auto-submitted",
    "return-path",
];

/// Builds the message. The same `outgoing` always yields the same bytes.
///
/// # Errors
/// [`SendError::Permanent`] with code 0 when the recipient's address cannot be used; `Trouble` when the sender's cannot,
/// which is no fault of this mail.
pub fn build(outgoing: &Outgoing) -> Result<Message, SendError> {
    let from = mailbox(&outgoing.from).filter(|from| is_plain(&from.email)).ok_or_else(no_sender)?;
    let to = mailbox(&outgoing.to).ok_or_else(unusable)?;
    let envelope = Envelope::new(Some(from.email.clone()), vec![to.email.clone()]).map_err(|_| unusable())?;
    let is_international = !is_plain(&to.email);
    let mut message = Message::builder()
        .envelope(envelope)
        .from(from)
        .to(to)
        .subject(clean::short(&outgoing.rendered.subject))
        .date(date(outgoing.date.0))
        .message_id(Some(message_id(&outgoing.message_id)));
    // An answer that goes to the sender is better than no mail. Letters such as ü travel only with SMTPUTF8, which the
    // envelope asks for when the recipient needs it.
    let reply_to = outgoing.reply_to.as_deref().and_then(clean::address);
    if let Some(address) = reply_to.filter(|address| is_international || is_plain(address)) {
        message = message.reply_to(Mailbox::new(None, address));
    }
    message = message.raw_header(header("Auto-Submitted", "auto-generated"));
    for (name, value) in &outgoing.extra_headers {
        if may_be_added(name) {
            message = message.raw_header(header(name, &clean::line(value)));
        }
    }
    let body = MultiPart::alternative()
        .boundary(boundary(&outgoing.message_id))
        .singlepart(SinglePart::plain(outgoing.rendered.text.clone()));
    let html = SinglePart::html(outgoing.rendered.html.clone());
    let body = match outgoing.logo.as_ref().map(|logo| (logo, ContentType::parse(logo.mime))) {
        Some((logo, Ok(mime))) => {
            let picture = Attachment::new_inline(LOGO_ID.to_owned()).body(logo.bytes.clone(), mime);
            let boundary = boundary(&format!("{}/html", outgoing.message_id));
            body.multipart(MultiPart::related().boundary(boundary).singlepart(html).singlepart(picture))
        }
        _ => body.singlepart(html),
    };
    message.multipart(body).map_err(|_| SendError::Permanent { code: 0, text: BAD_MESSAGE.to_owned() })
}

fn unusable() -> SendError {
    SendError::Permanent { code: 0, text: BAD_RECIPIENT.to_owned() }
}

fn is_plain(address: &lettre::Address) -> bool {
    address.user().is_ascii()
}

/// The same for every mail of the installation, so none of them ends by it.
fn no_sender() -> SendError {
    SendError::Trouble { trouble: Trouble::Sender, text: BAD_SENDER.to_owned() }
}

fn mailbox((name, address): &Party) -> Option<Mailbox> {
    let name = clean::short(name);
    Some(Mailbox::new((!name.is_empty()).then_some(name), clean::address(address)?))
}

/// `<left@right>`, other characters than those of an id dropped (RFC 5322, 3.6.4).
fn message_id(id: &str) -> String {
    let id: String = id
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@'))
        .take(200)
        .collect();
    format!("<{id}>")
}

fn date(micros: i64) -> SystemTime {
    let since = Duration::from_micros(u64::try_from(micros).unwrap_or_default());
    SystemTime::UNIX_EPOCH + since.min(Duration::from_secs(LAST_SECOND))
}

/// Derived from the id, so that a retry is the same to the byte, and not to be foreseen by whoever wrote the body.
fn boundary(message_id: &str) -> String {
    token_hash(message_id).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn may_be_added(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 60
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !OURS.iter().any(|ours| name.eq_ignore_ascii_case(ours))
}

fn header(name: &str, value: &str) -> HeaderValue {
    let name = HeaderName::new_from_ascii(name.to_owned())
        .unwrap_or_else(|_| HeaderName::new_from_ascii_str("X-Unnamed"));
    HeaderValue::new(name, value.to_owned())
}

#[cfg(test)]
#[path = "message_tests.rs"]
pub mod tests;
