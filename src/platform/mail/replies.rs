//! What a mail server's refusal is about: the firm's mail set-up, or this one mail (RFC 5321, 3463, 4954, 7372, 7504).
//!
//! Everything said before `RCPT TO` is about us. After it, servers mix both: Postfix keeps refusals of client, name and
//! sender back until `RCPT TO`, and Exchange Online and Amazon SES refuse the sender after the content. But the words may
//! also be those of the recipient's own server, which ours asked and quotes. So only codes that name the sending system
//! are believed there; words that speak of us are a suspicion, which takes several recipients to confirm.

/// How far a delivery had come when the server refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Connection, greeting, EHLO, STARTTLS.
    Greeting,
    /// AUTH.
    SignIn,
    /// MAIL FROM.
    Sender,
    /// RCPT TO.
    Recipient,
    /// DATA and the content.
    Content,
}

/// What is wrong with the firm's mail set-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The server does not answer, or says that it cannot work, or not with this machine.
    Server,
    /// It does not accept our sign-in, or wants one.
    SignIn,
    /// It does not accept the sender.
    Sender,
    /// It does not take mail for others from us.
    Relay,
    /// We sent as much as we may, for now.
    Limit,
}

impl Trouble {
    const ALL: [Self; 5] = [Self::Server, Self::SignIn, Self::Sender, Self::Relay, Self::Limit];

    /// Its name in the database.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Server => "server",
            Self::SignIn => "sign_in",
            Self::Sender => "sender",
            Self::Relay => "relay",
            Self::Limit => "limit",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// What follows from a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// All mails wait, and staff are told.
    Firm(Trouble),
    /// It was said of one recipient and speaks of us: this mail is tried again, and what follows for the firm depends on
    /// what is said of others.
    Suspect(Trouble),
    /// This mail is tried again.
    Later,
    /// This mail ends: no such recipient, or nobody wants to read it.
    Refused,
}

/// Class, subject and detail (RFC 3463), such as 5.1.1.
pub type Enhanced = (u16, u16, u16);

/// The enhanced status code that a reply's text begins with.
#[must_use]
pub fn enhanced(text: &str) -> Option<Enhanced> {
    let first = text.split_whitespace().next()?;
    let mut parts = first.splitn(3, '.').map(|part| part.parse().ok());
    match (parts.next()??, parts.next()??, parts.next()??) {
        (class @ (2 | 4 | 5), subject @ 0..=999, detail @ 0..=999) => Some((class, subject, detail)),
        _ => None,
    }
}

/// The table: what a refusal of this `code` and `enhanced` code with this `text` means at this `stage`.
#[must_use]
pub fn judge(stage: Stage, code: u16, enhanced: Option<Enhanced>, text: &str) -> Verdict {
    let words = text.to_lowercase();
    match stage {
        Stage::Greeting | Stage::SignIn | Stage::Sender => {
            Verdict::Firm(before_recipient(stage, code, enhanced, &words))
        }
        Stage::Recipient | Stage::Content => after_recipient(code, enhanced, &words),
    }
}

fn before_recipient(stage: Stage, code: u16, enhanced: Option<Enhanced>, words: &str) -> Trouble {
    let detail = detail(enhanced);
    let told_to_wait = stage == Stage::Greeting && matches!(detail, Some((7, 0)));
    match stage {
        _ if is_limit(enhanced) || any(words, LIMIT) || told_to_wait => Trouble::Limit,
        _ if wants_sign_in(code, detail) || any(words, SIGN_IN) => Trouble::SignIn,
        Stage::SignIn if code >= 500 => Trouble::SignIn,
        Stage::Sender if code >= 500 && !blames_machine(detail) && !any(words, MACHINE) => Trouble::Sender,
        _ => Trouble::Server,
    }
}

fn after_recipient(code: u16, enhanced: Option<Enhanced>, words: &str) -> Verdict {
    let detail = detail(enhanced);
    if let Some(trouble) = named_by_code(code, enhanced) {
        return Verdict::Firm(trouble);
    }
    match suspected(code, detail, words) {
        Some(trouble) if !names_the_recipient(detail) => Verdict::Suspect(trouble),
        _ if code < 500 => Verdict::Later,
        _ => Verdict::Refused,
    }
}

/// What codes say that are made for the sending system and nothing else.
fn named_by_code(code: u16, enhanced: Option<Enhanced>) -> Option<Trouble> {
    let detail = detail(enhanced);
    let named = [
        (is_limit(enhanced), Trouble::Limit),
        (blames_sender(detail), Trouble::Sender),
        (denies_relay(detail), Trouble::Relay),
        (wants_sign_in(code, detail), Trouble::SignIn),
        (blames_machine(detail), Trouble::Server),
    ];
    named.into_iter().find_map(|(is_named, trouble)| is_named.then_some(trouble))
}

