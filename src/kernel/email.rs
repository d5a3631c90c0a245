//! E-mail addresses, parsed once at the door (DM-10). There is one grammar: what is accepted here, the mailer can use, and
//! however one mailbox is spelled, its form for matching is the same.

use std::fmt;

/// An address as people read it, with a form for matching.
///
/// What surrounds a pasted address is taken off; dots and plus parts are kept. On the server the text is in Unicode NFC
/// and the domain was checked and is known in both its forms.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress {
    shown: String,
    norm: String,
}

/// Why a text is not an address. Texts in the reader's language explain each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailProblem {
    Empty,
    TooLong,
    /// No single `@`, nothing before or after it, no dot after it, dots where none may be.
    Malformed,
    /// More than one address.
    Several,
    /// A space, or a character that cannot be seen or changes direction.
    Hidden,
    /// A character before the `@` that no mail server takes, such as a full-width letter or an emoji.
    Character,
    /// The domain is the number of a machine or ends in one, so there is no such domain.
    Number,
    /// What follows the `@` can be no domain, such as wrong punycode.
    Domain,
}

impl EmailAddress {
    /// Longest accepted address in bytes (RFC 5321, 4.5.3.1.3: a path has 256 octets with its brackets).
    pub const MAX_BYTES: usize = 254;
    /// Longest part before the `@` in bytes (RFC 5321, 4.5.3.1.1).
    pub const MAX_LOCAL: usize = 64;
    /// Longest text in bytes that is looked at: an address and a name around it.
    const MAX_TYPED: usize = 1000;

    /// Reads what somebody typed or pasted: `Anna <anna@example.org>`, `mailto:`, trailing `;` `,` `.` and characters
    /// that cannot be seen are taken off first.
    ///
    /// # Errors
    /// See [`EmailProblem`].
    pub fn parse(text: &str) -> Result<Self, EmailProblem> {
        if text.len() > Self::MAX_TYPED {
            return Err(EmailProblem::TooLong);
        }
        let seen = seen(text);
        let (local, domain) = halves(bare(&seen)?)?;
        check_local(local)?;
        let (ascii, readable) = domain_forms(domain)?;
        let shown = format!("{local}@{readable}");
        if shown.len().max(local.len() + 1 + ascii.len()) > Self::MAX_BYTES {
            return Err(EmailProblem::TooLong);
        }
        Ok(Self { norm: format!("{}@{ascii}", lowered(local)), shown })
    }

    /// An address from a row, which may have been stored under an older grammar. Such a one is kept as it is, so that
    /// it can be shown, replaced and matched; the mailer says why it cannot be used.
    #[must_use]
    pub fn stored(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|_| Self { shown: text.to_owned(), norm: former(text) })
    }

    /// As people read it: the domain in its own letters, never in punycode.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// For matching: two addresses are the same mailbox for us when this is equal. The domain is in ASCII.
    #[must_use]
    pub fn norm(&self) -> &str {
        &self.norm
    }

    /// What mail servers are told: the part before the `@` as it was typed, and the domain in ASCII.
    #[must_use]
    pub fn on_the_wire(&self) -> (&str, &str) {
        let local = self.shown.rsplit_once('@').map_or("", |(local, _)| local);
        let domain = self.norm.rsplit_once('@').map_or("", |(_, domain)| domain);
        (local, domain)
    }

    /// Whether every mail server takes it. Others need SMTPUTF8 (RFC 6531).
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.on_the_wire().0.is_ascii()
    }

    /// `a***@mueller.example`: enough to recognise one's own address, not to learn somebody else's.
    #[must_use]
    pub fn masked(&self) -> String {
        mask(&self.shown)
    }
}

/// How a typed address is looked up: by exactly this spelling, by the mailbox it names, and by the spelling that people
/// read. All rows stand under their mailbox's form, but for those that were left when two turned out to be one mailbox.
#[derive(Clone, PartialEq, Eq)]
pub struct Lookup {
    /// [`EmailAddress::norm`], or nothing that is stored when the text is no address.
    pub norm: String,
    pub spelling: String,
    /// With the domain in its letters.
    pub readable: String,
    /// By what tries at this address are counted: one text for everything that finds the same row, so that nobody gets more
    /// tries by spelling it differently. What can be nobody's is counted as it was typed.
    pub counted: String,
}

