//! What happens under load.

use kernel::live::News;
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// An act of this name, like any other.
#[derive(Serialize)]
pub(super) struct UnderLoad {
    pub name: String,
}

impl DomainEvent for UnderLoad {
    fn told(&self, _: &By) -> Told {
        let kind = kind!("crash_test");
        let news = News::Firm { act: kind.name().to_owned(), by: self.name.clone() };
        Told::of(kind).named(&self.name).news([news])
    }
}
