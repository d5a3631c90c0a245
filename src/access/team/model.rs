//! What crosses the wire about the team.

use kernel::{Rights, Role, When};
use serde::{Deserialize, Serialize};

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    pub id: String,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub rights: Rights,
    pub deactivated: Option<When>,
    pub last_login: Option<When>,
    /// How many accounts are assigned.
    pub accounts: i64,
    /// The reader.
    pub myself: bool,
}

/// An invitation that nobody has accepted yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitedRow {
    pub id: String,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub rights: Rights,
    pub until: When,
    pub expired: bool,
    /// Whether the reader may send it again or take it back.
    pub mine_to_change: bool,
}

/// The whole page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamList {
    pub members: Vec<MemberRow>,
    pub invited: Vec<InvitedRow>,
}

/// An account as the member's page lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountLine {
    pub code: String,
    pub name: String,
    pub archived: bool,
    pub assigned: bool,
}

/// Somebody who may take over: accounts, or the whole firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    pub id: String,
    pub name: String,
}

/// Everything the page of a member shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberCard {
    pub member: MemberRow,
    pub version: i64,
    /// The reader may change the rights, deactivate and bring back.
    pub may_change: bool,
    /// The reader may make an admin of an employee and the other way round.
    pub may_change_role: bool,
    /// The reader may make this person the owner.
    pub may_hand_over: bool,
    /// The assigned accounts by name, or what was found, whichever was asked for.
    pub accounts: Vec<AccountLine>,
    /// Active colleagues, for the question who takes over the accounts.
    pub colleagues: Vec<Colleague>,
}

/// An invitation to the team as its holder sees it. An unknown link is no invitation at all, but `NotFound`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum JoinView {
    /// Begin.
    Open {
        inviter: Option<String>,
        role: Role,
        email: String,
        name: String,
        until: When,
        /// The address has a login, as a client: no new password, only a yes.
        has_login: bool,
    },
    /// Its time is over; its holder may ask for another.
    Expired { ended: When, masked: String },
    /// A newer mail was sent; its holder may ask for another.
    Newer { masked: String },
    /// The person works here: sign in.
    Used,
    /// Taken back; or whoever sent it may no longer invite.
    Closed,
}
