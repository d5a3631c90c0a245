//! How long a sign-in may last.

use kernel::Ts;

/// What can be chosen instead of the longest time, in minutes (AUTH-4).
pub const SESSION_CHOICES: [i64; 3] = [480, 240, 30];

/// A choice as the form sends it: empty for the longest time. `None` for what is not offered.
#[must_use]
pub fn session_choice(text: &str) -> Option<Option<i64>> {
    if text.is_empty() {
        return Some(None);
    }
    SESSION_CHOICES.into_iter().find(|minutes| minutes.to_string() == text).map(Some)
}

/// How long a session lives, in microseconds: never longer than is allowed, whatever is stored.
#[must_use]
pub fn life(longest: i64, minutes: Option<i64>) -> i64 {
    minutes.map_or(longest, |minutes| minutes.saturating_mul(Ts::MINUTE).clamp(0, longest))
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

    #[test]
    fn a_choice_shortens_and_never_lengthens() {
        assert_eq!(life(Ts::DAY, None), Ts::DAY);
        assert_eq!(life(Ts::DAY, Some(30)), 30 * Ts::MINUTE);
        assert_eq!(life(12 * Ts::HOUR, Some(2000)), 12 * Ts::HOUR);
        assert_eq!(life(Ts::DAY, Some(i64::MAX)), Ts::DAY);
        assert_eq!(life(Ts::DAY, Some(-5)), 0);
    }
}
