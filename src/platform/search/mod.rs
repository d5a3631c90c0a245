//! Search over folded words ([`kernel::fold`] says what is found). Both engines hold the same documents; each finds them by
//! an index of its own over the beginnings of words and three letters of them at a time, and what the index finds is
//! compared with the words themselves.
//!
//! Grams are made here, not by an engine's tokenizer: so both find the same, whatever their versions and languages.

mod bulk;
mod doc;
mod grams;
mod making;
mod query;
#[cfg(test)]
mod search_tests;
mod store;

pub use bulk::rows;
pub use doc::Doc;
pub use making::{finish, is_made, made_up_to, remember, settle};
pub use query::Query;
pub use store::{All, Candidate, after, find, find_all, put, put_anew, ranked, remove};

/// What is searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    ActiveAccount,
    ArchivedAccount,
    Contact,
}

impl Kind {
    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Kind::ActiveAccount => "a",
            Kind::ArchivedAccount => "z",
            Kind::Contact => "c",
        }
    }
}

/// Why something stands where it stands among what was found; the first is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Its short id was typed.
    ShortId,
    /// The number of its short id was typed.
    Number,
    /// Its name begins with what was typed.
    Name,
    /// Each word that was typed begins one of its words.
    Words,
    Other,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub entity: uuid::Uuid,
    pub rank: Rank,
    pub sort_key: String,
}

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub hits: Vec<Hit>,
    /// There may be more than these.
    pub capped: bool,
}
