//! Roles and rights in words.

use i18n::t;
use kernel::{Right, Rights, Role};

pub(super) fn role_name(role: Role) -> String {
    match role {
        Role::Owner => t!("team.role.owner"),
        Role::Admin => t!("team.role.admin"),
        Role::Employee => t!("team.role.employee"),
    }
}

/// What the box says, and what it means.
pub(super) fn right_words(right: Right) -> (String, String) {
    match right {
        Right::ViewAllAccounts => {
            (t!("team.right.view_all_accounts"), t!("team.right.view_all_accounts_hint"))
        }
        Right::ViewAllContacts => {
            (t!("team.right.view_all_contacts"), t!("team.right.view_all_contacts_hint"))
        }
        Right::ManageAccounts => (t!("team.right.manage_accounts"), t!("team.right.manage_accounts_hint")),
        Right::ManageClientSecurity => {
            (t!("team.right.manage_client_security"), t!("team.right.manage_client_security_hint"))
        }
        Right::AssignTeammates => (t!("team.right.assign_teammates"), t!("team.right.assign_teammates_hint")),
        Right::ManageFirm => (t!("team.right.manage_firm"), t!("team.right.manage_firm_hint")),
    }
}

/// Everything somebody may do, one entry a right.
pub(super) fn may_do(role: Role, rights: Rights) -> Vec<String> {
    match role {
        Role::Owner => vec![t!("team.right.all")],
        Role::Admin => vec![t!("team.right.all_but_owner")],
        Role::Employee if rights == Rights::default() => vec![t!("team.right.none")],
        Role::Employee => {
            Right::ALL.into_iter().filter(|it| rights.has(*it)).map(|it| right_words(it).0).collect()
        }
    }
}
