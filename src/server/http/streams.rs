//! How many streams of live news there are, of each session and of each person.

use super::tally::{Counted, Tally};
use access::gate::SignedIn;
use std::sync::Arc;

/// Most streams of one session, and of one person's sessions together. A browser has one, or one for each tab that is seen
/// where its tabs cannot agree; whoever has more of them than this hears no news in the last ones.
const MOST_OF_A_SESSION: usize = 30;
const MOST_OF_A_PERSON: usize = 90;

/// Counts the streams.
#[derive(Clone)]
pub struct Streams {
    by_session: Arc<Tally>,
    by_person: Arc<Tally>,
}

impl Default for Streams {
    fn default() -> Self {
        Self { by_session: Tally::new(MOST_OF_A_SESSION), by_person: Tally::new(MOST_OF_A_PERSON) }
    }
}

impl Streams {
    /// One more, unless there are too many.
    pub fn enter(&self, who: &SignedIn) -> Option<(Counted, Counted)> {
        let of_session = self.by_session.enter(who.session().to_string())?;
        Some((of_session, self.by_person.enter(who.user().to_string())?))
    }
}
