//! The first line of every server function: the visitor, if its declaration lets them in.

use super::{ClientOf, Guest, SignedIn, Staff, Visitor};
use crate::gate::Rule;
use kernel::AppError;
use platform::Cx;

impl Rule {
    /// The visitor, if this rule lets them in; and their request, whose writes demand that it still does.
    fn visitor(&self) -> Result<(Cx, Visitor), AppError> {
        let cx = super::cx()?;
        let visitor = super::visitor()?;
        visitor.check(&cx, self.allowed)?;
        Ok((visitor.acting_at(&cx, self.allowed), visitor))
    }

    /// First line of a public server function.
    ///
    /// # Errors
    /// As declared.
    pub fn guest(&self) -> Result<(Cx, Guest), AppError> {
        let (cx, visitor) = self.visitor()?;
        Ok((cx, visitor.guest()))
    }

    /// First line of a server function for everybody signed in.
    ///
    /// # Errors
    /// As declared.
    pub fn signed_in(&self) -> Result<(Cx, SignedIn), AppError> {
        let (cx, visitor) = self.visitor()?;
        let who = visitor.signed_in()?.clone();
        Ok((cx, who))
    }

    /// First line of a staff server function.
    ///
    /// # Errors
    /// As declared.
    pub fn staff(&self) -> Result<(Cx, Staff), AppError> {
        let (cx, visitor) = self.visitor()?;
        let staff = visitor.staff()?;
        Ok((cx, staff))
    }

    /// First line of a client server function about one account.
    ///
    /// # Errors
    /// As declared; `NotFound` without a grant.
    pub async fn client_of(&self, account_code: &str) -> Result<(Cx, ClientOf), AppError> {
        let (cx, visitor) = self.visitor()?;
        visitor.client_of(&cx, account_code).await
    }
}
