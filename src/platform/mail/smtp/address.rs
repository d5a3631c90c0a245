//! The address of a mail server, as the operator writes it.

use std::fmt;
use std::net::IpAddr;

use url::{Url, form_urlencoded};

/// Where the server is and how to speak with it.
pub struct ServerAddress {
    pub encryption: Encryption,
    pub host: String,
    pub port: u16,
    pub sign_in: Option<(String, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    None,
    Implicit,
    StartTls,
}

/// What is wrong with the address of a mail server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlProblem {
    /// Not an address, or with a path or query.
    Malformed,
    /// Not `smtp`, `smtps` or `smtp+starttls`.
    Scheme,
    /// `smtp` to another machine.
    Plain,
    /// No host, or one that no certificate can name.
    Host,
    /// A user without a password, or the other way round.
    SignIn,
}

impl ServerAddress {
    pub fn parse(text: &str) -> Result<Self, UrlProblem> {
        let url = Url::parse(text.trim()).map_err(|_| UrlProblem::Malformed)?;
        let (encryption, usual_port) = match url.scheme() {
            "smtp" => (Encryption::None, 25),
            "smtps" => (Encryption::Implicit, 465),
            "smtp+starttls" => (Encryption::StartTls, 587),
            _ => return Err(UrlProblem::Scheme),
        };
        if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
            return Err(UrlProblem::Malformed);
        }
        let host = url.host_str().map(|host| host.trim_matches(['[', ']'])).unwrap_or_default().to_owned();
        if host.is_empty() || host.contains('%') {
            return Err(UrlProblem::Host);
        }
        if encryption == Encryption::None && !is_loopback(&host) {
            return Err(UrlProblem::Plain);
        }
        let sign_in = match (url.username(), url.password()) {
            ("", None) => None,
            (user, Some(password)) if !user.is_empty() => Some((decode(user), decode(password))),
            _ => return Err(UrlProblem::SignIn),
        };
        Ok(Self { encryption, host, port: url.port().unwrap_or(usual_port), sign_in })
    }
}

impl fmt::Display for UrlProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "the mail server's address must look like smtps://user:password@host:465",
            Self::Scheme => "the mail server's address must begin with smtps://, smtp+starttls:// or smtp://",
            Self::Plain => "smtp:// sends without encryption and is only for a server on this machine",
            Self::Host => "the mail server's address needs the name of a host",
            Self::SignIn => "the mail server's address needs both a user and a password, or neither",
        })
    }
}

impl std::error::Error for UrlProblem {}

fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|ip| ip.to_canonical().is_loopback())
}

/// Percent-decoding, where a plus sign is a plus sign.
fn decode(text: &str) -> String {
    let pair = format!("x={}", text.replace('+', "%2B").replace('&', "%26"));
    form_urlencoded::parse(pair.as_bytes()).next().map_or_else(String::new, |(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(url: &str) -> Option<UrlProblem> {
        ServerAddress::parse(url).err()
    }

    #[test]
    fn the_three_ways_to_a_server_are_understood() {
        let server =
            ServerAddress::parse("smtps://portal%40weber.example:p+w%2F1@mail.weber.example").unwrap();
        assert_eq!((server.encryption, server.port), (Encryption::Implicit, 465));
        assert_eq!(server.sign_in, Some(("portal@weber.example".to_owned(), "p+w/1".to_owned())));
        let server = ServerAddress::parse("smtp+starttls://mail.weber.example:2525").unwrap();
        assert_eq!((server.encryption, server.port, server.sign_in), (Encryption::StartTls, 2525, None));
    }

    #[test]
    fn plain_text_stays_on_this_machine() {
        for url in ["smtp://127.0.0.1:1025", "smtp://localhost:1025", "smtp://[::1]:25"] {
            assert_eq!(problem(url), None, "{url}");
        }
        for url in ["smtp://mail.weber.example", "smtp://10.0.0.2", "smtp://localhost.evil.example"] {
            assert_eq!(problem(url), Some(UrlProblem::Plain), "{url}");
        }
    }

    #[test]
    fn a_mistyped_address_is_refused_with_its_reason() {
        assert_eq!(problem("mail.weber.example:465"), Some(UrlProblem::Scheme));
        assert_eq!(problem("not an address"), Some(UrlProblem::Malformed));
        assert_eq!(problem("https://mail.weber.example"), Some(UrlProblem::Scheme));
        assert_eq!(problem("smtps://mail.weber.example?tls=none"), Some(UrlProblem::Malformed));
        assert_eq!(problem("smtps:///"), Some(UrlProblem::Host));
        assert_eq!(problem("smtps://user@mail.weber.example"), Some(UrlProblem::SignIn));
    }
}
