//! What the firm sees of a change, wherever the old address is shown.

use crate::address_changes::{ChangeCard, Progress, Question, rules};
use directory::address_changes::State;
use kernel::{ContactId, EmailId, Ts};
use platform::Cx;
use platform::when::show_day;

/// A change as far as the firm is shown it.
pub(crate) struct Shown {
    pub contact: ContactId,
    pub old: EmailId,
    pub new_email: String,
    pub by: String,
    pub at: Ts,
    /// As stored.
    pub state: State,
    pub expires_at: Ts,
    pub settled_at: Option<Ts>,
    pub remove_at: Option<Ts>,
    pub kept_at: Option<Ts>,
}

/// In the reader's words; days are those of the firm.
pub(crate) fn card(cx: &Cx, change: Shown) -> ChangeCard {
    let standing = rules::standing(change.state, change.expires_at, cx.now());
    let progress = rules::progress(standing).unwrap_or(Progress::Accepted);
    let accepted = change.settled_at.filter(|_| progress == Progress::Accepted);
    let day = |at| show_day(at, cx.locale, &cx.firm.time_zone);
    let question = rules::asked_until(standing, change.remove_at, change.kept_at);
    ChangeCard {
        progress,
        new_email: change.new_email,
        by: change.by,
        at: cx.when(change.at),
        until: day(accepted.unwrap_or(change.expires_at)),
        question: question.map(|at| Question {
            contact: change.contact.to_string(),
            address: change.old.to_string(),
            day: day(at),
        }),
    }
}
