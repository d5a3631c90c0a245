//! A durable event, as whoever follows it gets it.

use crate::unit::Kind;
use kernel::{AccountId, AppError, FirmId, Ts, UserId};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Something that happened and is committed.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Heard {
    /// Its place among all events.
    pub seq: i64,
    pub firm_id: FirmId,
    pub at: Ts,
    /// The name of its [`Kind`](crate::unit::Kind).
    pub kind: String,
    pub account_id: Option<AccountId>,
    /// The row acted upon, and how people knew it then.
    pub subject_id: Option<Uuid>,
    pub subject: String,
    /// Who did it, if it was a person.
    pub actor_id: Option<UserId>,
    facts: String,
}

impl Heard {
    #[must_use]
    pub fn is(&self, kind: Kind) -> bool {
        self.kind == kind.name()
    }

    /// The value that was said to have happened, or what a follower needs of its fields. One that an earlier version wrote
    /// must still be read: a new field has `#[serde(default)]`.
    ///
    /// # Errors
    /// `Internal` when it is not of this shape.
    pub fn facts<T: DeserializeOwned>(&self) -> Result<T, AppError> {
        serde_json::from_str(&self.facts)
            .map_err(|error| AppError::Internal(crate::incident::log("reading a domain event", &error)))
    }
}
