//! What a slice says of what it follows.

use super::event::Heard;
use crate::db::Tx;
use crate::request::Source;
use crate::unit::{By, DomainEvent, Kind, Work};
use crate::{Cx, Platform, firm_profile};
use futures::future::BoxFuture;
use kernel::AppError;
use std::collections::BTreeSet;
use std::net::Ipv4Addr;
use std::sync::{Arc, LazyLock};

/// Whoever follows kinds of domain events. Registered by [`follow!`](crate::follow).
///
/// A new one begins with what is kept: events of its kinds that another has followed before, for thirty days at most.
pub trait Follower: 'static {
    /// As its cursor and the log name it. Nobody else's, and for ever.
    const NAME: &'static str;
    const KINDS: &'static [Kind];

    /// Does what follows, in one transaction with the cursor: what it writes is written once. The unit of work is the portal's
    /// own, for the firm of the event.
    ///
    /// # Errors
    /// Undone, and tried again by a job while events behind it go on.
    fn hear(w: &mut Work<'_>, event: &Heard) -> impl Future<Output = Result<(), AppError>> + Send;
}

/// A registered follower.
pub struct Following {
    pub(super) name: &'static str,
    pub(super) kinds: &'static [Kind],
    hear: for<'a> fn(&'a mut Work<'a>, &'a Heard) -> BoxFuture<'a, Result<(), AppError>>,
}

inventory::collect!(Following);

impl Following {
    #[must_use]
    pub const fn of<F: Follower>() -> Self {
        Self { name: F::NAME, kinds: F::KINDS, hear: hear::<F> }
    }

    /// All that are linked into this binary, in a fixed order.
    pub(super) fn all() -> Vec<&'static Self> {
        let mut all: Vec<_> = inventory::iter::<Self>.into_iter().collect();
        all.sort_by_key(|one| one.name);
        all
    }

    pub(super) fn follows(&self, event: &Heard) -> bool {
        self.kinds.iter().any(|kind| event.is(*kind))
    }

    /// Does what follows of an event, as the portal itself.
    pub(super) async fn hear_one(
        &self,
        tx: &mut Tx,
        platform: &Platform,
        event: &Heard,
    ) -> Result<(), AppError> {
        let firm = firm_profile::by_id(tx, &platform.config, event.firm_id).await?;
        let cx = Cx::without_browser(platform, Arc::new(firm), Source::at(Ipv4Addr::LOCALHOST));
        (self.hear)(&mut Work::on(tx, &cx, &By::system()), event).await
    }
}

fn hear<'a, F: Follower>(w: &'a mut Work<'a>, event: &'a Heard) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(F::hear(w, event))
}

/// The kinds that anybody follows.
static FOLLOWED: LazyLock<BTreeSet<Kind>> =
    LazyLock::new(|| Following::all().into_iter().flat_map(|one| one.kinds.iter().copied()).collect());

/// What is kept of an event; nothing where nobody follows its kind.
pub(in crate::unit) fn facts<E: DomainEvent>(
    kind: Option<Kind>,
    event: &E,
) -> Result<Option<String>, AppError> {
    if kind.is_none_or(|kind| !FOLLOWED.contains(&kind)) {
        return Ok(None);
    }
    serde_json::to_string(event)
        .map(Some)
        .map_err(|error| AppError::Internal(crate::incident::log("writing a domain event", &error)))
}

/// What is wrong with those who follow: a name that two share.
pub(in crate::unit) fn faults() -> Vec<String> {
    let all = Following::all();
    let same = all.iter().zip(all.iter().skip(1)).filter(|(one, next)| one.name == next.name);
    same.map(|(one, _)| format!("two follow domain events by one name: {}", one.name)).collect()
}

/// Registers whoever follows domain events, so that workers let it read: `platform::follow!(Alerts);`
#[macro_export]
macro_rules! follow {
    ($follower:ty) => {
        $crate::inventory::submit! { $crate::unit::Following::of::<$follower>() }
    };
}
