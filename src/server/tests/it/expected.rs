//! What every kind of visitor may expect of every declaration: the one table that the matrix is held against.

use crate::fixtures::Kind;
use kernel::Right;
use kernel::permission::Allowed;

/// How an address answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    /// It does its work, or asks for a better form.
    Open,
    /// It asks to sign in.
    SignIn,
    /// It says that this is not allowed.
    Forbidden,
    /// It looks as if there were no such thing.
    Missing,
}

/// Whether the thing asked for belongs to account A, to somebody else, or to nobody in particular.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    AccountA,
    /// A contact of account A: whoever sees all contacts meets it without the account (ROLE-2).
    ContactOfA,
    Nothing,
}

/// The expectation for one cell.
pub fn expected(allowed: Allowed, about: About, kind: Kind) -> Expect {
    use Kind::{
        Admin, AssignedToA, AssignedToB, AssignedToBKnowsAll, Chief, ClientOfA, ClientOfB, ClientOfNone,
        Employee, Onlooker, Pending, Stranger,
    };
    let object = |open: bool| if open || about == About::Nothing { Expect::Open } else { Expect::Missing };
    match (allowed, kind) {
        (Allowed::Demo, _) => Expect::Missing,
        (Allowed::Public, _) => Expect::Open,
        (Allowed::SigningIn, Pending) => Expect::Open,
        (Allowed::SigningIn, _) | (_, Stranger | Pending) => Expect::SignIn,
        (Allowed::SignedIn, _) => Expect::Open,
        (Allowed::Client, ClientOfA) => Expect::Open,
        (Allowed::Client, _) => object(false),
        (Allowed::Owner | Allowed::Admin, Chief) | (Allowed::Admin, Admin) => Expect::Open,
        (Allowed::Owner | Allowed::Admin, _) => Expect::Forbidden,
        (Allowed::Staff | Allowed::StaffWith(_), ClientOfA | ClientOfB | ClientOfNone) => Expect::Forbidden,
        (Allowed::StaffWith(right), Onlooker) if right != Right::ViewAllAccounts => Expect::Forbidden,
        (Allowed::StaffWith(Right::ViewAllAccounts), AssignedToA | AssignedToB | AssignedToBKnowsAll) => {
            Expect::Forbidden
        }
        (Allowed::Staff | Allowed::StaffWith(_), Chief | Admin | Employee | AssignedToA | Onlooker) => {
            Expect::Open
        }
        (Allowed::Staff | Allowed::StaffWith(_), AssignedToB) => object(false),
        (Allowed::Staff | Allowed::StaffWith(_), AssignedToBKnowsAll) => object(about == About::ContactOfA),
    }
}
