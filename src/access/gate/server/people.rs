//! The people at the door. Fields are private and only this module makes them, from a session that was checked.

use super::store::{self, Grants, SessionRow};
use crate::gate::GrantedAccount;
use crate::gate::rules::{CLIENT_IDLE, STAFF_IDLE};
use directory::sight::Sight;
use kernel::permission::{Allowed, may};
use kernel::{AccountId, AppError, FirmId, Locale, Right, Rights, Role, SessionId, Ts, UserId, token};
use platform::Cx;
use platform::audit::Who;
use platform::db::DbError;
use platform::keys::token_hash;
use platform::mail::MailHealth;
use platform::mail_health;
use std::sync::Arc;

/// How a session began that a mailed link for a new password opened. Such a session is a client's, never one of staff.
pub const BY_RESET: &str = "reset";

/// Anybody.
#[derive(Clone, Copy, Debug)]
pub struct Guest(());

/// Somebody whose password was right and whose code is awaited.
#[derive(Clone, Debug)]
pub struct Pending {
    pub(crate) session: SessionId,
    pub(crate) user: UserId,
    pub(crate) email: String,
    pub(crate) next: Option<String>,
}

/// Somebody signed in, staff or client or both.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub(crate) session: SessionId,
    pub(crate) user: UserId,
    pub(crate) firm: FirmId,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) email_norm: String,
    /// The language they chose, here or elsewhere.
    pub(crate) locale: Option<Locale>,
    pub(crate) staff: Option<(Role, Rights)>,
    pub(crate) banner_closed: bool,
    pub(crate) account_chosen: bool,
    pub(crate) last_account: Option<AccountId>,
    /// The account that opens after the sign-in, if they chose one (SW-10).
    pub(crate) default_account: Option<AccountId>,
    /// The time zone they chose.
    pub(crate) time_zone: Option<String>,
    /// When they set their password first.
    pub(crate) activated: Option<Ts>,
    /// The accounts open to this person as a client, by name, when this request came. Whatever is written asks once more.
    pub(super) grants: Arc<Grants>,
    /// How mail fares; known of owner and admins only.
    pub(crate) mail: Option<Arc<MailHealth>>,
    /// When this session was last noted as used.
    pub(crate) last_seen: Ts,
    /// When it ends, however much it is used.
    pub(crate) expires: Ts,
    /// When this person last gave their password in this session (SEC-29).
    pub(crate) proved: Ts,
}

/// Somebody who works for the firm.
#[derive(Clone, Debug)]
pub struct Staff {
    who: SignedIn,
    role: Role,
    rights: Rights,
}

/// Somebody the firm works for.
#[derive(Clone, Debug)]
pub struct Client {
    who: SignedIn,
}

/// A client in an account they were granted; proof that the grant was there when the request came.
#[derive(Clone, Debug)]
pub struct ClientOf {
    client: Client,
    account: AccountId,
    card: GrantedAccount,
}

/// Whoever asks.
#[derive(Clone, Debug)]
pub enum Visitor {
    Nobody(Guest),
    Pending(Pending),
    SignedIn(SignedIn),
}

impl Visitor {
    /// Nobody in particular.
    #[must_use]
    pub fn nobody() -> Self {
        Visitor::Nobody(Guest(()))
    }

    /// Whoever holds this session token, if it still holds: not revoked, not idle too long, of this firm.
    pub async fn of_token(cx: &Cx, token: Option<&str>) -> Result<Self, AppError> {
        let Some(token) = token.filter(|it| token::is_token(it)) else { return Ok(Self::nobody()) };
        let mut conn = cx.db.read().await?;
        let row = store::session_of_token(&mut conn, cx.firm.id, token_hash(token), cx.now()).await?;
        let Some(row) = row else { return Ok(Self::nobody()) };
        drop(conn);
        Ok(Self::of_row(cx, row)?.unwrap_or_else(Self::nobody))
    }

