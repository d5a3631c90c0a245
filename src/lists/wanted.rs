//! What somebody wants to see of a list.

use crate::cursor::Cursor;
use crate::filter::{Filter, Filters, Sort};
use crate::rules::{MOST_PARTS, PART};
use kernel::paths;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

/// A list: by what it may be narrowed and in which orders it is read.
pub trait List: Clone + Debug + Default + PartialEq + Eq + Send + Sync + 'static {
    type Filter: Filter;
    type Sort: Sort;
}

/// The state of a list: what is searched for, the filters, the order, where it begins and how many parts are shown.
///
/// It is read from an address or a form ([`Wanted::read`]) or from its own text, and written in one way: what is not set is left
/// out. In serde it is that text, so a server function takes it as one field and a saved view stores it; a filter or order that is
/// none any more is left out when it is read again. Nothing that was typed makes it fail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "", from = "String", into = "String")]
pub struct Wanted<L: List> {
    search: String,
    filters: Filters<L::Filter>,
    sort: L::Sort,
    after: Option<Cursor>,
    /// Parts that are shown behind the first.
    further: usize,
}

impl<L: List> Default for Wanted<L> {
    fn default() -> Self {
        Self {
            search: String::new(),
            filters: Filters::default(),
            sort: L::Sort::default(),
            after: None,
            further: 0,
        }
    }
}

impl<L: List> Wanted<L> {
    /// From its beginning.
    #[must_use]
    pub fn searching(text: &str) -> Self {
        Self { search: text.trim().to_owned(), ..Self::default() }
    }

    /// From the fields of an address or a form, of which this finds the last one of a name.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            search: get("q").unwrap_or_default().trim().to_owned(),
            sort: get("sort").map(|key| L::Sort::parse(&key)).unwrap_or_default(),
            after: get("after").and_then(|text| Cursor::parse(&text)),
            further: parts_of(get("rows").as_deref()) - 1,
            filters: Filters::read(get),
        }
    }

    /// From its own text, or any query of an address.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let fields: Vec<_> = form_urlencoded::parse(text.as_bytes()).collect();
        Self::read(|name| fields.iter().rfind(|(it, _)| it == name).map(|(_, value)| value.to_string()))
    }

    /// The fields that say it, in their order; what is not set is left out.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields: Vec<_> = self.filters.iter().map(|it| (it.name(), it.value().into_owned())).collect();
        if !self.search.is_empty() {
            fields.push(("q", self.search.clone()));
        }
        if self.sort != L::Sort::default() {
            fields.push(("sort", self.sort.key().to_owned()));
        }
        fields.extend(self.after.as_ref().map(|after| ("after", after.to_text())));
        if self.further > 0 {
            fields.push(("rows", (self.parts() * PART).to_string()));
        }
        fields
    }

    /// The query of its address.
    #[must_use]
    pub fn to_text(&self) -> String {
        let fields = self.fields();
        let fields = fields.iter().map(|(name, value)| format!("{name}={}", paths::percent(value)));
        fields.collect::<Vec<_>>().join("&")
    }

    /// The address of the list at this path.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        match self.to_text() {
            text if text.is_empty() => path.to_owned(),
            text => format!("{path}?{text}"),
        }
    }

    /// What is searched for, without blanks around it.
    #[must_use]
    pub fn search(&self) -> &str {
        &self.search
    }

    #[must_use]
    pub fn filters(&self) -> &Filters<L::Filter> {
        &self.filters
    }

    #[must_use]
    pub fn sort(&self) -> L::Sort {
        self.sort
    }

    /// Where it begins, unless at the beginning.
    #[must_use]
    pub fn after(&self) -> Option<&Cursor> {
        self.after.as_ref()
    }

    /// How many parts of it are shown, one after the other.
    #[must_use]
    pub fn parts(&self) -> usize {
        self.further + 1
    }

    /// Its first part.
    #[must_use]
    pub fn at_start(self) -> Self {
        Self { after: None, further: 0, ..self }
    }

    /// One part behind the place that this text says; what is no place is the beginning.
    #[must_use]
    pub fn behind(self, after: &str) -> Self {
        Self { after: Cursor::parse(after), further: 0, ..self }
    }

    /// As many parts, but not none and not too many.
    #[must_use]
    pub fn of_parts(self, parts: usize) -> Self {
        Self { further: parts.clamp(1, MOST_PARTS) - 1, ..self }
    }

    /// Another search in what is narrowed so, from its beginning.
    #[must_use]
    pub fn with_search(self, text: &str) -> Self {
        Self { search: text.trim().to_owned(), ..self }.at_start()
    }

    /// Narrowed by this filter, too, in the place of another of its name; from its beginning.
    #[must_use]
    pub fn with(self, filter: L::Filter) -> Self {
        let begin = self.at_start();
        Self { filters: begin.filters.with(filter), ..begin }
    }

    /// Without the filter of this name; from its beginning.
    #[must_use]
    pub fn without(self, name: &str) -> Self {
        let begin = self.at_start();
        Self { filters: begin.filters.without(name), ..begin }
    }

    /// In this order; from its beginning.
    #[must_use]
    pub fn sorted(self, sort: L::Sort) -> Self {
        Self { sort, ..self.at_start() }
    }
}

impl<L: List> From<String> for Wanted<L> {
    fn from(text: String) -> Self {
        Self::parse(&text)
    }
}

impl<L: List> From<Wanted<L>> for String {
    fn from(wanted: Wanted<L>) -> Self {
        wanted.to_text()
    }
}

/// How many parts hold this many rows; what is no number is one part.
fn parts_of(rows: Option<&str>) -> usize {
    let rows = rows.and_then(|rows| rows.parse::<usize>().ok()).unwrap_or_default();
    rows.div_ceil(PART).clamp(1, MOST_PARTS)
}
