//! Who decides about whom, how long an invitation to the team works, and how much a page of the team shows.

use kernel::Ts;
#[cfg(not(target_arch = "wasm32"))]
use kernel::form::Ticked;
#[cfg(not(target_arch = "wasm32"))]
use kernel::{Limit, Right, Rights, Role};

/// How long an invitation to the team works, in microseconds.
pub const INVITATION_LIFE: i64 = 72 * Ts::HOUR;
/// Most accounts on the page of a member; the search finds the others.
pub const MOST_ACCOUNTS: usize = 100;
/// How often the holder of a link may ask for another, by address.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const ASKED: Limit = Limit::new("join-again", 5, Ts::DAY);
/// Passwords tried on one open link; each costs the server real work. Not by network: a whole office may join at once.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const ATTEMPTS: Limit = Limit::new("join", 30, 10 * Ts::MINUTE);

/// Whether somebody of this role may invite, change, deactivate or bring back somebody of that role. The owner decides
/// about everybody but themselves, an admin about employees (ROLE-1).
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub const fn may_decide(actor: Role, about: Role) -> bool {
    match (actor, about) {
        (_, Role::Owner) | (Role::Employee, _) => false,
        (Role::Owner, _) | (Role::Admin, Role::Employee) => true,
        (Role::Admin, Role::Admin) => false,
    }
}

/// The rights whose boxes were ticked: one a right, by its key.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn rights(ticked: &Ticked) -> Rights {
    Rights::of(&Right::ALL.into_iter().filter(|right| ticked.has(right.key())).collect::<Vec<_>>())
}

/// A role with its rights as the audit trail writes it.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn in_words(role: Role, rights: Rights) -> String {
    match role {
        Role::Owner | Role::Admin => role.key().to_owned(),
        Role::Employee => format!("employee ({})", rights.to_text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_decides_about_all_others_and_an_admin_about_employees() {
        let decides =
            |actor| Role::ALL.into_iter().filter(|about| may_decide(actor, *about)).collect::<Vec<_>>();
        assert_eq!(decides(Role::Owner), [Role::Admin, Role::Employee]);
        assert_eq!(decides(Role::Admin), [Role::Employee]);
        assert_eq!(decides(Role::Employee), []);
    }

    #[test]
    fn the_trail_names_rights_where_they_count() {
        let rights = Rights::of(&[Right::ManageAccounts, Right::ManageClientSecurity]);
        assert_eq!(in_words(Role::Admin, rights), "admin");
        assert_eq!(in_words(Role::Employee, rights), "employee (manage_accounts manage_client_security)");
    }
}
