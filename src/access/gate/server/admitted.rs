//! Whom a declaration lets in, as a type (SEC-43): what a form or a server function takes says who may use it.

use super::{Client, Guest, Pending, SignedIn, Staff, Visitor};
use kernel::AppError;
use kernel::permission::Allowed;
use platform::Cx;

/// Somebody whom a declaration lets in. Only the gate makes one.
pub trait Admitted: Clone + Send + Sync + 'static {
    /// The declaration, as `portico routes` lists it and the authorization matrix tries it.
    const ALLOWED: Allowed;

    /// # Errors
    /// `NotSignedIn` and `NotAllowed`, as declared; `NotFound` for what is there in the demo only.
    fn admit(cx: &Cx, visitor: &Visitor) -> Result<Self, AppError>;
}

impl Admitted for Guest {
    const ALLOWED: Allowed = Allowed::Public;

    fn admit(_: &Cx, visitor: &Visitor) -> Result<Self, AppError> {
        Ok(visitor.guest())
    }
}

/// Anybody, where the demo firm is served.
#[derive(Clone, Copy, Debug)]
pub struct DemoGuest(());

impl Admitted for DemoGuest {
    const ALLOWED: Allowed = Allowed::Demo;

    fn admit(cx: &Cx, visitor: &Visitor) -> Result<Self, AppError> {
        visitor.check(cx, Self::ALLOWED).map(Self)
    }
}

impl Admitted for Pending {
    const ALLOWED: Allowed = Allowed::SigningIn;

    fn admit(_: &Cx, visitor: &Visitor) -> Result<Self, AppError> {
        visitor.pending().cloned()
    }
}

impl Admitted for SignedIn {
    const ALLOWED: Allowed = Allowed::SignedIn;

    fn admit(_: &Cx, visitor: &Visitor) -> Result<Self, AppError> {
        visitor.signed_in().cloned()
    }
}

impl Admitted for Client {
    const ALLOWED: Allowed = Allowed::Client;

    fn admit(_: &Cx, visitor: &Visitor) -> Result<Self, AppError> {
        visitor.client()
    }
}

impl Admitted for Staff {
    const ALLOWED: Allowed = Allowed::Staff;

    fn admit(_: &Cx, visitor: &Visitor) -> Result<Self, AppError> {
        visitor.staff()
    }
}
