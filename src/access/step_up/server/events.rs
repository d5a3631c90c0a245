//! What happens here, as the trail keeps it.

use kernel::UserId;
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// Somebody gave their password once more.
#[derive(Serialize)]
pub(super) struct ProofGiven {
    pub user: UserId,
    pub email: String,
}

impl DomainEvent for ProofGiven {
    fn told(&self, _: &By) -> Told {
        Told::of(kind!("proof_given")).about(self.user, &self.email)
    }
}