/// What the words speak of, or a code that both sides use.
fn suspected(code: u16, detail: Option<(u16, u16)>, words: &str) -> Option<Trouble> {
    let phrases = [
        (LIMIT, Trouble::Limit),
        (SENDER, Trouble::Sender),
        (RELAY, Trouble::Relay),
        (SIGN_IN, Trouble::SignIn),
        (MACHINE, Trouble::Server),
    ];
    let said = phrases.into_iter().find_map(|(phrases, trouble)| any(words, phrases).then_some(trouble));
    said.or_else(|| is_out_of_order(code, detail).then_some(Trouble::Server))
}

fn detail(enhanced: Option<Enhanced>) -> Option<(u16, u16)> {
    enhanced.map(|(_, subject, detail)| (subject, detail))
}

/// No such mailbox, mailbox full or closed, a group that takes no mail from outside.
const fn names_the_recipient(detail: Option<(u16, u16)>) -> bool {
    matches!(detail, Some((1, 1 | 2 | 3 | 4 | 5 | 6 | 10) | (2, 1..=4) | (7, 124 | 129 | 133 | 134)))
}

/// 5.4.5 is the daily limit of Google and Exchange; 4.4.5 is anybody's congestion (RFC 3463).
const fn is_limit(enhanced: Option<Enhanced>) -> bool {
    matches!(enhanced, Some((5, 4, 5) | (_, 5, 3) | (_, 1, 90) | (_, 7, 28 | 232 | 233 | 705)))
}

const fn wants_sign_in(code: u16, detail: Option<(u16, u16)>) -> bool {
    matches!(code, 530 | 534 | 535 | 538) || matches!(detail, Some((7, 3 | 8 | 9 | 11 | 14 | 57 | 139)))
}

/// From 5.7.20: the sender's DKIM, SPF or DMARC (RFC 7372).
const fn blames_sender(detail: Option<(u16, u16)>) -> bool {
    matches!(detail, Some((1, 7 | 8) | (7, 20..=24 | 26 | 27 | 60 | 501..=503 | 509 | 515 | 750) | (2, 252)))
}

const fn denies_relay(detail: Option<(u16, u16)>) -> bool {
    matches!(detail, Some((7, 54 | 64)))
}

const fn blames_machine(detail: Option<(u16, u16)>) -> bool {
    matches!(detail, Some((7, 25 | 511 | 606..=649 | 708)))
}

/// Closing, full, or out of step with us (RFC 5321, 4.2.3). A message too large (x.3.4) is about the mail.
const fn is_out_of_order(code: u16, detail: Option<(u16, u16)>) -> bool {
    match detail {
        Some((3, 0..=3 | 5)) if code < 500 => true,
        Some((3, 2 | 5)) => true,
        None if code == 452 => true,
        _ => matches!(code, 421 | 432 | 500 | 502..=504 | 521),
    }
}

fn any(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| words.contains(phrase))
}

const LIMIT: &[&str] = &[
    "daily user sending",
    "daily sending",
    "daily limit",
    "daily message quota",
    "hourly limit",
    "sending limit",
    "send limit",
    "sending quota",
    "sending rate",
    "sending too many",
    "submission quota",
    "submissionquota",
    "message limit",
    "per hour",
    "messages per day",
    "too many messages",
    "too many mails",
    "too many emails",
    "too many recipients",
    "too many connections",
    "too many concurrent",
    "concurrent connections",
    "rate limit",
    "rate-limit",
    "throttl",
    "tenant exceeded",
    "tenant has exceeded",
    "you have exceeded",
    "account has exceeded",
];

const SIGN_IN: &[&str] = &[
    "authentication required",
    "authentication is required",
    "requires authentication",
    "auth is required",
    "auth required",
    "must authenticate",
    "not authenticated",
    "please authenticate",
    "invalid credentials",
];

const SENDER: &[&str] = &[
    "sender address rejected",
    "sender address is not allowed",
    "sender address not allowed",
    "sender rejected",
    "sender denied",
    "sender verify failed",
    "sender not authorized",
    "sender is not authorized",
    "sender is unauthenticated",
    "not owned by",
    "sendasdenied",
    "send as this sender",
    "not allowed to send",
    "not authorized to send",
    "not authorized to perform",
    "email address is not verified",
    "bad outbound sender",
    "sending paused",
    "envelope-from",
    "from address is not",
    "from address does not match",
    "invalid sender",
    "unverified sender",
];

const RELAY: &[&str] = &[
    "relay access denied",
    "relaying denied",
    "relay denied",
    "relaying temporarily denied",
    "relay not permitted",
    "relaying not permitted",
    "relay not allowed",
    "relaying not allowed",
    "relaying is not allowed",
    "relay is not allowed",
    "unable to relay",
    "cannot relay",
    "do not relay",
    "relaying prohibited",
    "allowed rcpthosts",
    "not permitted to relay",
];

const MACHINE: &[&str] = &[
    "client host",
    "helo command rejected",
    "invalid helo",
    "helo argument",
    "blocked using",
    "your ip",
    "sending ip",
    "reverse dns",
    "reverse hostname",
    "insufficient system storage",
];

#[cfg(test)]
#[path = "replies_tests.rs"]
mod tests;
