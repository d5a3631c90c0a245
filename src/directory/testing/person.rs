//! Somebody with a login: a client, or somebody of the staff.

use super::account::Account;
use super::state_store::{self, State};
use crate::people::{self, NewPerson};
use crate::{assignments, staff};
use kernel::{AccountId, AppError, EmailAddress, Locale, Right, Rights, Role, Ts, UserId};
use platform::Cx;
use platform::db::Tx;

/// Somebody to be seeded: activated, without a password, with no language chosen, of no role.
#[must_use]
#[derive(Clone)]
pub struct PersonSeed {
    cx: Cx,
    email: EmailAddress,
    name: String,
    locale: Option<Locale>,
    password: Option<String>,
    role: Option<(Role, Rights)>,
    is_former: bool,
    assigned: Vec<AccountId>,
    state: State,
}

impl PersonSeed {
    pub(super) fn new(cx: &Cx, email: &str) -> Self {
        let email = super::address(email);
        Self {
            cx: cx.clone(),
            name: super::name_of(&email),
            email,
            locale: None,
            password: None,
            role: None,
            is_former: false,
            assigned: Vec::new(),
            state: State { activated: Some(cx.now()), last_login: None, disabled: None },
        }
    }

    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    pub fn at(mut self, email: &str) -> Self {
        self.email = super::address(email);
        self
    }

    pub fn reads(mut self, locale: Locale) -> Self {
        self.locale = Some(locale);
        self
    }

    /// Set the day before.
    pub fn password(mut self, password: &str) -> Self {
        self.password = Some(password.to_owned());
        self
    }

    pub fn owner(self) -> Self {
        self.role(Role::Owner, &[])
    }

    pub fn admin(self) -> Self {
        self.role(Role::Admin, &[])
    }

    pub fn employee(self, rights: &[Right]) -> Self {
        self.role(Role::Employee, rights)
    }

    pub fn role(mut self, role: Role, rights: &[Right]) -> Self {
        self.role = Some((role, Rights::of(rights)));
        self
    }

    /// Deactivated now.
    pub fn former(mut self) -> Self {
        self.is_former = true;
        self
    }

    pub fn assigned_to(mut self, account: &Account) -> Self {
        self.assigned.push(account.id);
        self
    }

    /// Has a login that was never activated.
    pub fn prospect(self) -> Self {
        self.activated(None)
    }

    pub fn activated(mut self, at: Option<Ts>) -> Self {
        self.state.activated = at;
        self
    }

    pub fn last_login(mut self, at: Option<Ts>) -> Self {
        self.state.last_login = at;
        self
    }

    /// The login is disabled.
    pub fn disabled(mut self) -> Self {
        self.state.disabled = Some(self.cx.now());
        self
    }

    /// Stores it.
    pub async fn seed(self) -> UserId {
        let hash = match &self.password {
            Some(password) => Some(self.cx.hasher.hash(password).await.expect("a password is hashed")),
            None => None,
        };
        let db = self.cx.db.clone();
        let stored = db.write(move |tx| Box::pin(async move { self.store(tx, hash).await }));
        stored.await.expect("the person is stored")
    }

    async fn store(&self, tx: &mut Tx, hash: Option<String>) -> Result<UserId, AppError> {
        let (cx, firm) = (&self.cx, self.cx.firm.id);
        let (id, now) = (UserId(cx.ids.next()), cx.now());
        // A test that sets another password at the same instant has to see a change.
        let day_before = now.plus(-Ts::DAY);
        let person = NewPerson {
            id,
            firm,
            email: self.email.shown().to_owned(),
            email_norm: self.email.norm().to_owned(),
            name: self.name.clone(),
            locale: self.locale,
            hash: String::new(),
            now,
        };
        people::insert(tx, person).await?;
        match hash {
            Some(hash) => people::set_password(tx, firm, id, &hash, day_before).await.map(drop)?,
            None => people::void_password(tx, firm, id, day_before).await?,
        }
        if self.state != (State { activated: Some(now), last_login: None, disabled: None }) {
            state_store::set(tx, firm, id, self.state).await?;
        }
        self.employ(tx, id).await?;
        Ok(id)
    }

    async fn employ(&self, tx: &mut Tx, id: UserId) -> Result<(), AppError> {
        let firm = self.cx.firm.id;
        match self.role {
            Some((Role::Owner, _)) => staff::insert_owner(tx, firm, id).await?,
            Some((role, rights)) => staff::insert(tx, firm, id, role, &rights.to_text()).await.map(drop)?,
            None => {}
        }
        if self.is_former {
            staff::set_deactivated(tx, firm, id, Some(self.cx.now())).await?;
        }
        for account in &self.assigned {
            assignments::assign(tx, firm, id, *account).await?;
        }
        Ok(())
    }
}
