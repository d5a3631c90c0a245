//! Who may do what: roles, the rights of an employee, and the declaration every door carries (ROLE-1, ROLE-2).

use serde::{Deserialize, Serialize};

/// A staff member's role (ROLE-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Exactly one.
    Owner,
    /// Everything except billing, role changes and adding admins.
    Admin,
    /// Rights chosen one by one.
    Employee,
}

impl Role {
    pub const ALL: [Role; 3] = [Role::Owner, Role::Admin, Role::Employee];

    /// Whether every right comes with the role.
    #[must_use]
    pub const fn is_admin(self) -> bool {
        matches!(self, Role::Owner | Role::Admin)
    }

    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Admin => "admin",
            Role::Employee => "employee",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }
}

/// What an employee may be allowed to do (ROLE-2, as far as it exists).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// See accounts one is not assigned to (ROLE-3).
    ViewAllAccounts,
    /// Create and edit accounts, contacts and addresses, switch the three switches, invite.
    ManageAccounts,
    /// Send resets and help with locked sign-ins (ROLE-5).
    ManageClientSecurity,
    /// Change the firm's own settings: name, look, host names.
    ManageFirm,
    /// Say which colleagues work for an account one sees.
    AssignTeammates,
    /// See contacts of accounts one does not see, and of none, without thereby seeing the accounts.
    ViewAllContacts,
}

impl Right {
    pub const ALL: [Right; 6] = [
        Right::ViewAllAccounts,
        Right::ViewAllContacts,
        Right::ManageAccounts,
        Right::ManageClientSecurity,
        Right::AssignTeammates,
        Right::ManageFirm,
    ];

    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Right::ViewAllAccounts => "view_all_accounts",
            Right::ManageAccounts => "manage_accounts",
            Right::ManageClientSecurity => "manage_client_security",
            Right::ManageFirm => "manage_firm",
            Right::AssignTeammates => "assign_teammates",
            Right::ViewAllContacts => "view_all_contacts",
        }
    }
}

/// A set of rights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rights(u32);

impl Rights {
    #[must_use]
    pub fn of(rights: &[Right]) -> Self {
        Self(rights.iter().fold(0, |bits, right| bits | 1 << *right as u32))
    }

    #[must_use]
    pub fn all() -> Self {
        Self::of(&Right::ALL)
    }

    #[must_use]
    pub const fn has(self, right: Right) -> bool {
        self.0 & (1 << right as u32) != 0
    }

    /// Space-separated keys, as stored; unknown keys are dropped, which takes rights away, never adds.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let known: Vec<Right> = text
            .split(' ')
            .filter_map(|key| Right::ALL.into_iter().find(|right| right.key() == key))
            .collect();
        Self::of(&known)
    }

    #[must_use]
    pub fn to_text(self) -> String {
        Right::ALL
            .iter()
            .filter(|right| self.has(**right))
            .map(|right| right.key())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Owner and admin may everything here; an employee what was ticked.
#[must_use]
pub const fn may(role: Role, rights: Rights, right: Right) -> bool {
    role.is_admin() || rights.has(right)
}

/// Who may use a route or a server function. Every one declares this, or the server does not start (SEC-43).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Allowed {
    /// Anybody, signed in or not.
    Public,
    /// Somebody between password and code.
    SigningIn,
    /// Anybody signed in, staff or client.
    SignedIn,
    /// Any staff member; the store narrows to the accounts they may see.
    Staff,
    /// Staff with this right.
    StaffWith(Right),
    /// The owner and the admins.
    Admin,
    /// The owner alone.
    Owner,
    /// A client, for the accounts granted to them.
    Client,
    /// Only in demo mode.
    Demo,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rights_survive_storage_and_unknown_words_give_nothing() {
        let rights = Rights::of(&[Right::ManageAccounts, Right::ManageClientSecurity]);
        assert_eq!(Rights::parse(&rights.to_text()), rights);
        assert_eq!(Rights::parse("everything manage_accounts2"), Rights::default());
    }

    #[test]
    fn an_employee_may_only_what_was_ticked() {
        let rights = Rights::of(&[Right::ViewAllAccounts]);
        assert!(may(Role::Employee, rights, Right::ViewAllAccounts));
        assert!(!may(Role::Employee, rights, Right::ManageAccounts));
        assert!(!may(Role::Employee, rights, Right::ViewAllContacts));
        assert!(may(Role::Admin, Rights::default(), Right::ManageAccounts));
    }
}
