//! Names of people and accounts: one line of visible text.

use crate::email::is_hidden;

/// Why a text cannot be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    Empty,
    /// Over [`MAX_NAME`] characters.
    TooLong,
    /// Control characters, line breaks, or characters that change the writing direction.
    Hidden,
}

/// Longest name in Unicode code points.
pub const MAX_NAME: usize = 200;

/// Trims and checks a name; several spaces inside become one.
///
/// # Errors
/// See [`NameProblem`].
pub fn parse_name(text: &str) -> Result<String, NameProblem> {
    if text.chars().count() > MAX_NAME * 4 {
        return Err(NameProblem::TooLong);
    }
    if text.trim().chars().any(is_hidden) {
        return Err(NameProblem::Hidden);
    }
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(NameProblem::Empty);
    }
    if name.chars().count() > MAX_NAME {
        return Err(NameProblem::TooLong);
    }
    Ok(name)
}

/// Characters that a drive export cannot write into a folder's name (DM-9).
#[must_use]
pub fn awkward_in_file_names(name: &str) -> bool {
    name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*'])
}

/// What a search looks in: lower case, one space between words.
#[must_use]
pub fn search_key(parts: &[&str]) -> String {
    let joined = parts.join(" ").to_lowercase();
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
    fn line_breaks_and_direction_marks_are_refused() {
        for text in ["a\r\nb", "a\u{0}b", "a\u{202E}b", "a\u{200B}b"] {
            assert_eq!(parse_name(text), Err(NameProblem::Hidden), "{text:?}");
        }
        assert_eq!(parse_name(" \t "), Err(NameProblem::Empty));
        assert_eq!(parse_name(&"x".repeat(10_000)), Err(NameProblem::TooLong));
        assert_eq!(parse_name(&"x".repeat(201)), Err(NameProblem::TooLong));
    }
}
