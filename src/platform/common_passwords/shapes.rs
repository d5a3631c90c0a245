//! What a password looks like once its disguises are taken off.

/// Lower case, full-width characters narrowed: how the lists are written.
pub fn fold(text: &str) -> String {
    text.chars().map(narrow).flat_map(char::to_lowercase).collect()
}

/// Digits and punctuation, which people put around a word.
pub fn is_symbol(c: char) -> bool {
    !c.is_alphabetic()
}

/// `shape` itself, and with digits and signs read as the letters they look like, `1` both as `i` and as `l`.
/// Only signs between or before letters are read so; `2024!` at the end stays a number.
pub fn letters_meant(shape: &str) -> Vec<String> {
    let end = shape.trim_end_matches(is_symbol).len();
    let (word, tail) = shape.split_at(end);
    let mut meant = vec![shape.to_owned()];
    for one in ['i', 'l'] {
        for (word, tail) in [(word, tail), (shape, "")] {
            let read: String = word.chars().map(|c| letter_for(c, one)).chain(tail.chars()).collect();
            if !meant.contains(&read) {
                meant.push(read);
            }
        }
    }
    meant
}

/// Letters and digits only.
pub fn squeeze(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// `müller` as `mueller`.
pub fn without_umlauts(text: &str) -> String {
    text.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss")
}

const fn letter_for(c: char, one: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' | '|' => one,
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' | '+' => 't',
        '8' => 'b',
        other => other,
    }
}

/// Full-width ASCII (U+FF01 to U+FF5E), as a Japanese keyboard may type it.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_capitals_are_no_disguise() {
        assert_eq!(fold("ＰａｓｓWORD　１"), "password 1");
    }

    #[test]
    fn signs_are_read_as_the_letters_they_look_like() {
        assert!(letters_meant("p@ssw0rd2024!").contains(&"password2024!".to_owned()));
        assert!(letters_meant("w1lli4m").contains(&"william".to_owned()));
        assert!(letters_meant("we1c0me").contains(&"welcome".to_owned()));
        assert!(letters_meant("pa55").contains(&"pass".to_owned()));
    }
}
