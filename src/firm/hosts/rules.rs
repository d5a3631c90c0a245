//! What can be a host of a firm, and how many there may be.

use super::model::Proof;
use kernel::email::is_hidden;
use kernel::host::{LONGEST_HOST, LONGEST_LABEL};
use kernel::{Limit, Ts};
use url::Host;

/// Most hosts of a firm, with those it wants.
pub(super) const MOST: usize = 10;
/// How often a firm may have the DNS asked.
pub(super) const CHECKS: Limit = Limit::new("host-check", 20, Ts::HOUR);

/// What proofs stand in front of a host, and of a token.
const PROOF_NAME: &str = "_portico";
const PROOF_TEXT: &str = "portico-verification=";

/// The text in the DNS that shows that this host is the firm's which was given this token.
pub(super) fn proof(host: &str, token: &str) -> Proof {
    Proof { name: format!("{PROOF_NAME}.{host}"), text: format!("{PROOF_TEXT}{token}") }
}

/// Whether the proof is among these texts; editors of zones add quotes and spaces.
pub(super) fn is_proven(proof: &Proof, texts: &[String]) -> bool {
    texts.iter().any(|text| text.trim().trim_matches('"').trim() == proof.text)
}

/// Why a text cannot be a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HostProblem {
    Empty,
    /// More than a name: a scheme, a port, a path.
    More,
    /// A number instead of a name; nobody issues certificates for it.
    Number,
    /// No name that can be looked up.
    Malformed,
}

/// A name as it is looked up: lower case, other scripts in ASCII. `local` admits names of this machine, for trials.
///
/// # Errors
/// See [`HostProblem`].
pub(super) fn host(text: &str, local: bool) -> Result<String, HostProblem> {
    let text = text.trim().trim_end_matches('.');
    if text.is_empty() {
        return Err(HostProblem::Empty);
    }
    if text.len() > 1000 || text.chars().any(|c| is_hidden(c) || c.is_whitespace()) {
        return Err(HostProblem::Malformed);
    }
    if text.contains(['/', ':', '@', '?', '#', '%', '\\']) {
        return Err(HostProblem::More);
    }
    let name = match Host::parse(text) {
        Ok(Host::Domain(name)) => name,
        Ok(_) => return Err(HostProblem::Number),
        Err(_) => return Err(HostProblem::Malformed),
    };
    let of_this_machine = name == "localhost" || name.ends_with(".localhost");
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= LONGEST_LABEL
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let named = name.contains('.') && !of_this_machine;
    if name.len() > LONGEST_HOST || !name.split('.').all(label) || !(named || (local && of_this_machine)) {
        return Err(HostProblem::Malformed);
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_host_is_a_name_and_nothing_more() {
        for (text, name) in [
            ("Mandanten.Weber.example", "mandanten.weber.example"),
            (" portal.weber.example. ", "portal.weber.example"),
            ("müller.example", "xn--mller-kva.example"),
            ("ポータル.example", "xn--5ckzcybvd.example"),
            ("www.weber.example", "www.weber.example"),
        ] {
            assert_eq!(host(text, false).as_deref(), Ok(name), "{text}");
        }
        for text in
            ["https://weber.example", "weber.example:8443", "weber.example/x", "eva@weber.example", "a?b.c"]
        {
            assert_eq!(host(text, false), Err(HostProblem::More), "{text}");
        }
        for text in ["203.0.113.7", "127.1", "0x7f.1"] {
            assert_eq!(host(text, false), Err(HostProblem::Number), "{text}");
        }
        for text in [
            "weber",
            "localhost",
            "a..b.example",
            "-a.example",
            "a b.example",
            "a\u{202e}.example",
            "a\r\n.example",
            "under_score.example",
            "%61.example",
        ] {
            assert!(host(text, false).is_err(), "{text:?}");
        }
        assert_eq!(host(&"a.".repeat(5_000), false), Err(HostProblem::Malformed));
        assert_eq!(host(&format!("{}.example", "a".repeat(64)), false), Err(HostProblem::Malformed));
        assert_eq!(host("  ", false), Err(HostProblem::Empty));
    }

    #[test]
    fn a_proof_is_the_whole_text_at_the_name_of_the_host() {
        let wanted = proof("portal.weber.example", "abc");
        assert_eq!(wanted.name, "_portico.portal.weber.example");
        let with = |text: &str| is_proven(&wanted, &["v=spf1 -all".to_owned(), text.to_owned()]);
        for text in ["portico-verification=abc", " portico-verification=abc ", "\"portico-verification=abc\""]
        {
            assert!(with(text), "{text}");
        }
        for text in
            ["", "abc", "portico-verification=", "portico-verification=abcd", "portico-verification=ABC"]
        {
            assert!(!with(text), "{text}");
        }
        assert!(!is_proven(&wanted, &[]));
    }

    #[test]
    fn names_of_this_machine_are_for_trials() {
        for name in ["localhost", "kanzlei.localhost"] {
            assert_eq!(host(name, true).as_deref(), Ok(name));
            assert_eq!(host(name, false), Err(HostProblem::Malformed));
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_can_stand_in_an_address(text in "(\\PC|\\.|a|-){0,40}") {
            if let Ok(name) = host(&text, false) {
                let url: url::Url = format!("https://{name}/x").parse().unwrap();
                prop_assert_eq!(url.host_str(), Some(name.as_str()));
                prop_assert_eq!(host(&name, false), Ok(name.clone()));
            }
        }
    }
}
