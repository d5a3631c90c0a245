//! Who decides about whom, and what an invitation to the team is good for.

use kernel::{Rights, Role, Ts};

/// How long an invitation to the team works.
pub const INVITATION_LIFE: i64 = 72 * Ts::HOUR;

/// Whether somebody of this role may invite, change, deactivate or bring back somebody of that role. The owner decides
/// about everybody but themselves, an admin about employees (ROLE-1).
#[must_use]
pub const fn may_decide(actor: Role, about: Role) -> bool {
    match (actor, about) {
        (_, Role::Owner) | (Role::Employee, _) => false,
        (Role::Owner, _) | (Role::Admin, Role::Employee) => true,
        (Role::Admin, Role::Admin) => false,
    }
}

/// A role with its rights as the audit trail writes it.
#[must_use]
pub fn in_words(role: Role, rights: Rights) -> String {
    match role {
        Role::Owner | Role::Admin => role.key().to_owned(),
        Role::Employee => format!("employee ({})", rights.to_text()),
    }
}

/// What is known of an invitation and its address.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub accepted: bool,
    pub revoked: bool,
    pub superseded: bool,
    pub expires_at: Ts,
    /// The address belongs to somebody who works here, or did.
    pub is_member: bool,
}

/// What an invitation is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    Expired,
    Newer,
    Used,
    Closed,
}

/// Where an invitation stands. It is open up to, and not including, the instant it expires.
#[must_use]
pub fn standing(facts: &Facts, now: Ts) -> Standing {
    if facts.accepted || (facts.is_member && !facts.revoked) {
        Standing::Used
    } else if facts.revoked {
        Standing::Closed
    } else if facts.superseded {
        Standing::Newer
    } else if now >= facts.expires_at {
        Standing::Expired
    } else {
        Standing::Open
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Right;
    use proptest::prelude::*;

    const NOON: Ts = Ts(1_772_452_800_000_000);

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

    #[test]
    fn an_invitation_is_open_until_the_instant_it_expires() {
        let facts =
            Facts { accepted: false, revoked: false, superseded: false, expires_at: NOON, is_member: false };
        assert_eq!(standing(&facts, NOON.plus(-1)), Standing::Open);
        assert_eq!(standing(&facts, NOON), Standing::Expired);
        assert_eq!(standing(&Facts { is_member: true, ..facts }, NOON.plus(-1)), Standing::Used);
        assert_eq!(standing(&Facts { superseded: true, ..facts }, NOON), Standing::Newer);
        assert_eq!(standing(&Facts { revoked: true, is_member: true, ..facts }, NOON), Standing::Closed);
    }

    proptest! {
        #[test]
        fn only_an_untouched_one_in_time_is_open(
            accepted: bool, revoked: bool, superseded: bool, is_member: bool, late in -5_i64..5,
        ) {
            let facts = Facts { accepted, revoked, superseded, is_member, expires_at: NOON };
            let open = standing(&facts, NOON.plus(late)) == Standing::Open;
            prop_assert_eq!(open, !accepted && !revoked && !superseded && !is_member && late < 0);
        }
    }
}
