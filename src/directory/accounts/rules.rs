//! How accounts are named, numbered and sorted.

/// A letter without its marks, in lower case, for sorting; several letters where one stands for them.
fn plain(letter: char, into: &mut String) {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => into.push('a'),
        'æ' => into.push_str("ae"),
        'ç' | 'ć' | 'č' => into.push('c'),
        'ď' | 'đ' | 'ð' => into.push('d'),
        'è'..='ë' | 'ē' | 'ę' | 'ě' => into.push('e'),
        'ğ' => into.push('g'),
        'ì'..='ï' | 'ī' | 'ı' => into.push('i'),
        'ł' => into.push('l'),
        'ñ' | 'ń' | 'ň' => into.push('n'),
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => into.push('o'),
        'œ' => into.push_str("oe"),
        'ř' => into.push('r'),
        'ś' | 'š' | 'ş' | 'ș' => into.push('s'),
        'ß' => into.push_str("ss"),
        'ť' | 'ț' => into.push('t'),
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => into.push('u'),
        'ý' | 'ÿ' => into.push('y'),
        'ź' | 'ż' | 'ž' => into.push('z'),
        other => into.push(other),
    }
}

/// What a list is ordered by: "Ärzte" stands between "Arndt" and "Asche", and "öko" with the O.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in kernel::names::search_key(&[name]).chars() {
        plain(letter, &mut key);
    }
    key
}

/// The letter of an account's short id: the name's first, or X where it has none of A to Z (DM-8).
#[must_use]
pub fn code_letter(name: &str) -> char {
    let first = sort_key(name).chars().find(|c| c.is_alphanumeric());
    first.filter(char::is_ascii_alphabetic).map_or('X', |c| c.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_id_begins_with_the_names_first_letter() {
        for (name, letter) in [
            ("Müller GmbH", 'M'),
            ("Ärzte & Co", 'A'),
            ("öko AG", 'O'),
            ("Über Land", 'U'),
            ("\"4you\" Ltd", 'X'),
            ("佐藤商店", 'X'),
            ("  zeta", 'Z'),
            ("'s Wirtshaus", 'S'),
            ("ßuper", 'S'),
            ("", 'X'),
        ] {
            assert_eq!(code_letter(name), letter, "{name}");
        }
    }

    #[test]
    fn umlauts_sort_with_their_letters() {
        let mut names = ["Zorn", "Ärzte", "Asche", "Arndt", "öko", "Otto"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Arndt", "Ärzte", "Asche", "öko", "Otto", "Zorn"]);
    }
}
