//! What is searched, one document for each account and contact.

use super::{Kind, grams};
use kernel::{FirmId, fold};
use std::collections::HashSet;
use uuid::Uuid;

/// Most words of a document. Who has more is found by the first.
const MOST_WORDS: usize = 20_000;

/// An account or a contact, as it is searched.
#[derive(Clone, Debug)]
pub struct Doc {
    pub(super) firm: FirmId,
    pub(super) kind: Kind,
    pub(super) entity: Uuid,
    pub(super) sort_key: String,
    pub(super) lead: String,
    pub(super) exact: Option<String>,
    pub(super) number: Option<i64>,
    words: Vec<String>,
    known: HashSet<String>,
}

impl Doc {
    /// With its name, and the key by which its list is ordered.
    #[must_use]
    pub fn new(firm: FirmId, kind: Kind, entity: Uuid, name: &str, sort_key: &str) -> Self {
        let (lead, sort_key) = (fold::lead(name), sort_key.to_owned());
        let (words, known) = (Vec::new(), HashSet::new());
        let mut doc = Self { firm, kind, entity, sort_key, lead, exact: None, number: None, words, known };
        doc.add(name);
        doc
    }

    /// With the short id, such as M12, which is also found by its number.
    #[must_use]
    pub fn with_code(mut self, code: &str) -> Self {
        self.add(code);
        let digits = code.trim_start_matches(|c: char| !c.is_ascii_digit());
        self.add(digits);
        self.exact = Some(code.to_lowercase());
        self.number = digits.parse().ok();
        self
    }

    /// One more text by which it is found: a name, an address, a number to dial.
    pub fn add(&mut self, text: &str) {
        for word in fold::of_document(text) {
            if self.words.len() < MOST_WORDS && self.known.insert(word.clone()) {
                self.words.push(word);
            }
        }
    }

    /// All its words, each in all its spellings.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    pub(super) fn hay(&self) -> String {
        format!(" {} ", self.words.join(" "))
    }

    /// For SQLite: words of its index.
    pub(super) fn tokens(&self) -> String {
        let prefix = grams::prefix(self.firm, self.kind);
        let all = grams::of_document(&self.words);
        all.iter().map(|gram| format!("{prefix}{gram}")).collect::<Vec<_>>().join(" ")
    }

    /// For PostgreSQL: an array of numbers.
    pub(super) fn numbers(&self) -> String {
        grams::array(self.firm, self.kind, grams::of_document(&self.words).iter())
    }
}
