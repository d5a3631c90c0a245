//! Why a text is no name, for whoever typed it.

use i18n::said;
use kernel::names::{MAX_NAME, NameProblem};
use kernel::{Locale, Said};

/// What stands below the field.
#[must_use]
pub fn name_fault(locale: Locale, problem: NameProblem) -> Said {
    match problem {
        NameProblem::Empty => said!(locale, "common.required"),
        NameProblem::TooLong => said!(locale, "common.too_long", most = MAX_NAME),
        NameProblem::Hidden => said!(locale, "common.name_hidden"),
        NameProblem::Blank => said!(locale, "common.name_blank"),
    }
}
