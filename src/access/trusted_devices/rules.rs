//! How the cookie of a trusted browser is read and written: a token for each person who trusts it.

use kernel::token::is_token;

/// Browsers that one person trusts at the same time; one more takes the place of the oldest.
pub(super) const MOST_DEVICES: i64 = 20;
/// People who trust the same browser; one more takes the place of whoever came first.
const MOST_PEOPLE: usize = 4;
/// Between two tokens; no character of any.
const BETWEEN: char = '.';

/// The tokens in this cookie. What cannot be one is none.
pub(super) fn tokens(cookie: &str) -> Vec<&str> {
    cookie.split(BETWEEN).take(MOST_PEOPLE).filter(|token| is_token(token)).collect()
}

/// The cookie with one token more, which comes first, and those that still count: others would take the places of these.
pub(super) fn with(cookie: &str, new: &str, counts: impl Fn(&str) -> bool) -> String {
    let kept = tokens(cookie).into_iter().filter(|token| counts(token));
    std::iter::once(new).chain(kept).take(MOST_PEOPLE).collect::<Vec<_>>().join(&BETWEEN.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::token::LENGTH;
    use proptest::prelude::*;

    fn token(c: char) -> String {
        c.to_string().repeat(LENGTH)
    }

    #[test]
    fn people_who_share_a_browser_each_have_a_token_in_its_cookie() {
        let [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(token);
        let cookie = with("", &a, |_| true);
        assert_eq!(cookie, a);
        let cookie = with(&cookie, &b, |_| true);
        assert_eq!(tokens(&cookie), [b.as_str(), &a]);
        assert_eq!(tokens(&with(&cookie, &c, |it| it != a)), [c.as_str(), &b]);
        let full = [&c, &d, &e].into_iter().fold(cookie, |cookie, new| with(&cookie, new, |_| true));
        assert_eq!(tokens(&full), [e.as_str(), &d, &c, &b], "whoever came first gives way");
        let fresh = with(&full, &a, |it| it == b || it == c);
        assert_eq!(tokens(&fresh), [a.as_str(), &c, &b], "what counts no longer takes no place");
    }

    #[test]
    fn what_is_no_token_is_none() {
        let good = token('x');
        for odd in ["", ".", "x", "...", &"x".repeat(44), &"ä".repeat(43), &format!("{}\"", "x".repeat(42))]
        {
            assert!(tokens(odd).is_empty(), "{odd:?}");
            assert!(tokens(&format!("{odd}.{good}")).len() <= 1, "{odd:?}");
        }
        let many = vec![good.as_str(); 1_000].join(".");
        assert_eq!(tokens(&many).len(), MOST_PEOPLE);
    }

    proptest! {
        #[test]
        fn whatever_the_cookie_held_the_new_token_is_in_it_and_it_stays_short(cookie in "\\PC{0,400}") {
            let new = token('n');
            let written = with(&cookie, &new, |_| true);
            prop_assert_eq!(tokens(&written)[0], &new);
            prop_assert!(written.len() <= MOST_PEOPLE * (LENGTH + 1) && written.is_ascii());
        }
    }
}
