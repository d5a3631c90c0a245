//! Names of people and accounts: one line of visible text.

#[cfg(not(target_arch = "wasm32"))]
pub use on_server::parse_name;

/// Why a text cannot be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    Empty,
    /// Over [`MAX_NAME`] characters.
    TooLong,
    /// Control characters, line breaks, or characters that change the writing direction.
    Hidden,
    /// Only characters that draw nothing: fillers, marks without a letter, variation selectors.
    Blank,
}

/// Longest name in Unicode code points.
pub const MAX_NAME: usize = 200;

/// Zero-width joiner and non-joiner: letters of Persian, Malayalam and others, and emoji, are spelled with them.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Its tables weigh more than a page; names are read on the server.
#[cfg(not(target_arch = "wasm32"))]
mod on_server {
    use super::{MAX_NAME, NameProblem, is_joiner};
    use crate::email::is_hidden;
    use unicode_normalization::char::is_combining_mark;

    /// Trims and checks a name; several spaces inside become one, and so do characters that only look like spaces.
    ///
    /// # Errors
    /// See [`NameProblem`].
    pub fn parse_name(text: &str) -> Result<String, NameProblem> {
        if text.chars().count() > MAX_NAME * 4 {
            return Err(NameProblem::TooLong);
        }
        if text.trim().is_empty() {
            return Err(NameProblem::Empty);
        }
        let spaced: String = text.chars().map(|c| if is_empty_cell(c) { ' ' } else { c }).collect();
        let mut before = ' ';
        for c in spaced.trim().chars() {
            // Where no script joins letters, a joiner would only make two names look alike.
            if if is_joiner(c) { !is_joined(before) } else { is_hidden(c) } {
                return Err(NameProblem::Hidden);
            }
            before = c;
        }
        let name = spaced.split_whitespace().map(without_loose_end).collect::<Vec<_>>().join(" ");
        if !name.chars().any(is_drawn) {
            return Err(NameProblem::Blank);
        }
        if name.chars().count() > MAX_NAME {
            return Err(NameProblem::TooLong);
        }
        Ok(name)
    }

    /// A joiner at the end of a word joins nothing, unless it shapes the letter before it, as in older Malayalam.
    fn without_loose_end(word: &str) -> &str {
        let rest = word.trim_end_matches(is_joiner);
        if rest.ends_with(is_combining_mark) { word } else { rest }
    }

    /// The fillers of Hangul and the empty cell of Braille: as wide as a letter, and nothing in it.
    const fn is_empty_cell(c: char) -> bool {
        matches!(c, '\u{2800}' | '\u{3164}' | '\u{FFA0}')
    }

    /// Letters and symbols of scripts that are spelled with joiners, their marks, and emoji.
    const fn is_joined(c: char) -> bool {
        matches!(c, '\u{600}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{1A00}'..='\u{1CFF}' | '\u{2190}'..='\u{2BFF}'
            | '\u{A800}'..='\u{ABFF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE0E}' | '\u{FE0F}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{10A00}'..='\u{11FFF}' | '\u{1F000}'..='\u{1FAFF}')
    }

    /// Whether a character alone can be seen.
    fn is_drawn(c: char) -> bool {
        let is_nothing = matches!(c, '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}');
        !(c.is_whitespace() || is_joiner(c) || is_nothing || is_combining_mark(c))
    }
}

/// Characters that a drive export cannot write into a folder's name (DM-9).
#[must_use]
pub fn awkward_in_file_names(name: &str) -> bool {
    name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*'])
}

/// What a search looks in: lower case, one space between words, no joiners, which many keyboards cannot type.
#[must_use]
pub fn search_key(parts: &[&str]) -> String {
    let joined = parts.join(" ").to_lowercase().replace(is_joiner, "");
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_all_languages_pass_and_spaces_are_tidied() {
        assert_eq!(parse_name("  Anna   Müller ").unwrap(), "Anna Müller");
        assert_eq!(parse_name("佐藤 花子").unwrap(), "佐藤 花子");
        assert_eq!(parse_name("O'Brien & Söhne KG").unwrap(), "O'Brien & Söhne KG");
    }

    #[test]
    fn names_spelled_with_joiners_are_names() {
        for name in ["علی‌رضا", "می‌ترا حسین‌زاده", "ക്ഷ്‌", "നന്‍", "ක්‍රිෂාන්", "👩‍💼 Anna", "🏳️‍🌈", "👩🏽‍🚀"]
        {
            assert_eq!(parse_name(name).as_deref(), Ok(name), "{name:?}");
        }
        assert_eq!(parse_name("علی\u{200C} رضا\u{200C}").as_deref(), Ok("علی رضا"), "joined to nothing");
        assert_eq!(search_key(&["علی\u{200C}رضا"]), search_key(&["علیرضا"]));
    }

    #[test]
    fn what_draws_nothing_is_no_name() {
        for text in [
            "\u{3164}",
            "\u{2800}\u{2800}",
            "\u{115F}\u{1160}",
            "\u{FFA0}",
            "\u{301}",
            " \u{94D}\u{93F} ",
            "\u{FE0F}",
            "\u{E0101}\u{FE00}",
            "\u{34F}\u{180E}\u{61C}",
        ] {
            assert_eq!(parse_name(text), Err(NameProblem::Blank), "{text:?}");
        }
        assert_eq!(parse_name("\u{3164}Anna\u{2800}\u{3164}Weber\u{FFA0}").as_deref(), Ok("Anna Weber"));
        assert_eq!(parse_name("e\u{301}va").as_deref(), Ok("e\u{301}va"));
    }

    #[test]
    fn line_breaks_and_direction_marks_are_refused() {
        for text in
            ["a\r\nb", "a\u{0}b", "a\u{202E}b", "a\u{200B}b", "a\u{200D}b", "\u{200C}", "آ\u{200C}\u{200C}ب"]
        {
            assert_eq!(parse_name(text), Err(NameProblem::Hidden), "{text:?}");
        }
        assert_eq!(parse_name(" \t "), Err(NameProblem::Empty));
        assert_eq!(parse_name(&"x".repeat(10_000)), Err(NameProblem::TooLong));
        assert_eq!(parse_name(&"x".repeat(201)), Err(NameProblem::TooLong));
    }
}
