//! The words in which the demo's people and accounts are written down.

use directory::accounts::AccountKind;
use kernel::{Locale, Right, Role};

/// A person as written in the tables.
pub(super) struct Person {
    pub name: &'static str,
    pub locale: Locale,
    /// The first is the one they sign in with.
    pub addresses: &'static [&'static str],
    pub way: Way,
}

/// How far somebody got on the way to a login of their own.
#[derive(Clone, Copy)]
pub(super) enum Way {
    /// No invitation was sent.
    NotBegun,
    /// Invited so many days ago, and nothing since; after thirty days the link has expired.
    Invited(i64),
    Active(Seen),
}

/// When somebody active signed in last.
#[derive(Clone, Copy)]
pub(super) enum Seen {
    Today,
    Lately,
    LongAgo,
    Never,
}

/// An account as written in the tables.
pub(super) struct Entry {
    pub name: &'static str,
    pub kind: AccountKind,
    pub archived: bool,
    pub people: &'static [Tie],
}

/// A person's place in an account.
pub(super) struct Tie {
    pub person: &'static str,
    pub role: &'static str,
    pub on: On,
}

/// Which switches are on for a person's first address. Of a second address only EMAIL SYNC is.
#[derive(Clone, Copy)]
pub(super) enum On {
    Nothing,
    /// NOTIFY.
    Mail,
    /// LOGIN.
    Login,
    /// LOGIN and NOTIFY.
    Portal,
    /// All three.
    Sync,
}

impl On {
    /// LOGIN, NOTIFY, EMAIL SYNC.
    pub(super) const fn switches(self) -> (bool, bool, bool) {
        match self {
            On::Nothing => (false, false, false),
            On::Mail => (false, true, false),
            On::Login => (true, false, false),
            On::Portal => (true, true, false),
            On::Sync => (true, true, true),
        }
    }
}

/// Somebody who works for the firm.
pub(super) struct Colleague {
    pub name: &'static str,
    pub email: &'static str,
    pub role: Role,
    pub rights: &'static [Right],
    pub seen: Seen,
}

pub(super) const OWNER: &str = "Eva Weber";
/// Sees assigned accounts only.
pub(super) const RESTRICTED: &str = "jo@weber.example";

pub(super) const STAFF: [Colleague; 5] = [
    Colleague { name: OWNER, email: "eva@weber.example", role: Role::Owner, rights: &[], seen: Seen::Today },
    Colleague {
        name: "Tom Krüger",
        email: "tom@weber.example",
        role: Role::Admin,
        rights: &[],
        seen: Seen::Lately,
    },
    Colleague {
        name: "Mika Tanaka",
        email: "mika@weber.example",
        role: Role::Employee,
        rights: &[
            Right::ViewAllAccounts,
            Right::ViewAllContacts,
            Right::ManageAccounts,
            Right::ManageClientSecurity,
        ],
        seen: Seen::Today,
    },
    Colleague {
        name: "Jo Adler",
        email: RESTRICTED,
        role: Role::Employee,
        rights: &[Right::ManageAccounts, Right::ManageClientSecurity],
        seen: Seen::Lately,
    },
    // Nothing was ticked or assigned yet: whoever signs in so sees what there is when there is nothing.
    Colleague {
        name: "Lou Sommer",
        email: "lou@weber.example",
        role: Role::Employee,
        rights: &[],
        seen: Seen::Never,
    },
];
