//! Grams: what the engines' indexes hold. `s` and one or two letters: a word begins with them, or holds them where the
//! script knows no beginnings. `t` and three letters: a word holds them.

use super::Kind;
use kernel::{FirmId, fold};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Most grams of one word that the index is asked for; the words themselves decide.
const MOST_OF_A_WORD: usize = 8;

/// All grams of a document's words.
pub(super) fn of_document(words: &[String]) -> BTreeSet<String> {
    let mut grams = BTreeSet::new();
    for word in words {
        let letters: Vec<char> = word.chars().collect();
        for (place, letter) in letters.iter().enumerate() {
            if place == 0 || fold::is_cjk(*letter) {
                grams.insert(gram('s', &letters[place..=place]));
                grams.extend(letters.get(place..place + 2).map(|two| gram('s', two)));
            }
            grams.extend(letters.get(place..place + 3).map(|three| gram('t', three)));
        }
    }
    grams
}

/// Grams that a document must hold to be found by these words.
pub(super) fn of_query(words: &[String]) -> BTreeSet<String> {
    let mut grams = BTreeSet::new();
    for word in words {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 3 {
            grams.insert(gram('s', &letters));
            continue;
        }
        // The first, the last and some between them, so that each letter is in one: every further list that the index must
        // read costs more than the few documents that it would leave out.
        let last = letters.len() - 3;
        let asked = (last.div_ceil(3) + 1).min(MOST_OF_A_WORD);
        for step in 0..asked {
            let place = if asked == 1 { 0 } else { step * last / (asked - 1) };
            grams.insert(gram('t', &letters[place..place + 3]));
        }
    }
    grams
}

fn gram(of: char, letters: &[char]) -> String {
    std::iter::once(of).chain(letters.iter().copied()).collect()
}

/// Before each gram, so that neither firms nor accounts and contacts share a list of documents.
pub(super) fn prefix(firm: FirmId, kind: Kind) -> String {
    let firm = mixed(fnv(FNV_START, firm.0.as_bytes()));
    format!("{firm:x}{}", kind.key())
}

/// As PostgreSQL reads an array of numbers.
pub(super) fn array<'a>(firm: FirmId, kind: Kind, grams: impl Iterator<Item = &'a String>) -> String {
    let start = fnv(fnv(FNV_START, firm.0.as_bytes()), kind.key().as_bytes());
    let numbers: BTreeSet<i32> =
        grams.map(|gram| i32::from_ne_bytes(mixed(fnv(start, gram.as_bytes())).to_ne_bytes())).collect();
    let mut text = "{".to_owned();
    for (place, number) in numbers.iter().enumerate() {
        let glue = if place == 0 { "" } else { "," };
        let _ = write!(text, "{glue}{number}");
    }
    text.push('}');
    text
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a: what is stored must not change with the compiler, as the standard library's hashes may.
fn fnv(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The halves of a hash in one.
fn mixed(hash: u64) -> u32 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    u32::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn stored_grams_are_the_same_for_ever() {
        let firm = FirmId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));
        assert_eq!(prefix(firm, Kind::ActiveAccount), PREFIX);
        let grams = of_document(&["anna".to_owned(), "商店".to_owned()]);
        assert_eq!(
            grams.iter().map(String::as_str).collect::<Vec<_>>(),
            ["sa", "san", "s商", "s商店", "s店", "tann", "tnna"]
        );
        assert_eq!(array(firm, Kind::Contact, grams.iter().take(2)), ARRAY);
    }

    #[test]
    fn a_long_word_asks_for_some_of_its_grams() {
        assert_eq!(of_query(&["steuerberatungsgesellschaft".to_owned()]).len(), MOST_OF_A_WORD);
        assert_eq!(of_query(&["an".to_owned(), "ann".to_owned(), "anna".to_owned()]).len(), 3);
    }

    const PREFIX: &str = "796de2e7a";
    const ARRAY: &str = "{226682535,1576628489}";
}
