//! What somebody typed into a search.

use super::{Kind, grams};
use kernel::{FirmId, fold};
use std::borrow::Cow;

/// Matches no document: each has words.
const NOTHING: &str = "";
const ANYTHING: &str = "%";

/// A search, folded. What holds no word, such as `%`, finds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
    lead: String,
}

impl Query {
    /// `None` when nothing was typed: then nothing is searched for, and a list is whole.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_blank = text.chars().all(|c| c.is_whitespace() || c.is_control());
        let short: String = text.chars().take(200).collect();
        (!is_blank).then(|| Self { words: fold::of_query(text), lead: fold::lead(&short) })
    }

    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether a document with these words is found; what the indexes must agree with.
    #[must_use]
    pub fn matches(&self, document: &[String]) -> bool {
        fold::matches(document, &self.words)
    }

    /// Six patterns for `search_doc.hay LIKE`: a document that matches all of them is found.
    #[must_use]
    pub fn patterns(&self) -> [String; fold::MOST_WORDS] {
        let missing = if self.words.is_empty() { NOTHING } else { ANYTHING };
        std::array::from_fn(|place| {
            self.words.get(place).map_or_else(|| missing.to_owned(), |word| format!("%{}%", in_hay(word)))
        })
    }

    /// What the patterns say, of a document that is here.
    pub(super) fn is_in(&self, hay: &str) -> bool {
        !self.words.is_empty() && self.words.iter().all(|word| hay.contains(in_hay(word).as_ref()))
    }

    /// Whether each word begins one of the document's.
    pub(super) fn begins_words_in(&self, hay: &str) -> bool {
        self.words.iter().all(|word| hay.contains(&at_beginning(word)))
    }

    /// The short id that was typed. One letter means the first of its accounts.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        let [word] = self.words.as_slice() else { return None };
        let is_letter = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_lowercase());
        Some(if is_letter { format!("{word}1") } else { word.clone() })
    }

    /// The number that was typed.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        let [word] = self.words.as_slice() else { return None };
        word.parse().ok()
    }

    /// Between what the one spelling of a name stands that begins with what was typed.
    pub(super) fn leads(&self) -> (String, String) {
        (self.lead.clone(), format!("{}\u{10FFFF}", self.lead))
    }

    /// Whether a name that begins with the lead holds all words: not so where one letter stands for two, or some are left out.
    pub(super) fn is_known_by_lead(&self) -> bool {
        self.words.join(" ") == self.lead
    }

    /// For SQLite: a query of its index.
    #[must_use]
    pub fn tokens(&self, firm: FirmId, kind: Kind) -> String {
        let prefix = grams::prefix(firm, kind);
        let all = grams::of_query(&self.words);
        all.iter().map(|gram| format!("\"{prefix}{gram}\"")).collect::<Vec<_>>().join(" AND ")
    }

    /// For PostgreSQL: an array of numbers.
    pub(super) fn numbers(&self, firm: FirmId, kind: Kind) -> String {
        grams::array(firm, kind, grams::of_query(&self.words).iter())
    }
}

/// What stands in `search_doc.hay` where this word is found.
fn in_hay(word: &str) -> Cow<'_, str> {
    if fold::is_anywhere(word) { word.into() } else { at_beginning(word).into() }
}

fn at_beginning(word: &str) -> String {
    format!(" {word}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query::parse(text).unwrap()
    }

    #[test]
    fn nothing_typed_is_no_search_and_nothing_but_signs_finds_nothing() {
        for text in ["", "  ", "\t\u{0}\r\n"] {
            assert_eq!(Query::parse(text), None, "{text:?}");
        }
        for text in ["%", "_", "' \"", "🦀", "\u{202E}"] {
            assert_eq!(query(text).patterns()[0], "", "{text:?}");
            assert!(!query(text).matches(&["anna".to_owned()]));
        }
    }

    #[test]
    fn short_words_are_looked_for_at_the_beginning() {
        assert_eq!(query("Mü an schm 店").patterns(), ["% mu%", "% an%", "%schm%", "%店%", "%", "%"]);
        let hay = " 商店 haschmi schmidt ";
        for (text, is_in, begins) in
            [("schm 店", true, false), ("schm 商", true, true), ("hmi", true, false), ("mi", false, false)]
        {
            assert_eq!((query(text).is_in(hay), query(text).begins_words_in(hay)), (is_in, begins), "{text}");
        }
    }

    #[test]
    fn a_beginning_says_all_where_it_is_the_words_themselves() {
        for (text, is_known) in [
            ("M", true),
            ("Schmidt a", true),
            ("schmidt, A.", true),
            ("mueller", false),
            ("aa", false),
            ("a a", false),
            ("a b c d e f g", false),
            ("030 123456", false),
            ("%", true),
        ] {
            assert_eq!(query(text).is_known_by_lead(), is_known, "{text}");
        }
    }

    #[test]
    fn a_short_id_and_its_number_are_known() {
        assert_eq!(query(" M12 ").code().as_deref(), Some("m12"));
        assert_eq!(query("m").code().as_deref(), Some("m1"));
        assert_eq!(query("ü").code().as_deref(), Some("u1"));
        assert_eq!(query("７").number(), Some(7));
        assert_eq!(query("m 12").number(), None);
        assert_eq!(query("99999999999999999999").number(), None);
    }
}
