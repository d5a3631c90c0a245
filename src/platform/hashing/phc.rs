//! The stored form of a password hash: a PHC string for argon2id, its `keyid` naming the pepper. The format is argon2's own.
//!
//! `$argon2id$v=19$m=47104,t=1,p=1,keyid=…$salt$hash`, base64 without padding
//! (PHC string format, github.com/P-H-C/phc-string-format).

use std::fmt;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Params, ParamsBuilder, Version};

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
    /// The point of OWASP's list with the most memory: 46 MiB, one pass, one lane (Password Storage Cheat Sheet).
    pub const DEFAULT: Self = Self { memory: 47_104, passes: 1 };
    #[cfg(any(test, feature = "testing"))]
    pub const CHEAP: Self = Self { memory: 16, passes: 1 };
    /// A stored hash that asks for more is not ours.
    const HIGHEST: Self = Self { memory: 262_144, passes: 10 };

    const fn is_bearable(self) -> bool {
        self.memory <= Self::HIGHEST.memory && self.passes <= Self::HIGHEST.passes
    }
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
        let stored = PasswordHash::new(text).ok()?;
        let params = Params::try_from(&stored).ok()?;
        let read = Self {
            cost: Cost { memory: params.m_cost(), passes: params.t_cost() },
            pepper: KeyId(params.keyid().try_into().ok()?),
            salt: stored.salt?.as_ref().try_into().ok()?,
            hash: stored.hash?.as_bytes().try_into().ok()?,
        };
        // Another algorithm, version, lane or order of the parameters would be written otherwise.
        (read.cost.is_bearable() && read.to_string() == text).then_some(read)
    }

    fn spelled(&self) -> Option<PasswordHash> {
        let pepper = argon2::KeyId::new(&self.pepper.0).ok()?;
        let mut params = ParamsBuilder::new();
        params.m_cost(self.cost.memory).t_cost(self.cost.passes).p_cost(1).keyid(pepper);
        Some(PasswordHash {
            algorithm: ARGON2ID_IDENT,
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&params.build().ok()?).ok()?,
            salt: Some(Salt::new(&self.salt).ok()?),
            hash: Some(Output::new(&self.hash).ok()?),
        })
    }
}

impl fmt::Display for Phc {
    /// An error only for a cost that argon2 refuses.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spelled().ok_or(fmt::Error)?.fmt(f)
    }
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
            ("m=47104", "m=+47104"),
            ("m=47104", "m=047104"),
            ("m=47104,t=1", "t=1,m=47104"),
            ("t=1", "t=0"),
            ("p=1", "p=2"),
            (",p=1", ""),
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
