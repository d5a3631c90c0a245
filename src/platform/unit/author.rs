//! Who acts, as the records of an act name them.

use crate::audit::Who;

/// Who acts.
#[derive(Clone, Debug)]
pub struct By {
    /// In the audit trail.
    pub who: Who,
    /// In live news: as colleagues know them, and empty for nobody in particular.
    pub name: String,
}

impl By {
    /// Somebody not signed in.
    #[must_use]
    pub fn guest() -> Self {
        Self::unnamed(Who::guest())
    }

    /// The portal by itself.
    #[must_use]
    pub fn system() -> Self {
        Self::unnamed(Who::system())
    }

    /// Whom live news do not name.
    #[must_use]
    pub const fn unnamed(who: Who) -> Self {
        Self { who, name: String::new() }
    }
}

/// Whoever acts: what the gate makes of a visitor, or the portal itself.
pub trait Author {
    fn by(&self) -> By;
}

impl Author for By {
    fn by(&self) -> By {
        self.clone()
    }
}
