//! What happens here, as the trail keeps it and open pages hear of it.

use kernel::FirmId;
use kernel::live::News;
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// The list of first steps was put away, for everybody.
#[derive(Serialize)]
pub(super) struct PutAway {
    pub firm: FirmId,
    pub name: String,
}

impl DomainEvent for PutAway {
    fn told(&self, by: &By) -> Told {
        let kind = kind!("first_steps_put_away");
        let news = News::Firm { act: kind.name().to_owned(), by: by.name.clone() };
        Told::of(kind).about(self.firm, &self.name).news([news])
    }
}