    fn of_row(cx: &Cx, row: SessionRow) -> Result<Option<Self>, DbError> {
        if row.stage == "pending" {
            return Ok(Some(Visitor::Pending(Pending {
                session: row.id,
                user: row.user_id,
                email: row.email,
                next: row.next_path,
            })));
        }
        let staff = employed(row.role.as_deref(), row.rights.as_deref());
        // A mailed link is one factor, and that of a client: whoever became staff since signs in anew.
        if staff.is_some() && row.factor == BY_RESET {
            return Ok(None);
        }
        if cx.now().since(row.last_seen_at) >= idle(staff.is_some()) {
            return Ok(None);
        }
        Ok(Some(Visitor::SignedIn(SignedIn {
            grants: Arc::new(row.grants()?),
            mail: row.mail.as_deref().map(|rows| Arc::new(mail_health::of_rows(&cx.platform, rows))),
            session: row.id,
            user: row.user_id,
            firm: cx.firm.id,
            name: row.name,
            email: row.email,
            email_norm: row.email_norm,
            locale: row.locale.as_deref().and_then(Locale::from_tag),
            staff,
            banner_closed: row.banner_closed,
            account_chosen: row.account_chosen,
            last_account: row.last_account_id,
            default_account: row.default_account_id,
            time_zone: row.time_zone,
            activated: row.activated_at,
            last_seen: row.last_seen_at,
            expires: row.expires_at,
            proved: row.proved_at,
        })))
    }

    /// Refuses whoever the declaration does not let in. Clients' accounts are asked for separately.
    ///
    /// # Errors
    /// `NotSignedIn` or `NotAllowed`; `NotFound` for demo-only doors elsewhere.
    pub fn check(&self, cx: &Cx, allowed: Allowed) -> Result<(), AppError> {
        match allowed {
            Allowed::Public => Ok(()),
            Allowed::Demo if cx.config.demo => Ok(()),
            Allowed::Demo => Err(AppError::NotFound),
            Allowed::SigningIn => self.pending().map(drop),
            Allowed::SignedIn | Allowed::Client => self.signed_in().map(drop),
            Allowed::Staff | Allowed::StaffWith(_) | Allowed::Admin | Allowed::Owner => {
                if self.staff()?.is(allowed) { Ok(()) } else { Err(AppError::NotAllowed) }
            }
        }
    }

    pub(super) fn pending(&self) -> Result<&Pending, AppError> {
        match self {
            Visitor::Pending(pending) => Ok(pending),
            _ => Err(AppError::NotSignedIn),
        }
    }

    /// # Errors
    /// `NotSignedIn`.
    pub fn signed_in(&self) -> Result<&SignedIn, AppError> {
        match self {
            Visitor::SignedIn(who) => Ok(who),
            _ => Err(AppError::NotSignedIn),
        }
    }

    /// # Errors
    /// `NotSignedIn`, or `NotAllowed` for clients.
    pub fn staff(&self) -> Result<Staff, AppError> {
        let who = self.signed_in()?;
        let (role, rights) = who.staff.ok_or(AppError::NotAllowed)?;
        Ok(Staff { who: who.clone(), role, rights })
    }

    /// The client in this account, by its short id; and their request, whose writes demand that it is still open to them.
    ///
    /// # Errors
    /// `NotSignedIn`; `NotFound` when there is no such grant, whether or not there is such an account (SEC-44).
    pub async fn client_of(&self, cx: &Cx, account_code: &str) -> Result<(Cx, ClientOf), AppError> {
        let who = self.signed_in()?;
        // No short id has control characters, and PostgreSQL takes no NUL in a text.
        if account_code.chars().any(char::is_control) {
            return Err(AppError::NotFound);
        }
        let (account, card) = who.grant(cx, account_code).await?.ok_or(AppError::NotFound)?;
        let client = ClientOf { client: Client { who: who.clone() }, account, card };
        Ok((client.acting(cx), client))
    }

    /// Somebody as a client, before an account is chosen.
    ///
    /// # Errors
    /// `NotSignedIn`.
    pub fn client(&self) -> Result<Client, AppError> {
        Ok(Client { who: self.signed_in()?.clone() })
    }

    /// Anybody; the only way to a [`Guest`].
    #[must_use]
    pub fn guest(&self) -> Guest {
        Guest(())
    }
}

/// Role and rights as they are stored; nothing for clients.
pub(super) fn employed(role: Option<&str>, rights: Option<&str>) -> Option<(Role, Rights)> {
    role.and_then(Role::from_key).map(|role| (role, Rights::parse(rights.unwrap_or_default())))
}

/// How long a session of the firm's people, or of its clients, lives without a click, in microseconds.
pub(super) const fn idle(staff: bool) -> i64 {
    if staff { STAFF_IDLE } else { CLIENT_IDLE }
}

