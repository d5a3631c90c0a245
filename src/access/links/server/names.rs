//! The public name of a link: in the address of its page and in the name of its cookie.

use platform::keys::token_hash;
use std::fmt::Write;

/// Tells links apart without opening any: the first eight bytes of what the database knows of the token.
pub(super) fn name(token: &str) -> String {
    let hash = token_hash(token);
    hash.iter().take(8).fold(String::with_capacity(16), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    })
}

pub(super) fn cookie_name(cookie: &str, link: &str) -> String {
    format!("{cookie}-{link}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_links_apart_and_is_none() {
        let (one, two) = ("a".repeat(43), "b".repeat(43));
        assert_eq!(name(&one), name(&one));
        assert_ne!(name(&one), name(&two));
        assert_eq!(name(&one).len(), 16);
        assert!(!one.contains(&name(&one)));
    }
}
