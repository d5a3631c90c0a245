//! What pages may know of the firm and of whoever looks at them.

use super::people::{SignedIn, Visitor};
use super::store;
use crate::gate::{FirmCard, GrantedAccount, VisitorCard};
use kernel::{AccountId, AppError, paths};
use platform::Cx;
use platform::firm_profile::FirmProfile;

impl FirmCard {
    /// What clients may know of a firm.
    #[must_use]
    pub fn of(firm: &FirmProfile) -> Self {
        Self {
            name: firm.name.clone(),
            phone: firm.phone.clone(),
            email: firm.email.clone(),
            address: firm.address.clone(),
            website: firm.website.clone(),
            languages: firm.languages.clone(),
            logo: firm.logo.as_deref().map(paths::brand),
            sheet: firm.brand.sheet().as_deref().map(paths::brand),
            origin: firm.origin.clone(),
        }
    }
}

impl SignedIn {
    /// The accounts open to this person as a client, by name.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn grants(&self, cx: &Cx) -> Result<Vec<(AccountId, GrantedAccount)>, AppError> {
        if !self.has_accounts {
            return Ok(Vec::new());
        }
        Ok(store::grants(&mut cx.db.read().await?, cx.firm.id, &self.email_norm).await?)
    }
}

impl Visitor {
    /// What pages may know of this visitor; reads the granted accounts.
    ///
    /// Whoever set an account to open after the sign-in has answered the question which one, as long as that account is
    /// open to them and nothing else was chosen since (SW-10).
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn card(&self, cx: &Cx) -> Result<VisitorCard, AppError> {
        match self {
            Visitor::Nobody(_) => Ok(VisitorCard::Nobody),
            Visitor::Pending(p) => Ok(VisitorCard::SigningIn { masked: kernel::email::mask(&p.email) }),
            Visitor::SignedIn(who) => {
                let grants = who.grants(cx).await?;
                let code = |wanted: Option<AccountId>| {
                    grants.iter().find(|(id, _)| Some(*id) == wanted).map(|(_, card)| card.code.clone())
                };
                let standing = code(who.default_account).filter(|_| !who.account_chosen);
                Ok(VisitorCard::SignedIn {
                    name: who.name.clone(),
                    email: who.email.clone(),
                    staff: who.staff,
                    banner_closed: who.banner_closed,
                    account_chosen: who.account_chosen || standing.is_some(),
                    last_account: standing.or_else(|| code(who.last_account)),
                    accounts: grants.iter().map(|(_, card)| card.clone()).collect(),
                })
            }
        }
    }
}
