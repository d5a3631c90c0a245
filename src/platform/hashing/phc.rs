//! The stored form of a password hash: a PHC string for argon2id, its `keyid` naming the pepper.
//!
//! `$argon2id$v=19$m=47104,t=1,p=1,keyid=…$salt$hash`, base64 without padding
//! (PHC string format, github.com/P-H-C/phc-string-format).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use crate::keys::KeyId;

/// What one hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl Cost {
    /// The OWASP point with the most memory: 46 MiB, one pass, one lane (decisions.md, argon2id).
    pub const DEFAULT: Self = Self { memory: 47_104, passes: 1 };
    #[cfg(any(test, feature = "testing"))]
    pub const CHEAP: Self = Self { memory: 16, passes: 1 };
    /// A stored hash that asks for more is not ours.
    const HIGHEST: Self = Self { memory: 262_144, passes: 10 };
}

/// A parsed PHC string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phc {
    pub cost: Cost,
    pub pepper: KeyId,
    pub salt: [u8; 16],
    pub hash: [u8; 32],
}

impl Phc {
    /// Reads exactly what `Display` writes; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("$argon2id$v=19$")?;
        let mut fields = rest.split('$');
        let (params, salt, hash) = (fields.next()?, fields.next()?, fields.next()?);
        if fields.next().is_some() {
            return None;
        }
        let mut params = params.split(',');
        let mut value = |name: &str| params.next()?.strip_prefix(name)?.strip_prefix('=');
        let memory = value("m")?.parse().ok()?;
        let passes = value("t")?.parse().ok()?;
        let one_lane = value("p")? == "1";
        let pepper = KeyId(bytes(value("keyid")?)?);
        let cost = Cost { memory, passes };
        let bearable =
            (8..=Cost::HIGHEST.memory).contains(&memory) && (1..=Cost::HIGHEST.passes).contains(&passes);
        (one_lane && bearable && params.next().is_none()).then_some(Self {
            cost,
            pepper,
            salt: bytes(salt)?,
            hash: bytes(hash)?,
        })
    }
}

impl fmt::Display for Phc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cost { memory, passes } = self.cost;
        let (pepper, salt, hash) = (text(&self.pepper.0), text(&self.salt), text(&self.hash));
        write!(f, "$argon2id$v=19$m={memory},t={passes},p=1,keyid={pepper}${salt}${hash}")
    }
}

fn text(bytes: &[u8]) -> String {
    STANDARD_NO_PAD.encode(bytes)
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    STANDARD_NO_PAD.decode(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORED: &str = "$argon2id$v=19$m=47104,t=1,p=1,keyid=AQIDBA\
        $AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    #[test]
    fn what_is_written_is_read_again() {
        let phc = Phc::parse(STORED).unwrap();
        assert_eq!(phc.cost, Cost::DEFAULT);
        assert_eq!(phc.pepper, KeyId([1, 2, 3, 4]));
        assert_eq!(phc.to_string(), STORED);
    }

    #[test]
    fn a_foreign_or_damaged_string_is_not_read() {
        for (from, to) in [
            ("argon2id", "argon2i"),
            ("v=19", "v=16"),
            ("m=47104", "m=4294967295"),
            ("m=47104", "m=1"),
            ("t=1", "t=0"),
            ("p=1", "p=2"),
            (",keyid=AQIDBA", ""),
            ("keyid=AQIDBA", "keyid=AQID"),
            ("keyid=AQIDBA", "keyid=AQIDBA,data=AA"),
            ("$AAAAAAAAAAAAAAAAAAAAAA$", "$AAAA$"),
            ("AAAA$AAA", "AAAA$"),
        ] {
            assert_ne!(STORED.replacen(from, to, 1), STORED);
            assert_eq!(Phc::parse(&STORED.replacen(from, to, 1)), None, "{from} -> {to}");
        }
        assert_eq!(Phc::parse(""), None);
        assert_eq!(Phc::parse(&format!("{STORED}$more")), None);
    }
}