impl Lookup {
    #[must_use]
    pub fn of(typed: &str) -> Self {
        // What is too long to be looked at names nobody.
        let seen = if typed.len() > EmailAddress::MAX_TYPED { String::new() } else { seen(typed) };
        let spelling = former(bare(&seen).unwrap_or(&seen));
        let (norm, readable) = EmailAddress::parse(typed).map_or_else(
            |_| (spelling.clone(), spelling.clone()),
            |address| (address.norm, address.shown.to_lowercase()),
        );
        let counted = if norm.is_empty() { typed.trim().chars().take(254).collect() } else { norm.clone() };
        Self { norm, spelling, readable, counted }
    }
}

/// The form for matching that was stored before domains had one spelling. Nothing for what never was an address.
fn former(text: &str) -> String {
    let text = text.trim();
    if text.len() > EmailAddress::MAX_BYTES || text.chars().any(char::is_control) {
        return String::new();
    }
    nfc(text).to_lowercase()
}

/// See [`EmailAddress::masked`]; for an address that is already known to be one.
#[must_use]
pub fn mask(address: &str) -> String {
    match address.split_once('@') {
        Some((local, domain)) => {
            let first = local.chars().next().unwrap_or('*');
            format!("{first}***@{domain}")
        }
        None => "***".to_owned(),
    }
}

/// Without what draws nothing.
fn seen(text: &str) -> String {
    nfc(&text.chars().filter(|c| !is_nothing(*c)).collect::<String>())
}

/// Takes off what surrounds a pasted address.
fn bare(text: &str) -> Result<&str, EmailProblem> {
    let mut rest = text;
    loop {
        let before = rest.len();
        rest = rest.trim_matches(|c: char| c.is_whitespace() || (is_hidden(c) && !c.is_control()));
        rest = rest.trim_start_matches([';', ',']).trim_end_matches([';', ',', '.', '。', '．', '｡']);
        rest = inside(rest)?;
        if rest.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:")) {
            rest = &rest[7..];
            let query = rest.find('@').and_then(|at| rest[at..].find('?').map(|query| at + query));
            rest = query.map_or(rest, |query| &rest[..query]);
            // Percent-encoded: guessing what was meant could name somebody else's mailbox.
            if rest.contains('%') {
                return Err(EmailProblem::Malformed);
            }
        }
        if rest.len() == before {
            return Ok(rest);
        }
    }
}

/// `Anna <anna@example.org>` and `'anna@example.org'` without what is around the address.
fn inside(text: &str) -> Result<&str, EmailProblem> {
    if let Some((name, address)) = text.strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
        return if name.contains(['<', '>']) { Err(EmailProblem::Several) } else { Ok(address) };
    }
    let unquoted = ['\'', '"'].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    Ok(unquoted.unwrap_or(text))
}

fn halves(text: &str) -> Result<(&str, &str), EmailProblem> {
    if text.is_empty() {
        return Err(EmailProblem::Empty);
    }
    let (local, domain) = text.split_once('@').ok_or(EmailProblem::Malformed)?;
    if domain.contains('@') {
        let several = text.contains(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<'));
        return Err(if several { EmailProblem::Several } else { EmailProblem::Malformed });
    }
    // Joiners shape letters of some scripts, and whether a domain may hold them is known to its own check.
    let is_seen = |c: char| !c.is_whitespace() && (!is_hidden(c) || matches!(c, '\u{200C}' | '\u{200D}'));
    if !local.chars().all(|c| !c.is_whitespace() && !is_hidden(c)) || !domain.chars().all(is_seen) {
        return Err(EmailProblem::Hidden);
    }
    if local.is_empty() || domain.is_empty() { Err(EmailProblem::Malformed) } else { Ok((local, domain)) }
}

/// A dot-atom (RFC 5322, 3.2.3) that may hold letters of every script (RFC 6532, 3.2), but none that only look different.
fn check_local(local: &str) -> Result<(), EmailProblem> {
    if local.len() > EmailAddress::MAX_LOCAL {
        return Err(EmailProblem::TooLong);
    }
    let is_fine = |c: char| {
        if c.is_ascii() {
            c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c)
        } else {
            is_letter(c)
        }
    };
    if !local.chars().all(is_fine) || local.starts_with(is_mark) || !is_plainly_written(local) {
        return Err(EmailProblem::Character);
    }
    if local.starts_with('.') || local.ends_with('.') || local.contains("..") {
        return Err(EmailProblem::Malformed);
    }
    Ok(())
}

