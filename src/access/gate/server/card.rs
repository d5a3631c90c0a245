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
    /// The accounts open to this person as a client, by name, as they were when this request came.
    pub(crate) fn grants(&self) -> &[(AccountId, GrantedAccount)] {
        &self.grants.list
    }

    /// The account of this short id, if it is open to this person. Asks only for one that may be behind the last that came
    /// with the session.
    pub(super) async fn grant(
        &self,
        cx: &Cx,
        code: &str,
    ) -> Result<Option<(AccountId, GrantedAccount)>, AppError> {
        let known = self.grants().iter().find(|(_, card)| card.code == code);
        if known.is_some() || self.grants.all {
            return Ok(known.cloned());
        }
        Ok(store::grant(&mut cx.db.read().await?, self.firm, &self.email_norm, code).await?)
    }
}

impl Visitor {
    /// What pages may know of this visitor.
    ///
    /// Whoever set an account to open after the sign-in has answered the question which one, as long as that account is
    /// open to them and nothing else was chosen since (SW-10).
    #[must_use]
    pub fn card(&self) -> VisitorCard {
        match self {
            Visitor::Nobody(_) => VisitorCard::Nobody,
            Visitor::Pending(p) => VisitorCard::SigningIn { masked: kernel::email::mask(&p.email) },
            Visitor::SignedIn(who) => {
                let code = |wanted: Option<AccountId>| {
                    who.grants().iter().find(|(id, _)| Some(*id) == wanted).map(|(_, card)| card.code.clone())
                };
                let standing = code(who.default_account).filter(|_| !who.account_chosen);
                VisitorCard::SignedIn {
                    name: who.name.clone(),
                    email: who.email.clone(),
                    staff: who.staff,
                    banner_closed: who.banner_closed,
                    account_chosen: who.account_chosen || standing.is_some(),
                    last_account: standing.or_else(|| code(who.last_account)),
                    accounts: who.grants().iter().map(|(_, card)| card.clone()).collect(),
                }
            }
        }
    }
}
