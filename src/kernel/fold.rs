//! Words as a search compares them: without marks, case, width and the ways in which one name is spelled. What a search
//! finds is said by [`matches`]; an index only finds it faster.
//!
//! A document's word stands in each of its spellings (Müller: muller, mueller; Mueller: mueller, muller), so that the word
//! of a query needs one.

mod marks;

pub use marks::{code_marks, found_in, marks};

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{
    canonical_combining_class, compose, decompose_compatible, is_combining_mark,
};

/// Most words of a query; of more, the longest count.
pub const MOST_WORDS: usize = 6;
/// Most characters of a query that are looked at.
const MOST_TYPED: usize = 200;
/// Most letters of a word that may be spelled in two ways each; of more, all are spelled the one way or the other.
const MOST_CHOICES: usize = 3;
/// Fewest digits that somebody means as one number when they are typed in groups.
const SHORTEST_PHONE: usize = 6;

/// A piece of a word.
#[derive(Clone, Copy, Debug)]
enum Unit {
    One(char),
    /// Spelled with one letter or with two; whether somebody who searches is taken to mean two.
    Either {
        short: char,
        long: &'static str,
        means_long: bool,
    },
}

/// How the letters of a word that have two spellings are spelled.
#[derive(Clone, Copy)]
enum Spelling {
    /// As somebody who searches means them.
    Meant,
    Short,
    Long,
    /// The n-th choice is long where the n-th bit is set.
    Mixed(u32),
}

type Word = Vec<Unit>;

/// From where to where in a text, in bytes.
type Span = (usize, usize);

/// A word, and where in the text each of its pieces stands.
#[derive(Clone, Debug, Default)]
struct Placed {
    word: Word,
    places: Vec<Span>,
}

impl Placed {
    /// Says where that stands by which the word has just grown; what became part of its last piece makes that one longer.
    fn note(&mut self, place: Span) {
        if self.places.len() < self.word.len() {
            self.places.resize(self.word.len(), place);
        } else if let Some(last) = self.places.last_mut() {
            *last = (last.0.min(place.0), last.1.max(place.1));
        }
    }

    /// All words in one.
    fn joined(words: &[Self]) -> Self {
        let mut all = Self::default();
        for one in words {
            all.word.extend(&one.word);
            all.places.extend(&one.places);
        }
        all
    }
}

fn spelled(word: &[Unit], spelling: Spelling) -> String {
    let mut text = String::with_capacity(word.len() + 2);
    let mut place = 0;
    for unit in word {
        match *unit {
            Unit::One(letter) => text.push(letter),
            Unit::Either { short, long, means_long } => {
                let is_long = match spelling {
                    Spelling::Meant => means_long,
                    Spelling::Short => false,
                    Spelling::Long => true,
                    Spelling::Mixed(bits) => bits >> place & 1 == 1,
                };
                place += 1;
                if is_long { text.push_str(long) } else { text.push(short) }
            }
        }
    }
    text
}

/// The words by which a text is found, each in all its spellings, and all of them in one: somebody may write together
/// what stands apart ("Meyer Schmidt", "Meyer-Schmidt", "MeyerSchmidt"), and dial a number without its gaps.
#[must_use]
pub fn of_document(text: &str) -> Vec<String> {
    let words = split(text);
    let mut known = BTreeSet::new();
    let mut all = Vec::with_capacity(words.len() * 2);
    let mut add = |word: String| {
        if known.insert(word.clone()) {
            all.push(word);
        }
    };
    for Placed { word, .. } in &words {
        let choices = word.iter().filter(|unit| matches!(unit, Unit::Either { .. })).count();
        add(spelled(word, Spelling::Meant));
        if choices <= MOST_CHOICES {
            (0..1u32 << choices).for_each(|bits| add(spelled(word, Spelling::Mixed(bits))));
        } else {
            add(spelled(word, Spelling::Short));
            add(spelled(word, Spelling::Long));
        }
    }
    if words.len() > 1 {
        let joined = Placed::joined(&words).word;
        [Spelling::Meant, Spelling::Short, Spelling::Long]
            .into_iter()
            .for_each(|one| add(spelled(&joined, one)));
    }
    if let Some(digits) = phone(text) {
        add(digits);
    }
    all
}

