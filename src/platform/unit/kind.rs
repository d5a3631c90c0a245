//! What kinds of domain events there are. The slice that raises one declares its name, once.

use std::collections::BTreeSet;
use std::fmt;

/// A kind of domain event, by the name that it has in the audit trail. A name that was stored is never changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(&'static str);

impl Kind {
    /// For [`kind!`](crate::kind), which also registers it.
    #[must_use]
    pub const fn named(name: &'static str) -> Self {
        Self(name)
    }

    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A kind that some slice of this binary declares.
pub struct Declared(pub Kind);

inventory::collect!(Declared);

/// What is wrong with the kinds that are declared: a name that stands twice.
pub(super) fn faults() -> Vec<String> {
    twice(inventory::iter::<Declared>.into_iter().map(|one| one.0))
        .into_iter()
        .map(|kind| format!("domain event declared twice: {kind}"))
        .collect()
}

fn twice(kinds: impl Iterator<Item = Kind>) -> BTreeSet<Kind> {
    let mut seen = BTreeSet::new();
    kinds.filter(|kind| !seen.insert(*kind)).collect()
}

/// Declares a kind of domain event and is its value: `kind!("account_assigned")`. Each name stands in one place.
#[macro_export]
macro_rules! kind {
    ($name:literal) => {{
        $crate::inventory::submit! { $crate::unit::Declared($crate::unit::Kind::named($name)) }
        $crate::unit::Kind::named($name)
    }};
}

#[test]
fn a_kind_that_is_declared_twice_is_found() {
    let kinds = ["a", "b", "a"].map(Kind::named);
    assert_eq!(twice(kinds.into_iter()), BTreeSet::from([Kind::named("a")]));
    assert!(twice(kinds[..2].iter().copied()).is_empty());
}
