//! Where in a text stands what somebody searched for, so that a list can mark it.
//!
//! A text is compared as [`super::of_document`] does, whose words come from the same places: what a search finds in a text
//! has its place there. A mark never parts a character, nor a letter from its marks and joiners.

use super::{Placed, Span, Unit, is_anywhere, is_found, of_document, phone, split};
use crate::Piece;
use unicode_normalization::char::is_combining_mark;

/// The text in pieces, of which those are marked that these words of a query find; nothing when they find none. Together
/// the pieces are the text.
#[must_use]
pub fn marks(text: &str, query: &[String]) -> Vec<Piece> {
    cut(text, &merged(text, spans(text, query)))
}

/// As [`marks`], for an account's short id, which is also found by its number.
#[must_use]
pub fn code_marks(code: &str, query: &[String]) -> Vec<Piece> {
    let mut found = spans(code, query);
    if let Some(at) = code.find(|c: char| c.is_ascii_digit()) {
        let (_, number) = code.split_at(at);
        found.extend(spans(number, query).into_iter().map(|(from, to)| (from + at, to + at)));
    }
    cut(code, &merged(code, found))
}

/// Which of these words of a query find a text.
#[must_use]
pub fn found_in(text: &str, query: &[String]) -> Vec<bool> {
    let words = of_document(text);
    query.iter().map(|wanted| words.iter().any(|word| is_found(word, wanted))).collect()
}

/// Where these words are found, in no order and one over the other.
fn spans(text: &str, query: &[String]) -> Vec<Span> {
    let words = split(text);
    let mut all = Vec::new();
    for wanted in query {
        let before = all.len();
        words.iter().for_each(|word| all.extend(word.places_of(wanted)));
        // Written together, or dialled without gaps.
        if all.len() == before && words.len() > 1 {
            all.extend(Placed::joined(&words).places_of(wanted));
        }
        if all.len() == before && phone(text).is_some_and(|digits| is_found(&digits, wanted)) {
            all.push((text.len() - text.trim_start().len(), text.trim_end().len()));
        }
    }
    all
}

impl Placed {
    /// Where this word of a query is found in the word, in whichever spelling.
    fn places_of(&self, wanted: &str) -> Vec<Span> {
        let letters: Vec<char> = wanted.chars().collect();
        let ends = self.ends(&letters);
        let starts = if is_anywhere(wanted) { self.word.len() } else { 1 };
        let width = letters.len() + 1;
        let mut all = Vec::new();
        for (at, unit) in self.word.iter().enumerate().take(starts) {
            let whole = ends[at * width];
            // It may begin with the second of two letters that stand for one.
            let second = match unit {
                Unit::Either { long, .. } if is_anywhere(wanted) => {
                    let rest: Vec<char> = long.chars().skip(1).collect();
                    step(&rest, &letters, 0).and_then(|next| ends[(at + 1) * width + next])
                }
                _ => None,
            };
            if let Some(end) = whole.into_iter().chain(second).max() {
                all.extend(self.places[at..end].iter().copied().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))));
            }
        }
        all
    }

    /// For each piece of the word and each letter: behind which piece these letters end that begin with this one, when they
    /// begin at this piece. One row a piece, and one for the end of the word.
    fn ends(&self, letters: &[char]) -> Vec<Option<usize>> {
        let (pieces, width) = (self.word.len(), letters.len() + 1);
        let mut ends = vec![None; (pieces + 1) * width];
        for at in 0..=pieces {
            ends[at * width + letters.len()] = Some(at);
        }
        for (at, unit) in self.word.iter().enumerate().rev() {
            let spellings = spellings(*unit);
            for from in 0..letters.len() {
                let mut best = None;
                for spelling in &spellings {
                    let next = step(spelling, letters, from);
                    best = best.max(next.and_then(|next| ends[(at + 1) * width + next]));
                }
                ends[at * width + from] = best;
            }
        }
        ends
    }
}

fn spellings(unit: Unit) -> Vec<Vec<char>> {
    match unit {
        Unit::One(letter) => vec![vec![letter]],
        Unit::Either { short, long, .. } => vec![vec![short], long.chars().collect()],
    }
}

/// Up to where the letters from here on are spelled by this; nothing when they are others.
fn step(spelling: &[char], letters: &[char], from: usize) -> Option<usize> {
    let rest = letters.get(from..)?;
    let length = spelling.len().min(rest.len());
    (length > 0 && spelling[..length] == rest[..length]).then_some(from + length)
}

/// In order, none over the other, none within a character with its marks; what nothing but signs parts is one.
fn merged(text: &str, mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut all: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        let (from, to) = rounded(text, span);
        match all.last_mut() {
            Some(last) if from <= last.1 || is_one_word(&text[last.1..from]) => last.1 = last.1.max(to),
            _ => all.push((from, to)),
        }
    }
    all
}

fn is_one_word(between: &str) -> bool {
    between.chars().all(|c| !c.is_alphanumeric() && !c.is_whitespace())
}

/// With all that clings to its first and its last letter.
fn rounded(text: &str, (mut from, mut to): Span) -> Span {
    while text[from..].starts_with(clings) && from > 0 {
        from -= text[..from].chars().next_back().map_or(0, char::len_utf8);
    }
    while let Some(next) = text[to..].chars().next().filter(|next| clings(*next)) {
        to += next.len_utf8();
    }
    (from, to)
}

/// Marks, joiners, and what chooses a letter's form: they are drawn with the letter before them.
fn clings(letter: char) -> bool {
    is_combining_mark(letter)
        || matches!(letter, '\u{34F}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{FF9E}' | '\u{FF9F}'
            | '\u{E0100}'..='\u{E01EF}')
}

/// The text cut at these places.
fn cut(text: &str, spans: &[Span]) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(spans.len() * 2 + 1);
    let mut add = |text: &str, is_found| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), is_found });
        }
    };
    let mut done = 0;
    for (from, to) in spans {
        add(&text[done..*from], false);
        add(&text[*from..*to], true);
        done = *to;
    }
    if done > 0 {
        add(&text[done..], false);
    }
    pieces
}

#[cfg(test)]
#[path = "marks_tests.rs"]
mod tests;
