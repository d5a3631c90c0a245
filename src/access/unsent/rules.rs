//! What of a form may be kept.

use kernel::Ts;

/// How long it is kept, in microseconds.
pub const KEPT_FOR: i64 = 12 * Ts::HOUR;
/// How long after a session ran out a form that came with it is still taken, in microseconds. Whoever is away for longer begins
/// anew; whoever holds an old token holds nothing.
pub const LATE: i64 = 4 * Ts::HOUR;
/// Forms of one person that are kept at a time; older ones go.
pub const MOST: i64 = 5;
/// Names and texts together, in bytes; what is larger is not kept.
pub const LARGEST: usize = 64 * 1024;

/// Begins the names of what the page says about itself rather than the person: [`PAGE`] and [`ACTION`].
const ABOUT: char = '_';
/// The field with the address of the page.
pub const PAGE: &str = "_page";
/// The field with the address that the form would have been sent to.
pub const ACTION: &str = "_action";

/// Pieces of names of fields that hold secrets, and words that only as a whole mean one.
const SECRET: &[&str] = &["password", "passwort", "secret", "token", "proof"];
const SECRET_WORDS: &[&str] = &["current", "code", "otp", "pin"];

/// Whether a session ran out a short while ago: by not being used for `idle`, or because its time was over.
#[must_use]
pub fn ran_out_lately(last_seen: Ts, expires: Ts, idle: i64, now: Ts) -> bool {
    let ended = last_seen.plus(idle).min(expires);
    (0..LATE).contains(&now.since(ended))
}

/// The fields worth keeping, without secrets; nothing when there are none or they are too large.
///
/// ```
/// let form = [("name", "Acme"), ("new_password", "hunter2"), ("_page", "/app")].map(|(k, v)| (k.into(), v.into()));
/// assert_eq!(access::unsent::worth_keeping(&form), Some(vec![("name".to_owned(), "Acme".to_owned())]));
/// ```
#[must_use]
pub fn worth_keeping(fields: &[(String, String)]) -> Option<Vec<(String, String)>> {
    let kept: Vec<_> = fields.iter().filter(|(name, _)| may_be_kept(name)).cloned().collect();
    let size: usize = kept.iter().map(|(name, value)| name.len() + value.len()).sum();
    let something = kept.iter().any(|(_, value)| !value.trim().is_empty());
    (something && size <= LARGEST).then_some(kept)
}

/// Whether a password or a code is among them, so that they cannot be sent once more without it.
#[must_use]
pub fn has_secrets(fields: &[(String, String)]) -> bool {
    fields.iter().any(|(name, _)| is_secret(&name.to_lowercase()))
}

fn may_be_kept(name: &str) -> bool {
    let name = name.to_lowercase();
    !name.starts_with(ABOUT) && !is_secret(&name)
}

fn is_secret(name: &str) -> bool {
    SECRET.iter().any(|secret| name.contains(secret))
        || name.split(['_', '-']).any(|word| SECRET_WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn secrets_are_never_kept() {
        let secrets = [
            "password",
            "new_password",
            "old_password",
            "current",
            "code",
            "token",
            "PASSWORD",
            "proof",
            "_page",
        ];
        for name in secrets {
            assert_eq!(worth_keeping(&form(&[(name, "1")])), None, "{name}");
        }
        for name in ["name", "postcode", "opinion", "page"] {
            assert!(worth_keeping(&form(&[(name, "1")])).is_some(), "{name}");
        }
    }

    #[test]
    fn a_session_counts_for_some_hours_after_it_ran_out() {
        let (idle, ended) = (30 * Ts::MINUTE, Ts(0).plus(30 * Ts::MINUTE));
        for (expires, now, lately) in [
            (Ts(Ts::DAY), ended.plus(-1), false),
            (Ts(Ts::DAY), ended, true),
            (Ts(Ts::DAY), ended.plus(LATE - 1), true),
            (Ts(Ts::DAY), ended.plus(LATE), false),
            (Ts(Ts::MINUTE), Ts(Ts::MINUTE), true),
            (Ts(Ts::MINUTE), Ts(Ts::MINUTE).plus(LATE), false),
        ] {
            assert_eq!(ran_out_lately(Ts(0), expires, idle, now), lately, "{expires:?} {now:?}");
        }
    }

    #[test]
    fn a_form_with_nothing_in_it_is_not_kept() {
        assert_eq!(worth_keeping(&[]), None);
        assert_eq!(worth_keeping(&form(&[("name", " "), ("note", "")])), None);
    }

    #[test]
    fn what_is_kept_has_a_limit() {
        let text = "x".repeat(LARGEST - 4);
        assert!(worth_keeping(&form(&[("note", &text)])).is_some());
        assert_eq!(worth_keeping(&form(&[("note", &format!("{text}x"))])), None);
    }
}
