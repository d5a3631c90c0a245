//! The shape of the tokens in mailed links and cookies.

/// Characters of a token: 32 bytes in base64 for addresses, without what fills it up.
pub const LENGTH: usize = 43;

/// Whether this can be a token.
#[must_use]
pub fn is_token(text: &str) -> bool {
    text.len() == LENGTH && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// The token that a text begins with; it ends where it must, whatever follows.
#[must_use]
pub fn at_start(text: &str) -> Option<&str> {
    text.get(..LENGTH).filter(|start| is_token(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_one_length_and_one_alphabet() {
        let token = "aZ0-_".repeat(9)[..LENGTH].to_owned();
        assert!(is_token(&token));
        for odd in
            ["", "x", &token[1..], &format!("{token}x"), &"ä".repeat(43), &format!("{}\"", &token[1..])]
        {
            assert!(!is_token(odd), "{odd:?}");
        }
        for behind in ["", ".", "x", "ä"] {
            assert_eq!(at_start(&format!("{token}{behind}")), Some(token.as_str()));
        }
        assert_eq!(at_start(&format!(" {token}")), None);
        assert_eq!(at_start(&format!("{}ä", &token[1..])), None, "half a character");
    }
}
