//! What a code is bound to, and with it hashed.

use crate::codes::rules::{Purpose, SIGN_IN};
use kernel::SessionId;
use sqlx::types::Uuid;

/// What a code belongs to. It counts for nothing else.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    pub(in crate::codes) purpose: Purpose,
    pub(in crate::codes) of: Uuid,
}

impl Bound {
    #[must_use]
    pub const fn to(purpose: Purpose, of: Uuid) -> Self {
        Self { purpose, of }
    }

    pub(crate) const fn to_sign_in(session: SessionId) -> Self {
        Self::to(SIGN_IN, session.0)
    }

    /// What is hashed: the code with all that it is bound to.
    pub(in crate::codes) fn parts<'a>(&'a self, code: &'a str) -> Vec<&'a [u8]> {
        let label = self.purpose.label.map(str::as_bytes);
        label.into_iter().chain([self.of.as_bytes().as_slice(), code.as_bytes()]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::rules::OWN_ADDRESS;

    #[test]
    fn what_is_hashed_names_purpose_and_thing() {
        let of = Uuid::from_u128(7);
        let (sign_in, own) = (Bound::to(SIGN_IN, of), Bound::to(OWN_ADDRESS, of));
        // Codes that are in mailboxes were hashed so: a change here voids them.
        assert_eq!(sign_in.parts("482913"), [of.as_bytes().as_slice(), b"482913"]);
        assert_eq!(own.parts("482913"), [b"own-address".as_slice(), of.as_bytes(), b"482913"]);
    }
}
