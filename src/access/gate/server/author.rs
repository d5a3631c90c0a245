//! Those at the door as the authors of what they do: how the audit trail and live news name them.

use super::{Client, ClientOf, Guest, May, MaybeProven, Pending, Proven, SignedIn, Staff};
use platform::audit::Who;
use platform::unit::{Author, By};

impl Author for Guest {
    fn by(&self) -> By {
        By::guest()
    }
}

/// Not signed in yet, though it is known who it would be.
impl Author for Pending {
    fn by(&self) -> By {
        By::unnamed(Who { kind: "guest", id: Some(self.user), name: self.email.clone() })
    }
}

impl Author for SignedIn {
    fn by(&self) -> By {
        By { who: self.audit(), name: self.name.clone() }
    }
}

impl Author for Staff {
    fn by(&self) -> By {
        self.who().by()
    }
}

/// As a client, also when this person works for the firm as well.
impl Author for Client {
    fn by(&self) -> By {
        let by = self.who().by();
        By { who: Who { kind: "client", ..by.who }, ..by }
    }
}

impl Author for ClientOf {
    fn by(&self) -> By {
        self.client().by()
    }
}

impl<D> Author for May<D> {
    fn by(&self) -> By {
        Staff::by(self)
    }
}

impl<P: Author> Author for Proven<P> {
    fn by(&self) -> By {
        P::by(self)
    }
}

impl<P: Author> Author for MaybeProven<P> {
    fn by(&self) -> By {
        P::by(self)
    }
}
