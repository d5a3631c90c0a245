//! Which rows of a list were chosen: some by name, or all that are wanted.

use crate::filter::Filters;
use crate::rules::MOST_CHOSEN;
use crate::wanted::{List, Wanted};
use kernel::paths;
use serde::{Deserialize, Serialize};

/// A list of which rows can be chosen.
pub trait Selectable: List {
    /// The field of an address that names one row.
    const FIELD: &'static str;

    /// What is no id names nothing.
    fn is_id(text: &str) -> bool;
}

/// A choice: rows by their ids, or all of a list as it is narrowed. In serde it is the query of its address, as a [`Wanted`] is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "", from = "String", into = "String")]
pub enum Selected<L: Selectable> {
    Ids(Vec<String>),
    AllOf(Wanted<L>),
}

impl<L: Selectable> Default for Selected<L> {
    fn default() -> Self {
        Self::Ids(Vec::new())
    }
}

impl<L: Selectable> Selected<L> {
    /// All that match, from the first to the last, wherever the list is looked at.
    #[must_use]
    pub fn all_of(wanted: Wanted<L>) -> Self {
        Self::AllOf(wanted.at_start())
    }

    /// From the fields of an address or a form, of which this finds the last one of a name; `ids` as forms carry them. All of a
    /// list that is narrowed by what nobody understands are none: without that filter they would be more than was meant.
    pub fn read(get: impl Fn(&str) -> Option<String>, ids: &str) -> Self {
        if get("all").as_deref() == Some("true") {
            let is_understood = Filters::<L::Filter>::are_understood(&get);
            return if is_understood { Self::all_of(Wanted::read(get)) } else { Self::default() };
        }
        Self::Ids(Self::parse_ids(ids))
    }

    /// From its own text, or any query of an address.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let fields: Vec<_> = form_urlencoded::parse(text.as_bytes()).collect();
        let ids: Vec<_> =
            fields.iter().filter(|(name, _)| name == L::FIELD).map(|(_, id)| id.as_ref()).collect();
        let last = |name: &str| fields.iter().rfind(|(it, _)| it == name).map(|(_, value)| value.to_string());
        Self::read(last, &ids.join(","))
    }

    /// The fields that say it, as a [`Selected::read`] of an address reads them.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Ids(ids) => ids.iter().map(|id| (L::FIELD, id.clone())).collect(),
            Self::AllOf(wanted) => [vec![("all", "true".to_owned())], wanted.fields()].concat(),
        }
    }

    /// The query of its address.
    #[must_use]
    pub fn to_text(&self) -> String {
        let fields = self.fields();
        let fields = fields.iter().map(|(name, value)| format!("{name}={}", paths::percent(value)));
        fields.collect::<Vec<_>>().join("&")
    }

    /// The address of the page about it, at this path.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        match self.to_text() {
            text if text.is_empty() => path.to_owned(),
            text => format!("{path}?{text}"),
        }
    }

    /// The ids in one text, as forms carry them: `M1,M2`.
    #[must_use]
    pub fn ids_text(&self) -> String {
        match self {
            Self::Ids(ids) => ids.join(","),
            Self::AllOf(_) => String::new(),
        }
    }

    /// The other way round.
    #[must_use]
    pub fn parse_ids(text: &str) -> Vec<String> {
        let ids = text.split(',').map(str::trim).filter(|id| L::is_id(id));
        ids.take(MOST_CHOSEN).map(str::to_owned).collect()
    }

    /// Nothing can be behind it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Ids(ids) if ids.is_empty())
    }
}

impl<L: Selectable> From<String> for Selected<L> {
    fn from(text: String) -> Self {
        Self::parse(&text)
    }
}

impl<L: Selectable> From<Selected<L>> for String {
    fn from(selected: Selected<L>) -> Self {
        selected.to_text()
    }
}
