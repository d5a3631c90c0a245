//! Passwords that others would guess first (SEC-3): the hundred thousand most common ones, what they grow into,
//! words the attacker knows about this firm and person, repetitions and runs along the keyboard.
//!
//! Length is not judged here; the policy does that first.

mod runs;
mod shapes;

use std::sync::LazyLock;

use self::runs::{is_repetition, is_sequence};
use self::shapes::{fold, is_symbol, letters_meant, squeeze};

/// Lower case, sorted by bytes, after a comment that ends at the first empty line.
static PASSWORDS: LazyLock<Vec<&str>> =
    LazyLock::new(|| entries(include_str!("../data/common-passwords.txt")));
static BASES: LazyLock<Vec<&str>> = LazyLock::new(|| entries(include_str!("../data/common-bases.txt")));

/// More characters than this around a common word are taken for a password of their own.
const MOST_EXTENSION: usize = 8;
/// Shortest context word, in characters; two when it is written in kana or kanji.
const SHORTEST_CONTEXT: usize = 4;

/// Why a password would be guessed early. The refusal tells the person (SEC-3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weakness {
    /// On the list of common passwords, or a common word repeated or extended.
    Common,
    /// Mostly made of this word, which anyone who knows the firm or the person would try.
    Context(String),
    /// One character or short block over and over.
    Repeats,
    /// A run through the alphabet, the digits, or along the keyboard.
    Sequence,
}

/// The first weakness found, or `None` for a password that stands on its own.
///
/// `context` holds what an attacker knows: firm name, product name, the person's name, both sides of the e-mail
/// address. Each may be several words.
#[must_use]
pub fn weakness(password: &str, context: &[&str]) -> Option<Weakness> {
    let folded = fold(password);
    if is_repetition(&folded) {
        return Some(Weakness::Repeats);
    }
    if is_sequence(&folded) {
        return Some(Weakness::Sequence);
    }
    if let Some(word) = context_word(&folded, context) {
        return Some(Weakness::Context(word));
    }
    is_common(&folded).then_some(Weakness::Common)
}

/// Whether the folded password is listed, or is a listed base repeated, or extended by little.
fn is_common(folded: &str) -> bool {
    let trimmed_end = folded.trim_end_matches(is_symbol);
    let core = trimmed_end.trim_start_matches(is_symbol);
    let around: String = folded.chars().filter(|c| is_symbol(*c)).collect();
    let little_around =
        around.chars().count() <= MOST_EXTENSION || is_repetition(&around) || is_sequence(&around);
    let mut meant = [folded, trimmed_end, core].into_iter().flat_map(letters_meant);
    meant.any(|shape| listed(&PASSWORDS, &shape) || (little_around && is_base(&shape)))
}

/// A common word, perhaps several times, perhaps with signs in between.
fn is_base(shape: &str) -> bool {
    let word: String = shape.chars().filter(|c| c.is_alphabetic()).collect();
    unrepeated(&word).is_some_and(|base| listed(&BASES, base))
}

/// The smallest block that `word` is a whole number of times; itself when it repeats nothing.
fn unrepeated(word: &str) -> Option<&str> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.filter(|end| word.len().is_multiple_of(*end))
        .map(|end| &word[..end])
        .find(|block| word == block.repeat(word.len() / block.len()))
}

/// The context word that makes up more than half of the password, or all its letters but for a short ending.
fn context_word(folded: &str, context: &[&str]) -> Option<String> {
    let words = context_words(context);
    let total = folded.chars().count();
    let shapes = letters_meant(folded);
    for shape in std::iter::once(folded).chain(shapes.iter().map(String::as_str)) {
        let letters = shape.chars().filter(|c| c.is_alphabetic()).count();
        let symbols = total.saturating_sub(letters);
        let mut rest = shape.to_owned();
        let mut longest: Option<&str> = None;
        for word in &words {
            if rest.contains(word.as_str()) {
                rest = rest.replace(word.as_str(), "\u{0}");
                longest = longest.or(Some(word));
            }
        }
        let uncovered = rest.chars().filter(|c| *c != '\u{0}').count();
        let uncovered_letters = rest.chars().filter(|c| c.is_alphabetic()).count();
        let mostly = uncovered * 2 < total;
        let all_letters = uncovered_letters * 4 <= letters && symbols <= MOST_EXTENSION;
        if let Some(word) =
            longest.filter(|_| mostly || all_letters || is_sequence(&rest.replace('\u{0}', "")))
        {
            return Some(word.to_owned());
        }
    }
    None
}

/// Folded words to look for, longest first: each part, all parts together, and umlauts as two letters.
fn context_words(context: &[&str]) -> Vec<String> {
    let mut words = Vec::new();
    for text in context {
        let folded = fold(text);
        let parts = folded.split(|c: char| !c.is_alphanumeric());
        for part in parts.map(str::to_owned).chain([squeeze(&folded)]) {
            let plain = shapes::without_umlauts(&part);
            words.extend([part, plain].into_iter().filter(|word| is_long_enough(word)));
        }
    }
    words.sort_by(|a, b| b.chars().count().cmp(&a.chars().count()).then_with(|| a.cmp(b)));
    words.dedup();
    words
}

fn is_long_enough(word: &str) -> bool {
    let least = if word.chars().all(|c| c >= '\u{3000}') { 2 } else { SHORTEST_CONTEXT };
    word.chars().count() >= least && word.chars().any(char::is_alphabetic)
}

fn listed(list: &[&str], entry: &str) -> bool {
    list.binary_search(&entry).is_ok()
}

fn entries(file: &'static str) -> Vec<&'static str> {
    file.split_once("\n\n").map_or_else(Vec::new, |(_, list)| list.lines().collect())
}

#[cfg(test)]
mod tests;
