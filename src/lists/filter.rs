//! What a list may be narrowed to, and in which orders it can be read.

use std::borrow::Cow;
use std::fmt::Debug;

/// Something that a list may be narrowed to: a value with a name in the address. `q`, `sort`, `after`, `rows`, `all` and
/// `sent` are names of every list.
pub trait Filter: Clone + Debug + PartialEq + Eq + Send + Sync + 'static {
    /// Its names, in the order in which an address says them; a list has at most one filter of each.
    const NAMES: &'static [&'static str];

    /// Nothing for what is no such filter, or is none any more.
    fn parse(name: &str, value: &str) -> Option<Self>;

    /// One of the names.
    fn name(&self) -> &'static str;

    fn value(&self) -> Cow<'static, str>;

    /// Whether it says anything beside this one, whose name comes before; otherwise it is left out.
    fn goes_with(&self, _earlier: &Self) -> bool {
        true
    }
}

/// Filters of a list, all of which hold: in the order of their names, at most one of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filters<F>(Vec<F>);

impl<F> Default for Filters<F> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<F: Filter> Filters<F> {
    /// What is no filter is left out, so that an old bookmark or a stored view still opens.
    pub(crate) fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        let read = |name: &&str| F::parse(name, get(name)?.as_str());
        Self::of(F::NAMES.iter().filter_map(read).collect())
    }

    /// Whether each filter that is named says something. A view leaves out what says nothing and shows more; an act on all that are
    /// shown must not reach further than whoever narrowed the list meant.
    pub(crate) fn are_understood(get: impl Fn(&str) -> Option<String>) -> bool {
        let says = |name: &str| get(name).is_none_or(|it| it.is_empty() || F::parse(name, &it).is_some());
        F::NAMES.iter().all(|name| says(name))
    }

    /// In order, without those that say nothing beside an earlier one.
    fn of(all: Vec<F>) -> Self {
        let mut kept = Vec::with_capacity(all.len());
        for name in F::NAMES {
            let one = all.iter().rfind(|it| it.name() == *name);
            kept.extend(one.filter(|one| kept.iter().all(|earlier| one.goes_with(earlier))).cloned());
        }
        Self(kept)
    }

    /// With this one, in the place of another of its name.
    pub(crate) fn with(mut self, filter: F) -> Self {
        self.0.push(filter);
        Self::of(self.0)
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|it| it.name() != name);
        self
    }

    pub fn iter(&self) -> impl Iterator<Item = &F> {
        self.0.iter()
    }

    #[must_use]
    pub fn has(&self, filter: &F) -> bool {
        self.0.contains(filter)
    }
}

/// Of a list that cannot be narrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoFilter {}

impl Filter for NoFilter {
    const NAMES: &'static [&'static str] = &[];

    fn parse(_name: &str, _value: &str) -> Option<Self> {
        None
    }

    fn name(&self) -> &'static str {
        match *self {}
    }

    fn value(&self) -> Cow<'static, str> {
        match *self {}
    }
}

/// An order of a list. The default is not written into addresses.
pub trait Sort: Copy + Debug + Default + PartialEq + Eq + Send + Sync + 'static {
    const ALL: &'static [Self];

    fn key(self) -> &'static str;

    /// What is no order is the default.
    #[must_use]
    fn parse(key: &str) -> Self {
        Self::ALL.iter().copied().find(|it| it.key() == key).unwrap_or_default()
    }
}

/// Of a list that is read in one order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OneOrder;

impl Sort for OneOrder {
    const ALL: &'static [Self] = &[Self];

    fn key(self) -> &'static str {
        ""
    }
}
