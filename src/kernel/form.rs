//! What a plain form post comes back with: faults, what was typed, a notice. Pages show it before and without
//! JavaScript; it travels with the page so that the browser wakes up to the same words.

use crate::error::{AppError, Fault};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};

/// The result of the last post to a form, if the page answers one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Which form of the page this is about; empty when none.
    pub form: String,
    /// One sentence for the whole form, in the reader's language.
    pub problem: Option<String>,
    pub faults: Vec<Fault>,
    /// What was typed, so that nothing is lost. Never a password or a code.
    pub values: Vec<(String, String)>,
    /// The form that it was typed into, where that is not what is spoken of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed_into: Option<String>,
    /// Good news after a redirect.
    pub notice: Option<String>,
}

impl Outcome {
    /// Nothing was posted.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// This form has a problem as a whole.
    #[must_use]
    pub fn problem(form: &str, text: impl Into<String>) -> Self {
        Self { form: form.to_owned(), problem: Some(text.into()), ..Self::default() }
    }

    /// These fields need mending.
    #[must_use]
    pub fn faults(form: &str, faults: Vec<Fault>) -> Self {
        Self { form: form.to_owned(), faults, ..Self::default() }
    }

    /// Keeps what was typed.
    #[must_use]
    pub fn keeping(mut self, values: &[(&str, &str)]) -> Self {
        self.values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self
    }

    /// The name of no form in particular: what is said stands above the page.
    pub const ANY: &str = "*";

    /// Gives what was typed back to the form of this name, and to no other that has fields of the same names.
    #[must_use]
    pub fn giving_back(mut self, form: String, values: Vec<(String, String)>) -> Self {
        self.typed_into = Some(form);
        self.values = values;
        self
    }

    /// What is said about this form as a whole.
    #[must_use]
    pub fn problem_of(&self, form: &str) -> Option<String> {
        self.problem.clone().filter(|_| self.form == form)
    }

    /// Whether this is about the form of that name.
    #[must_use]
    pub fn is_for(&self, form: &str) -> bool {
        self.form == form || self.typed_into.as_deref() == Some(form)
    }

    /// What is said about a field of this form.
    #[must_use]
    pub fn on(&self, form: &str, field: &str) -> Option<String> {
        if !self.is_for(form) {
            return None;
        }
        self.faults.iter().find(|fault| fault.field == field).map(|fault| fault.said.text.clone())
    }

    /// What was typed into a field of this form.
    #[must_use]
    pub fn value(&self, form: &str, field: &str) -> Option<String> {
        if !self.is_for(form) {
            return None;
        }
        self.values.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone())
    }

    /// The status a page with this outcome is sent with.
    #[must_use]
    pub fn from_error(form: &str, error: &AppError, in_words: impl FnOnce(&AppError) -> String) -> Self {
        match error {
            AppError::Invalid(faults) => Self::faults(form, faults.clone()),
            other => Self::problem(form, in_words(other)),
        }
    }
}

/// The boxes of a form that were ticked, by their names, where which boxes there are is data: a command takes it flattened,
/// beside its own fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticked(BTreeSet<String>);

impl Ticked {
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}

impl<'a> FromIterator<&'a str> for Ticked {
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        Self(names.into_iter().map(str::to_owned).collect())
    }
}

impl Serialize for Ticked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|name| (name, "true")))
    }
}

/// A box that is not ticked is not sent, so every field counts.
impl<'de> Deserialize<'de> for Ticked {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let sent = BTreeMap::<String, IgnoredAny>::deserialize(deserializer)?;
        Ok(Self(sent.into_keys().collect()))
    }
}

/// The fields of a form by their names, where which there are is data; flattened, as [`Ticked`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}
