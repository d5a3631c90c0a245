//! What every event of this area has in common: it is about the firm, and those who manage it and other nodes hear of it.

use kernel::FirmId;
use kernel::live::News;
use platform::unit::{By, Kind, Told};

/// An event of the firm, which was known as, or changed at, `subject`.
pub(crate) fn of_firm(kind: Kind, by: &By, firm: FirmId, subject: &str) -> Told {
    let news = News::Firm { act: kind.name().to_owned(), by: by.name.clone() };
    Told::of(kind).about(firm, subject).news([news])
}
