//! A domain event: something that happened, and what the records say of it.

use super::{By, Kind};
use kernel::AccountId;
use kernel::live::News;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Display};
use uuid::Uuid;

/// Something that happened in a unit of work.
///
/// Its value is what readers of durable events get (as JSON, so it holds no secret), where anybody follows its kind.
pub trait DomainEvent: Serialize + Send {
    /// What is said of it, this being who did it.
    fn told(&self, by: &By) -> Told;
}

/// What an event says to the audit trail and to live news.
#[derive(Clone, Debug)]
pub struct Told {
    pub(super) kind: Option<Kind>,
    /// Whether the trail has a row of it.
    pub(super) recorded: bool,
    pub(super) account: Option<AccountId>,
    pub(super) subject_id: Option<Uuid>,
    pub(super) subject: String,
    pub(super) detail: String,
    pub(super) news: Vec<News>,
}

impl Told {
    /// A row of the audit trail of this kind.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self { kind: Some(kind), recorded: true, ..Self::nothing() }
    }

    /// Of this kind for those who follow it, and no row of the trail: nobody did it.
    #[must_use]
    pub fn unrecorded(kind: Kind) -> Self {
        Self { kind: Some(kind), ..Self::nothing() }
    }

    /// No row, and nobody can follow it: another event of the same act has it, or nobody needs one.
    #[must_use]
    pub fn live(news: impl IntoIterator<Item = News>) -> Self {
        Self { news: news.into_iter().collect(), ..Self::nothing() }
    }

    fn nothing() -> Self {
        Self {
            kind: None,
            recorded: false,
            account: None,
            subject_id: None,
            subject: String::new(),
            detail: String::new(),
            news: Vec::new(),
        }
    }

    /// The account that it concerns.
    #[must_use]
    pub fn account(self, account: impl Into<Option<AccountId>>) -> Self {
        Self { account: account.into(), ..self }
    }

    /// The row acted upon, and how people know it now (an address, a name). Never a secret.
    #[must_use]
    pub fn about(self, id: impl Into<Uuid>, known_as: impl Into<String>) -> Self {
        Self { subject_id: Some(id.into()), subject: known_as.into(), ..self }
    }

    /// What is known of the subject, where there is no row of it.
    #[must_use]
    pub fn named(self, known_as: impl Into<String>) -> Self {
        Self { subject: known_as.into(), ..self }
    }

    /// What changed, such as a [`Change`].
    #[must_use]
    pub fn detail(self, detail: impl Display) -> Self {
        Self { detail: detail.to_string(), ..self }
    }

    /// Whoever looks hears of it, in this order.
    #[must_use]
    pub fn news(mut self, news: impl IntoIterator<Item = News>) -> Self {
        self.news.extend(news);
        self
    }
}

/// What was before and what is now; the trail reads `old -> new`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change<T> {
    pub old: T,
    pub new: T,
}

impl<T> Change<T> {
    pub const fn of(old: T, new: T) -> Self {
        Self { old, new }
    }
}

impl Change<&'static str> {
    /// A switch that is on, or off, from now on.
    #[must_use]
    pub const fn switched(on: bool) -> Self {
        if on { Self::of("off", "on") } else { Self::of("on", "off") }
    }
}

impl<T: Display> Display for Change<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} -> {}", self.old, self.new)
    }
}

#[test]
fn a_change_reads_as_it_stands_in_the_trail() {
    assert_eq!(Change::switched(true).to_string(), "off -> on");
    assert_eq!(Change::switched(false).to_string(), "on -> off");
    assert_eq!(Change::of("a@x.example", "b@x.example").to_string(), "a@x.example -> b@x.example");
}
