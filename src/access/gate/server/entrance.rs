//! The first line of every server function: the visitor, if its declaration lets them in.

use super::{Admitted, Client, ClientOf};
use crate::gate::Rule;
use kernel::AppError;
use platform::Cx;
use std::marker::PhantomData;

/// A server function's address, and the type of whoever it lets in.
pub struct Entrance<W> {
    path: &'static str,
    who: PhantomData<fn() -> W>,
}

impl<W: Admitted> Entrance<W> {
    /// Made by [`rule!`](crate::rule), which registers the declaration as well.
    #[must_use]
    pub const fn at(path: &'static str) -> Self {
        Self { path, who: PhantomData }
    }

    /// The declaration as it is registered.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        Rule { path: self.path, allowed: W::ALLOWED }
    }

    /// Whoever asks, if they are let in; and their request, whose writes demand that they still are.
    ///
    /// # Errors
    /// As declared.
    pub fn enter(&self) -> Result<(Cx, W), AppError> {
        let (cx, visitor) = (super::cx()?, super::visitor()?);
        let who = W::admit(&cx, &visitor)?;
        Ok((visitor.acting_at(&cx, W::ALLOWED), who))
    }
}

impl Entrance<Client> {
    /// As [`Entrance::enter`], for a function about one account.
    ///
    /// # Errors
    /// As declared; `NotFound` without a grant.
    pub async fn client_of(&self, account_code: &str) -> Result<(Cx, ClientOf), AppError> {
        let (cx, _) = self.enter()?;
        super::visitor()?.client_of(&cx, account_code).await
    }
}
