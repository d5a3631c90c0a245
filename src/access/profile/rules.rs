//! What somebody may choose for how long their sign-in lasts.

/// What can be chosen instead of the longest time, in minutes (AUTH-4).
pub const SESSION_CHOICES: [i64; 3] = [480, 240, 30];

/// A choice as the form sends it: empty for the longest time. `None` for what is not offered.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn session_choice(text: &str) -> Option<Option<i64>> {
    if text.is_empty() {
        return Some(None);
    }
    SESSION_CHOICES.into_iter().find(|minutes| minutes.to_string() == text).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_offered_can_be_chosen() {
        assert_eq!(session_choice(""), Some(None));
        for minutes in SESSION_CHOICES {
            assert_eq!(session_choice(&minutes.to_string()), Some(Some(minutes)));
        }
        for text in ["0", "-30", "1440", "030", " 30", "30\r\n", "９０", "999999999999999999999"] {
            assert_eq!(session_choice(text), None, "{text:?}");
        }
    }
}