/// What somebody searches for: at most [`MOST_WORDS`] different words.
#[must_use]
pub fn of_query(text: &str) -> Vec<String> {
    let text: String = text.chars().take(MOST_TYPED).collect();
    let mut words: Vec<String> = Vec::new();
    let pieces = match phone(&text) {
        Some(digits) => vec![digits],
        None => split(&text).iter().map(|it| spelled(&it.word, Spelling::Meant)).collect(),
    };
    for word in pieces {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    while words.len() > MOST_WORDS {
        let lengths = words.iter().map(|word| word.chars().count()).enumerate();
        // The last of the shortest.
        let Some((place, _)) = lengths.rev().min_by_key(|(_, length)| *length) else { break };
        words.remove(place);
    }
    words
}

/// A name with one spelling of everything, for names that begin with what somebody typed.
#[must_use]
pub fn lead(text: &str) -> String {
    split(text).iter().map(|it| spelled(&it.word, Spelling::Short)).collect::<Vec<_>>().join(" ")
}

/// Whether a document is found: each word of the query is in one of its words, whatever their order.
#[must_use]
pub fn matches(document: &[String], query: &[String]) -> bool {
    !query.is_empty() && query.iter().all(|word| document.iter().any(|one| is_found(one, word)))
}

/// Up to two letters are looked for where words begin, more anywhere in them. Scripts without spaces between words know no
/// beginning.
fn is_found(word: &str, wanted: &str) -> bool {
    if is_anywhere(wanted) { word.contains(wanted) } else { word.starts_with(wanted) }
}

/// Whether this word of a query is looked for anywhere in a document's words.
#[must_use]
pub fn is_anywhere(wanted: &str) -> bool {
    wanted.chars().nth(2).is_some() || wanted.starts_with(is_cjk)
}

/// Han and kana.
#[must_use]
pub fn is_cjk(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3031}'..='\u{3035}'
        | '\u{3038}'..='\u{303C}' | '\u{3041}'..='\u{3096}' | '\u{3099}'..='\u{309A}' | '\u{309D}'..='\u{309F}'
        | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{1B000}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}')
}

/// A number as people dial it, typed in groups: its digits, without the zeros that lead out of a town or a country.
/// Nothing for what is no such number, or has no gaps.
#[must_use]
pub fn phone(text: &str) -> Option<String> {
    let text: String = text.nfkd().collect();
    let text = text.trim();
    let is_gap = |c: char| c.is_whitespace() || "+-/().\u{2010}\u{2011}\u{2012}\u{2013}".contains(c);
    let begins = text.starts_with(['+', '(', '0']);
    if !begins || !text.contains(is_gap) || !text.chars().all(|c| c.is_ascii_digit() || is_gap(c)) {
        return None;
    }
    // A zero in brackets is dialled within the country only.
    let digits: String = text.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    (digits.len() >= SHORTEST_PHONE).then(|| digits.to_owned())
}

/// The words of a text. Han and kana are words of their own beside other letters.
fn split(text: &str) -> Vec<Placed> {
    let mut words: Vec<Placed> = Vec::new();
    let mut one = Placed::default();
    let mut was_cjk = false;
    for (letter, place) in letters(text) {
        if is_combining_mark(letter) {
            mark(&mut one.word, letter);
            one.note(place);
            continue;
        }
        let is_part = letter.is_alphanumeric();
        if (!is_part || is_cjk(letter) != was_cjk) && !one.word.is_empty() {
            words.push(std::mem::take(&mut one));
        }
        if is_part {
            was_cjk = is_cjk(letter);
            push(&mut one.word, letter);
            one.note(place);
        }
    }
    if !one.word.is_empty() {
        words.push(one);
    }
    words
}

