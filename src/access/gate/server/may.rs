//! Rights as types (ROLE-2): an act takes whoever may do it, and only the gate makes one.
//!
//! One type is the declaration of a form or a server function, its guard, and what the act behind it demands: the three
//! cannot disagree, and no act checks a right by hand. An act that only decides what to show asks [`Staff::may`].

use super::{Admitted, Proves, SignedIn, Staff, Visitor};
use kernel::AppError;
use kernel::permission::Allowed;
use platform::Cx;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// What somebody of the staff has to hold; one of [`right`].
pub trait Demand: 'static {
    const ALLOWED: Allowed;
}

/// What acts demand.
pub mod right {
    use super::{Allowed, Demand};
    use kernel::Right;

    macro_rules! demands {
        ($($(#[$doc:meta])* $name:ident: $allowed:expr;)+) => {$(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub enum $name {}

            impl Demand for $name {
                const ALLOWED: Allowed = $allowed;
            }
        )+};
    }

    demands! {
        /// Create and edit accounts, contacts and addresses, switch the three switches, invite.
        ManageAccounts: Allowed::StaffWith(Right::ManageAccounts);
        /// Send resets and help with locked sign-ins (ROLE-5).
        ManageClientSecurity: Allowed::StaffWith(Right::ManageClientSecurity);
        /// Change the firm's own settings: name, look, host names.
        ManageFirm: Allowed::StaffWith(Right::ManageFirm);
        /// Say which colleagues work for an account one sees.
        AssignTeammates: Allowed::StaffWith(Right::AssignTeammates);
        /// What owner and admins do (ROLE-1).
        Administer: Allowed::Admin;
        /// What the owner alone does.
        Own: Allowed::Owner;
    }
}

/// A staff member who holds `D`.
pub struct May<D>(Staff, PhantomData<fn() -> D>);

impl<D: Demand> May<D> {
    pub(super) fn of(staff: Staff) -> Result<Self, AppError> {
        if staff.is(D::ALLOWED) { Ok(Self(staff, PhantomData)) } else { Err(AppError::NotAllowed) }
    }
}

impl<D: Demand> Admitted for May<D> {
    const ALLOWED: Allowed = D::ALLOWED;

    fn admit(_: &Cx, visitor: &Visitor) -> Result<Self, AppError> {
        visitor.staff().and_then(Self::of)
    }
}

impl<D> Deref for May<D> {
    type Target = Staff;

    fn deref(&self) -> &Staff {
        &self.0
    }
}

impl<D> Proves for May<D> {
    fn person(&self) -> &SignedIn {
        self.0.who()
    }
}

// Derived, both would ask the same of `D`.
impl<D> Clone for May<D> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<D> fmt::Debug for May<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("May").field(&self.0).finish()
    }
}
