//! What is done about the team, as the audit trail keeps it (ROLE-8) and open pages hear of it.

use super::invitation_store::InvitationRow;
use super::store::MemberRecord;
use crate::team::rules;
use kernel::live::{News, UserAct};
use kernel::{AccountId, InvitationId, Rights, Role, UserId};
use platform::kind;
use platform::unit::{By, Change, DomainEvent, Told};
use serde::Serialize;

/// Whoever looks at the team.
fn team(member: Option<UserId>, by: &str) -> News {
    News::Team { member, by: by.to_owned() }
}

/// The person's own pages.
fn own(user: UserId, act: UserAct, by: &By) -> News {
    News::User { user, act, by: by.name.clone() }
}

/// Something about somebody who works here, who had this address then.
#[derive(Serialize)]
pub(super) struct OfMember {
    pub user: UserId,
    pub email: String,
    pub what: What,
}

#[derive(Serialize)]
pub(super) enum What {
    Joined {
        role: Role,
        rights: Rights,
    },
    RightsChanged(Change<String>),
    /// With how many accounts that went to whom.
    Deactivated {
        moved: Option<(u64, UserId, String)>,
    },
    Reactivated,
    /// The owner until then, by id and address, is an admin now.
    MadeOwner {
        before: String,
        old: UserId,
        old_email: String,
    },
}

impl OfMember {
    pub(super) fn of(member: &MemberRecord, what: What) -> Self {
        Self { user: member.id, email: member.email.clone(), what }
    }
}

impl DomainEvent for OfMember {
    fn told(&self, by: &By) -> Told {
        let user = self.user;
        // Streams of news end with it, for what the person may hear has changed (ROLE-3).
        let rights = |user| own(user, UserAct::RightsChanged, by);
        let told = match &self.what {
            What::Joined { role, rights } => {
                Told::of(kind!("staff_joined")).detail(rules::in_words(*role, *rights))
            }
            What::RightsChanged(change) => {
                Told::of(kind!("staff_rights_changed")).detail(change).news([rights(user)])
            }
            What::Deactivated { moved } => {
                let told = Told::of(kind!("staff_deactivated"));
                let over = Change::of("active", "deactivated");
                match moved {
                    None => told.detail(over).news([rights(user)]),
                    Some((many, heir, email)) => told
                        .detail(format!("{over}; {many} accounts to {email}"))
                        .news([own(*heir, UserAct::AccountsAssigned, by), News::Lists, rights(user)]),
                }
            }
            What::Reactivated => {
                Told::of(kind!("staff_reactivated")).detail(Change::of("deactivated", "active"))
            }
            What::MadeOwner { before, old, old_email } => Told::of(kind!("owner_changed"))
                .detail(format!("{before} -> owner; {old_email} owner -> admin"))
                .news([rights(user), rights(*old)]),
        };
        told.about(user, &self.email).news([team(Some(user), &by.name)])
    }
}

/// An account comes into the sight of somebody who works here, or goes out of it.
#[derive(Serialize)]
pub struct Assigned {
    pub on: bool,
    pub account: AccountId,
    pub code: String,
    pub user: UserId,
    pub email: String,
}

impl DomainEvent for Assigned {
    fn told(&self, by: &By) -> Told {
        let kind = if self.on { kind!("account_assigned") } else { kind!("account_unassigned") };
        Told::of(kind).account(self.account).about(self.user, &self.email).detail(&self.code).news([
            team(Some(self.user), &by.name),
            own(self.user, UserAct::AccountsAssigned, by),
            News::Lists,
        ])
    }
}

/// Something about an invitation to work here.
#[derive(Serialize)]
pub(super) struct OfInvitation {
    pub id: InvitationId,
    pub email: String,
    pub what: OfLink,
}

/// What becomes of its link.
#[derive(Clone, Copy, Serialize)]
pub(super) enum OfLink {
    /// Mailed, for this role.
    Sent(Sending, Role, Rights),
    Withdrawn,
    /// Asked for, where nobody may send it any more who has invited.
    Asked,
}

/// Why a link is mailed.
#[derive(Clone, Copy, Serialize)]
pub(super) enum Sending {
    Anew,
    /// By a colleague.
    Again,
    /// By whoever holds an older one.
    Renewed,
}

impl OfInvitation {
    pub(super) fn of(row: &InvitationRow, what: OfLink) -> Self {
        Self { id: row.id, email: row.email.clone(), what }
    }
}

impl DomainEvent for OfInvitation {
    fn told(&self, by: &By) -> Told {
        let told = match self.what {
            OfLink::Sent(why, role, rights) => {
                let kind = match why {
                    Sending::Anew => kind!("staff_invited"),
                    Sending::Again => kind!("staff_invitation_resent"),
                    Sending::Renewed => kind!("staff_invitation_renewed"),
                };
                // By name and address: of whoever renews one, no name is known.
                Told::of(kind).detail(rules::in_words(role, rights)).news([team(None, &by.who.name)])
            }
            OfLink::Withdrawn => Told::of(kind!("staff_invitation_withdrawn")).news([team(None, &by.name)]),
            OfLink::Asked => Told::of(kind!("staff_invitation_asked")),
        };
        told.about(self.id, &self.email)
    }
}
