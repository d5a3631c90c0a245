//! What somebody of the staff may see of the directory (ROLE-3). Server only.

use kernel::{FirmId, UserId};

/// Whose eyes a query reads with. Made by `access::gate::Staff::sight` from a checked session.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    firm: FirmId,
    user: UserId,
    all: bool,
    all_contacts: bool,
}

impl Sight {
    /// For the gate only: whoever makes one decides what its holder may see.
    #[must_use]
    pub fn of_staff(firm: FirmId, user: UserId, all: bool, all_contacts: bool) -> Self {
        Self { firm, user, all, all_contacts }
    }

    #[must_use]
    pub fn firm(&self) -> FirmId {
        self.firm
    }

    #[must_use]
    pub fn user(&self) -> UserId {
        self.user
    }

    /// Every account, assigned or not.
    #[must_use]
    pub fn sees_all(&self) -> bool {
        self.all
    }

    /// Every contact, also one that no account in sight has.
    #[must_use]
    pub fn sees_all_contacts(&self) -> bool {
        self.all_contacts
    }
}