impl SignedIn {
    /// This request is a use of the session.
    pub fn used(&mut self, now: Ts) {
        self.last_seen = now;
    }
    /// How long this session has from now on, in microseconds: unless it is used before, and at most.
    #[must_use]
    pub fn left(&self, now: Ts) -> (i64, i64) {
        let most = self.expires.since(now).max(0);
        ((idle(self.is_staff()) - now.since(self.last_seen)).clamp(0, most), most)
    }
    #[must_use]
    pub const fn session(&self) -> SessionId {
        self.session
    }
    #[must_use]
    pub const fn user(&self) -> UserId {
        self.user
    }
    #[must_use]
    pub const fn firm(&self) -> FirmId {
        self.firm
    }
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
    #[must_use]
    pub fn email(&self) -> &str {
        &self.email
    }
    #[must_use]
    pub fn email_norm(&self) -> &str {
        &self.email_norm
    }
    /// The language this person chose, if they ever did.
    #[must_use]
    pub const fn locale(&self) -> Option<Locale> {
        self.locale
    }
    /// The time zone this person chose, if they ever did.
    #[must_use]
    pub fn time_zone(&self) -> Option<&str> {
        self.time_zone.as_deref()
    }
    #[must_use]
    pub const fn is_staff(&self) -> bool {
        self.staff.is_some()
    }
    /// This person as an employee with the rights of this moment, for what outlives a request; nobody once the
    /// session or the work here is over.
    pub async fn staff_now(&self, cx: &Cx) -> Result<Option<Staff>, AppError> {
        let mut conn = cx.db.read().await?;
        let row = store::staff_of_session(&mut conn, self.firm, self.session, cx.now()).await?;
        let standing = row.and_then(|(role, rights)| Some((Role::from_key(&role)?, Rights::parse(&rights))));
        Ok(standing.map(|(role, rights)| Staff { who: self.clone(), role, rights }))
    }
    /// For the audit trail.
    #[must_use]
    pub fn audit(&self) -> Who {
        let kind = if self.is_staff() { "staff" } else { "client" };
        Who { kind, id: Some(self.user), name: format!("{} <{}>", self.name, self.email) }
    }
}

impl Staff {
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }
    #[must_use]
    pub const fn may(&self, right: Right) -> bool {
        may(self.role, self.rights, right)
    }
    /// Whether this declaration lets them in.
    pub(super) const fn is(&self, allowed: Allowed) -> bool {
        match allowed {
            Allowed::Staff => true,
            Allowed::StaffWith(right) => self.may(right),
            Allowed::Admin => self.role.is_admin(),
            Allowed::Owner => matches!(self.role, Role::Owner),
            _ => false,
        }
    }
    /// Whether accounts one is not assigned to are in sight (ROLE-3).
    #[must_use]
    pub const fn sees_all(&self) -> bool {
        self.may(Right::ViewAllAccounts)
    }
    /// Whether contacts that belong to no account one sees are in sight all the same (ROLE-2).
    #[must_use]
    pub const fn sees_all_contacts(&self) -> bool {
        self.may(Right::ViewAllContacts)
    }
    /// What the directory's queries ask: with whose eyes they read (ROLE-3).
    #[must_use]
    pub fn sight(&self) -> Sight {
        Sight::of_staff(self.firm(), self.user(), self.sees_all(), self.sees_all_contacts())
    }
    #[must_use]
    pub const fn firm(&self) -> FirmId {
        self.who.firm
    }
    #[must_use]
    pub const fn user(&self) -> UserId {
        self.who.user
    }
    #[must_use]
    pub fn name(&self) -> &str {
        &self.who.name
    }
    #[must_use]
    pub const fn who(&self) -> &SignedIn {
        &self.who
    }
    /// For the audit trail.
    #[must_use]
    pub fn audit(&self) -> Who {
        self.who.audit()
    }
}

impl Client {
    #[must_use]
    pub const fn who(&self) -> &SignedIn {
        &self.who
    }
    /// For the audit trail, also when this person works for the firm as well.
    #[must_use]
    pub fn audit(&self) -> Who {
        Who { kind: "client", ..self.who.audit() }
    }
}

impl ClientOf {
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }
    #[must_use]
    pub const fn who(&self) -> &SignedIn {
        &self.client.who
    }
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.account
    }
    #[must_use]
    pub const fn card(&self) -> &GrantedAccount {
        &self.card
    }
}
