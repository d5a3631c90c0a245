//! What every page finds in its context.

use crate::gate::Shell;
use kernel::Outcome;
use leptos::prelude::{expect_context, use_context};

/// The frame's facts: firm, visitor, language, theme. Provided by `app::App`.
#[must_use]
pub fn shell() -> Shell {
    expect_context::<Shell>()
}

/// What the last post to a form of this page came to; nothing after a navigation.
#[must_use]
pub fn outcome() -> Outcome {
    use_context::<Outcome>().unwrap_or_default()
}
