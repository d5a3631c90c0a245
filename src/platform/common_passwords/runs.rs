//! Repetitions and runs: passwords with a pattern instead of a word.

/// Longest block whose repetition is a pattern rather than a word said twice, in characters.
const LONGEST_BLOCK: usize = 6;
/// Fewer different characters than this are a pattern, whatever their order.
const FEWEST_DISTINCT: usize = 4;
/// Shorter runs than this occur in honest words (`rst` in `first`).
const SHORTEST_RUN: usize = 4;

/// Rows of the alphabet and of English, German, French and kana keyboards, and the slanted columns.
const ROWS: [&str; 18] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "^1234567890ß´",
    "!@#$%^&*()_+",
    "!\"§$%&/()=?",
    "qwertyuiop[]",
    "qwertzuiopü+",
    "azertyuiop^$",
    "asdfghjkl;'",
    "asdfghjklöä#",
    "qsdfghjklmù",
    "zxcvbnm,./",
    "<yxcvbnm,.-",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "1qay2wsx3edc4rfv5tgb6zhn7ujm8ik,9ol.0pö-",
    "1q2w3e4r5t6y7u8i9o0p",
    "1q2w3e4r5t6z7u8i9o0p",
    "あいうえおかきくけこさしすせそたちつてと",
];

/// A block of up to six characters over and over (its last time perhaps cut), or hardly any different characters.
pub fn is_repetition(folded: &str) -> bool {
    let chars: Vec<char> = folded.chars().collect();
    let mut distinct = chars.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let periodic = |block: usize| {
        chars.len() >= 2 * block && chars.iter().zip(chars.iter().skip(block)).all(|(a, b)| a == b)
    };
    distinct.len() < FEWEST_DISTINCT || (1..=LONGEST_BLOCK).any(periodic)
}

/// At least three quarters are runs of four or more along a row, forwards or backwards, or of one character.
pub fn is_sequence(folded: &str) -> bool {
    let chars: Vec<char> = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let mut covered = 0;
    let mut at = 0;
    while at < chars.len() {
        let run = run_length(&chars[at..]);
        if run >= SHORTEST_RUN {
            covered += run;
            at += run;
        } else {
            at += 1;
        }
    }
    chars.len() >= SHORTEST_RUN && covered * 4 >= chars.len() * 3
}

/// How many characters from the start lie on one row, in order, or are all the same.
fn run_length(chars: &[char]) -> usize {
    let same = chars.iter().take_while(|c| **c == chars[0]).count();
    let rows = ROWS.iter().flat_map(|row| {
        let row: Vec<char> = row.chars().collect();
        let back: Vec<char> = row.iter().rev().copied().collect();
        [row, back]
    });
    let along = rows.map(|row| {
        let starts = row.iter().enumerate().filter(|(_, c)| **c == chars[0]).map(|(start, _)| start);
        starts
            .map(|start| row[start..].iter().zip(chars).take_while(|(a, b)| a == b).count())
            .max()
            .unwrap_or(0)
    });
    along.max().unwrap_or(0).max(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_over_and_over_are_repetitions() {
        for password in [
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "abc123abc123",
            "123412341234",
            "あああああああああああああ",
            "aabbaabbccaa",
            "xyxyxyxyxyxyx",
        ] {
            assert!(is_repetition(password), "{password}");
        }
        assert!(!is_repetition("correcthorse"));
    }

    #[test]
    fn rows_of_the_keyboard_are_sequences_in_both_directions() {
        for password in [
            "abcdefghijkl",
            "zyxwvutsrqpo",
            "123456789012",
            "987654321098",
            "qwertyuiopas",
            "qwertzuiopü+",
            "poiuztrewq12",
            "1qaz2wsx3edc",
            "1q2w3e4r5t6z",
            "asdfghjklöä#",
            "abcd1234efgh",
            "1234 5678 9012",
            "111122223333",
            "あいうえおかきくけこさし",
        ] {
            assert!(is_sequence(password), "{password}");
        }
        for password in ["correcthorsebattery", "first understudy", "123456 Kraniche im Wind"] {
            assert!(!is_sequence(password), "{password}");
        }
    }
}