fn is_letter(c: char) -> bool {
    // Letters and marks that draw nothing.
    let blank = matches!(c, '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{20D0}'..='\u{20FF}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}');
    !blank && (c.is_alphanumeric() || is_mark(c))
}

/// The domain as mail servers and as people know it.
fn domain_forms(domain: &str) -> Result<(String, String), EmailProblem> {
    if domain.starts_with('[') {
        return Err(EmailProblem::Number);
    }
    let ascii = to_ascii(domain)?;
    let Some((_, last)) = ascii.rsplit_once('.') else { return Err(EmailProblem::Malformed) };
    // No top-level domain begins with a digit, and what looks like one is read as the number of a machine.
    if last.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(EmailProblem::Number);
    }
    let readable =
        if domain.is_ascii() && !ascii.contains("xn--") { domain.to_owned() } else { to_readable(&ascii) };
    Ok((ascii, readable))
}

/// Lower case, and composed again, as lowering can take a letter apart.
fn lowered(local: &str) -> String {
    nfc(&local.to_lowercase())
}

/// Control characters, and those that change direction or cannot be seen.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{00AD}')
}

/// Zero-width spaces, byte order marks and places to break a line, which come along when an address is copied.
const fn is_nothing(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

#[cfg(not(target_arch = "wasm32"))]
pub use on_server::mailbox;
#[cfg(not(target_arch = "wasm32"))]
use on_server::{is_mark, is_plainly_written, nfc, to_ascii, to_readable};

#[cfg(not(target_arch = "wasm32"))]
mod on_server {
    use super::{EmailAddress, EmailProblem, is_hidden};
    use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    pub(super) fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    pub(super) fn is_mark(c: char) -> bool {
        is_combining_mark(c)
    }

    /// Without full-width, circled, raised and other variants of letters.
    pub(super) fn is_plainly_written(text: &str) -> bool {
        text.nfkc().eq(text.chars())
    }

    /// Lower-case A-labels, by the rules of today's domains (UTS 46, not transitional, as IDNA 2008 wants it).
    pub(super) fn to_ascii(domain: &str) -> Result<String, EmailProblem> {
        Uts46::new()
            .to_ascii(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast, DnsLength::Verify)
            .map(std::borrow::Cow::into_owned)
            .map_err(|_| EmailProblem::Domain)
    }

    pub(super) fn to_readable(ascii: &str) -> String {
        let (readable, checked) =
            Uts46::new().to_unicode(ascii.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast);
        if checked.is_ok() { readable.into_owned() } else { ascii.to_owned() }
    }

    /// A sender, `portico@example.org` or `Portico <portico@example.org>`: the name, which may be empty, and the
    /// address.
    ///
    /// # Errors
    /// As [`EmailAddress::parse`]; `Character` also for an address that some servers could not take from us.
    pub fn mailbox(text: &str) -> Result<(String, EmailAddress), EmailProblem> {
        let address = EmailAddress::parse(text)?;
        if !address.is_plain() {
            return Err(EmailProblem::Character);
        }
        let name = text.rsplit_once('<').map_or("", |(name, _)| name.trim().trim_matches('"').trim());
        let name = name.chars().filter(|c| !is_hidden(*c)).take(200).collect();
        Ok((name, address))
    }
}

#[cfg(target_arch = "wasm32")]
use in_browser::{is_mark, is_plainly_written, nfc, to_ascii, to_readable};

/// The tables weigh more than the page; a browser hands over what was typed, and the server checks it with them.
#[cfg(target_arch = "wasm32")]
mod in_browser {
    use super::EmailProblem;

    pub(super) fn nfc(text: &str) -> String {
        text.to_owned()
    }

    pub(super) const fn is_mark(_: char) -> bool {
        false
    }

    pub(super) const fn is_plainly_written(_: &str) -> bool {
        true
    }

    pub(super) fn to_ascii(domain: &str) -> Result<String, EmailProblem> {
        Ok(domain.to_lowercase())
    }

    pub(super) fn to_readable(ascii: &str) -> String {
        ascii.to_owned()
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Addresses stay out of logs (style rule 16).
impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
#[path = "email_tests.rs"]
mod tests;
