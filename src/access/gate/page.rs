//! What every page finds in its context.

use crate::gate::Shell;
use kernel::Outcome;
use leptos::prelude::{GetUntracked, expect_context, use_context};
use leptos_router::hooks::use_location;

/// The frame's facts: firm, visitor, language, theme. Provided by `app::App`.
#[must_use]
pub fn shell() -> Shell {
    expect_context::<Shell>()
}

/// What the last post to a form of this page came to; nothing after a navigation.
#[must_use]
pub fn outcome() -> Outcome {
    let posted_to = use_context::<Shell>().unwrap_or_default().here;
    if posted_to.split('?').next() != Some(use_location().pathname.get_untracked().as_str()) {
        return Outcome::none();
    }
    use_context::<Outcome>().unwrap_or_default()
}

/// Names the outcome of a door that ended in an error of its own page.
pub const PROBLEM: &str = "problem";

/// Names the outcome of a door that asks for the password first (SEC-29).
pub const CONFIRM: &str = "confirm";