/// The letters of a text, taken apart (NFKD) and in lower case, each with the place of the character it comes from.
fn letters(text: &str) -> impl Iterator<Item = (char, Span)> {
    let mut all: Vec<(char, Span)> = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices().filter(|(_, letter)| !is_nothing(*letter)) {
        decompose_compatible(letter, |part| all.push((part, (at, at + letter.len_utf8()))));
    }
    // The marks of a letter have one order, however they were typed.
    for of_one in all.chunk_by_mut(|_, (next, _)| canonical_combining_class(*next) != 0) {
        let marks =
            usize::from(of_one.first().is_some_and(|(first, _)| canonical_combining_class(*first) == 0));
        of_one[marks..].sort_by_key(|(mark, _)| canonical_combining_class(*mark));
    }
    let lower =
        all.into_iter().flat_map(|(letter, place)| letter.to_lowercase().map(move |low| (low, place)));
    // Some letters come apart into one and an apostrophe.
    lower.filter(|(letter, _)| !is_nothing(*letter))
}

/// What stands inside words without parting them: apostrophes, and what draws nothing.
fn is_nothing(letter: char) -> bool {
    matches!(letter, '\'' | '`' | '\u{B4}' | '\u{2B9}'..='\u{2BD}' | '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{5F3}'
        | '\u{FF07}' | '\u{A78B}' | '\u{A78C}' | '\u{640}' | '\u{34F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
        || (crate::email::is_hidden(letter) && !letter.is_control())
}

fn push(word: &mut Word, letter: char) {
    let either = |short, long, means_long| Unit::Either { short, long, means_long };
    match letter {
        'ß' => word.extend([Unit::One('s'), Unit::One('s')]),
        'þ' => word.extend([Unit::One('t'), Unit::One('h')]),
        'ø' => word.push(either('o', "oe", false)),
        'æ' => word.push(either('a', "ae", true)),
        'œ' => word.push(either('o', "oe", true)),
        'e' => match word.last() {
            Some(Unit::One('a')) => replace(word, either('a', "ae", true)),
            Some(Unit::One('o')) => replace(word, either('o', "oe", true)),
            Some(Unit::One('u')) => replace(word, either('u', "ue", true)),
            _ => word.push(Unit::One('e')),
        },
        'a' => match word.last() {
            Some(Unit::One('a')) => replace(word, either('a', "aa", true)),
            _ => word.push(Unit::One('a')),
        },
        other => word.push(Unit::One(plain(other))),
    }
}

fn replace(word: &mut Word, unit: Unit) {
    word.pop();
    word.push(unit);
}

/// The letter that people type in place of one with a stroke or a hook, which is no mark; and one kana of the two.
fn plain(letter: char) -> char {
    match letter {
        'ı' | 'ɨ' => 'i',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ŋ' => 'n',
        'ĸ' => 'k',
        'ƀ' => 'b',
        'ƶ' => 'z',
        'ə' => 'e',
        'ς' => 'σ',
        '\u{30A1}'..='\u{30F6}' | '\u{30FD}' | '\u{30FE}' => {
            char::from_u32(letter as u32 - 0x60).unwrap_or(letter)
        }
        other => other,
    }
}

/// A mark behind a letter. Those of letters that are also typed without them are dropped, others belong to the word.
fn mark(word: &mut Word, mark: char) {
    let Some(last) = word.last_mut() else { return };
    let letter = match *last {
        Unit::One(letter) => letter,
        // "ae" with a mark on its e is two letters.
        Unit::Either { .. } => return,
    };
    match (letter, mark) {
        ('a', '\u{308}') => *last = Unit::Either { short: 'a', long: "ae", means_long: false },
        ('o', '\u{308}') => *last = Unit::Either { short: 'o', long: "oe", means_long: false },
        ('u', '\u{308}') => *last = Unit::Either { short: 'u', long: "ue", means_long: false },
        ('a', '\u{30A}') => *last = Unit::Either { short: 'a', long: "aa", means_long: false },
        (_, '\u{3099}' | '\u{309A}') => match compose(letter, mark) {
            Some(one) => *last = Unit::One(one),
            None => word.push(Unit::One(mark)),
        },
        (
            _,
            '\u{300}'..='\u{36F}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5C7}'
            | '\u{610}'..='\u{61A}'
            | '\u{64B}'..='\u{65F}'
            | '\u{670}'
            | '\u{6D6}'..='\u{6ED}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{FE20}'..='\u{FE2F}',
        ) => {}
        _ => word.push(Unit::One(mark)),
    }
}

#[cfg(test)]
#[path = "fold_tests.rs"]
mod tests;
