//! Somebody who gave their password a moment ago (SEC-29).

use super::{SignedIn, Staff};
use crate::gate::rules::PROOF_LIFE;
use kernel::{AppError, Ts};
use std::ops::Deref;

/// A person whose password was given in this session within the last [`PROOF_LIFE`].
///
/// Acts that change who can get in, or what others may do, demand one: a session that was left open or stolen is not
/// enough for them, and an act that forgot to ask does not compile. Only the gate makes one.
#[derive(Clone, Debug)]
pub struct Proven<P>(P);

/// Whoever can have proved themselves.
pub trait Proves {
    /// The person.
    fn person(&self) -> &SignedIn;
}

impl Proves for SignedIn {
    fn person(&self) -> &SignedIn {
        self
    }
}

impl Proves for Staff {
    fn person(&self) -> &SignedIn {
        self.who()
    }
}

impl<P: Proves> Proven<P> {
    /// This person, if their password was given recently enough.
    #[must_use]
    pub fn of(who: P, now: Ts) -> Option<Self> {
        (now.since(who.person().proved) < PROOF_LIFE).then_some(Self(who))
    }
}

impl<P> Deref for Proven<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.0
    }
}

/// Whoever comes to an act that takes a recent password in some cases only. The act learns from its own data whether this is
/// one of them and then [`demands`](Self::demand) it; so no caller can forget to hand the proof over.
#[derive(Clone, Debug)]
pub struct MaybeProven<P> {
    who: P,
    proven: bool,
}

impl<P: Proves> MaybeProven<P> {
    /// This person, and whether their password was given recently enough.
    #[must_use]
    pub fn of(who: P, now: Ts) -> Self {
        let proven = now.since(who.person().proved) < PROOF_LIFE;
        Self { who, proven }
    }

    /// # Errors
    /// `ProofNeeded` unless the password was given recently. A command of [`MaybeProven`] people then asks for it.
    pub const fn demand(&self) -> Result<(), AppError> {
        if self.proven { Ok(()) } else { Err(AppError::ProofNeeded) }
    }
}

impl<P> From<Proven<P>> for MaybeProven<P> {
    fn from(Proven(who): Proven<P>) -> Self {
        Self { who, proven: true }
    }
}

impl<P> Deref for MaybeProven<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.who
    }
}
