//! Phone numbers as people write them down: digits, what stands between them, and an extension.

/// Longest phone number in characters.
pub const MAX_PHONE: usize = 40;

/// Why a text cannot be a phone number: it has no digit, other words, or too many characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPhone;

/// The address that dials a number: with its extension, and without the zero that is dialled within the country only.
#[must_use]
pub fn link(phone: &str) -> String {
    let (number, rest) = phone.split_at(phone.find(|c| !is_of_number(c)).unwrap_or(phone.len()));
    let prefix = number.trim_start_matches([' ', '(']);
    let plus = if prefix.starts_with('+') { "+" } else { "" };
    let abroad = prefix.starts_with('+') || prefix.starts_with("00");
    let number = if abroad { number.replace("(0)", "") } else { number.to_owned() };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let extension = digits(rest);
    let dialled = if extension.is_empty() { String::new() } else { format!(";ext={extension}") };
    format!("tel:{plus}{}{dialled}", digits(&number))
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || " +-/().".contains(c)
}

#[cfg(not(target_arch = "wasm32"))]
pub use on_server::parse;

#[cfg(not(target_arch = "wasm32"))]
mod on_server {
    use super::{MAX_PHONE, NoPhone, is_of_number};
    use crate::email::is_hidden;
    use unicode_normalization::UnicodeNormalization;

    /// What people write before an extension, in lower case.
    const EXTENSION: &[&str] = &[
        "ext",
        "extn",
        "extension",
        "x",
        "dw",
        "durchwahl",
        "app",
        "apparat",
        "nst",
        "nebenstelle",
        "poste",
        "内線",
        "#",
    ];
    /// Longest extension in digits.
    const LONGEST_EXTENSION: usize = 8;

    /// A number as it was written, its digits, dashes and spaces in their plain form; nothing for nothing typed.
    ///
    /// # Errors
    /// See [`NoPhone`].
    pub fn parse(text: &str) -> Result<Option<String>, NoPhone> {
        if text.chars().count() > MAX_PHONE * 4 {
            return Err(NoPhone);
        }
        // Address books put marks of direction around numbers.
        let seen = text.chars().filter(|c| c.is_control() || !is_hidden(*c));
        let plain: String = seen.nfkc().map(plain).collect();
        if plain.trim().chars().any(char::is_control) {
            return Err(NoPhone);
        }
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        if plain.is_empty() {
            return Ok(None);
        }
        let (number, rest) = plain.split_at(plain.find(|c| !is_of_number(c)).unwrap_or(plain.len()));
        let fine = number.contains(|c: char| c.is_ascii_digit()) && (rest.is_empty() || is_extension(rest));
        if fine && plain.chars().count() <= MAX_PHONE { Ok(Some(plain)) } else { Err(NoPhone) }
    }

    fn plain(c: char) -> char {
        match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}' => '-',
            '\t' => ' ',
            other => other,
        }
    }

    /// `ext. 12`, `, Durchwahl 12`, `(内線12)` after its bracket.
    fn is_extension(text: &str) -> bool {
        let text = text.trim_start_matches([',', ';', ' ', '(']).trim_end_matches([' ', ')']);
        let label = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
        let (label, digits) = text.split_at(label);
        let label = label.trim_end_matches(['.', ':', '=', ' ', '-']).to_lowercase();
        EXTENSION.contains(&label.as_str())
            && (1..=LONGEST_EXTENSION).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> String {
        parse(text).unwrap().unwrap()
    }

    #[test]
    fn a_number_is_kept_as_it_was_written_in_plain_characters() {
        for (typed, stored) in [
            (" +49 (30) 555-0100 ", "+49 (30) 555-0100"),
            ("+49 30 555–0100", "+49 30 555-0100"),
            ("+49\u{a0}30\u{202f}555\u{2011}0100", "+49 30 555-0100"),
            ("＋８１（０）３－１２３４－５６７８", "+81(0)3-1234-5678"),
            ("０３ー１２３４ー５６７８", "03-1234-5678"),
            ("\u{202d}+49 30 5550100\u{202c}", "+49 30 5550100"),
            ("+1 212 555 0100 ext. 12", "+1 212 555 0100 ext. 12"),
            ("+1 212 555 0100 x12", "+1 212 555 0100 x12"),
            ("+1 212 555 0100, Ext 12", "+1 212 555 0100, Ext 12"),
            ("+1 212 555 0100;ext=12", "+1 212 555 0100;ext=12"),
            ("030 5550 Durchwahl 12", "030 5550 Durchwahl 12"),
            ("030 5550 (DW -12)", "030 5550 (DW -12)"),
            ("03-1234-5678（内線１２）", "03-1234-5678(内線12)"),
            ("03-1234-5678 内線：12", "03-1234-5678 内線:12"),
        ] {
            assert_eq!(kept(typed), stored, "{typed:?}");
        }
        assert_eq!(parse(" \u{a0} "), Ok(None));
    }

    #[test]
    fn other_words_and_line_breaks_are_no_number() {
        for text in [
            "call me",
            "+-/",
            "030\r\nBcc: x",
            "030 555 ext.",
            "ext. 12",
            "030 555 mobile 12",
            "030 555 ext. 123456789",
            "030\u{0}555",
            "030 555 ext. 1 ext. 2",
            &"1".repeat(41),
            &"1".repeat(1000),
        ] {
            assert_eq!(parse(text), Err(NoPhone), "{text:?}");
        }
    }

    #[test]
    fn what_is_dialled_is_the_number_and_not_its_extension_behind_it() {
        for (phone, dialled) in [
            ("+49 (30) 555-0100", "tel:+49305550100"),
            ("+49 (0)30 555 0100", "tel:+49305550100"),
            ("(+49) (0)30 555 0100", "tel:+49305550100"),
            (" ( +49 ) (0) 30 / 555 0100", "tel:+49305550100"),
            ("0049 (0)30 555 0100", "tel:0049305550100"),
            ("(0049) (0)30 555 0100", "tel:0049305550100"),
            ("(030) 555/0100", "tel:0305550100"),
            ("(0)30 555 0100", "tel:0305550100"),
            ("+1 212 555 0100 ext. 12", "tel:+12125550100;ext=12"),
            ("03-1234-5678(内線12)", "tel:0312345678;ext=12"),
        ] {
            assert_eq!(link(phone), dialled, "{phone}");
        }
    }
}
