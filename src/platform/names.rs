//! Why a text is no name, for whoever typed it.

use i18n::tl;
use kernel::Locale;
use kernel::names::{MAX_NAME, NameProblem};

/// What stands below the field.
#[must_use]
pub fn name_fault(locale: Locale, problem: NameProblem) -> String {
    match problem {
        NameProblem::Empty => tl!(locale, "common.required"),
        NameProblem::TooLong => tl!(locale, "common.too_long", most = MAX_NAME),
        NameProblem::Hidden => tl!(locale, "common.name_hidden"),
        NameProblem::Blank => tl!(locale, "common.name_blank"),
    }
}
