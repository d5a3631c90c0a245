//! What happens here, as the trail keeps it.

use crate::told::of_firm;
use kernel::FirmId;
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// The firm says something else of itself.
#[derive(Serialize)]
pub(super) struct DetailsChanged {
    pub firm: FirmId,
    pub name: String,
    /// `phone: 030 1 -> 030 2; …`
    pub changes: String,
}

impl DomainEvent for DetailsChanged {
    fn told(&self, by: &By) -> Told {
        of_firm(kind!("firm_details_changed"), by, self.firm, &self.name).detail(&self.changes)
    }
}
