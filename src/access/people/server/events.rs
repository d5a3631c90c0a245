//! What happens here, as the trail keeps it.

use kernel::{AccountId, UserId};
use platform::kind;
use platform::unit::{By, DomainEvent, Told};
use serde::Serialize;

/// Somebody was told that one more address can enter an account; a row of their activity.
#[derive(Serialize)]
pub(super) struct AddressLetIn {
    pub account: AccountId,
    /// Whoever was told.
    pub user: UserId,
    pub email: String,
    /// The address in part, and the account for those who may know it.
    pub what: String,
}

impl DomainEvent for AddressLetIn {
    fn told(&self, _: &By) -> Told {
        let told = Told::of(kind!("address_let_in")).about(self.user, &self.email);
        told.account(self.account).detail(&self.what)
    }
}
