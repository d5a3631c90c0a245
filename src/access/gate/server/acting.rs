//! For whom a request acts, once more inside its write transaction: a session may end, and a right may be taken, between
//! the look at the cookie and the write.

use super::people::{employed, idle};
use super::store;
use super::{ClientOf, SignedIn, Visitor};
use futures::future::BoxFuture;
use kernel::permission::Allowed;
use kernel::{AccountId, AppError, FirmId, Rights, Role, SessionId, Ts};
use platform::Cx;
use platform::db::Tx;
use platform::request::Condition;
use std::sync::Arc;

/// What a request relied on when its visitor was made. Any change of it refuses: whoever asks again is asked as what they
/// are now.
struct ReliedOn {
    firm: FirmId,
    session: SessionId,
    stage: Stage,
    /// The account that was open to them.
    account: Option<AccountId>,
}

#[derive(Clone, Copy)]
enum Stage {
    /// Between password and code.
    Pending,
    /// Signed in; with this role and these rights, if they work for the firm.
    Full(Option<(Role, Rights)>),
}

impl Stage {
    const fn key(self) -> &'static str {
        match self {
            Stage::Pending => "pending",
            Stage::Full(_) => "full",
        }
    }
}

impl Condition for ReliedOn {
    fn check<'a>(&'a self, tx: &'a mut Tx, now: Ts) -> BoxFuture<'a, Result<(), AppError>> {
        Box::pin(async move {
            let row = store::session_now(tx, self.firm, self.session, self.account, now).await?;
            let row = row.filter(|row| row.stage == self.stage.key()).ok_or(AppError::NotSignedIn)?;
            let Stage::Full(relied_on) = self.stage else { return Ok(()) };
            let staff = employed(row.role.as_deref(), row.rights.as_deref());
            if now.since(row.last_seen_at) >= idle(staff.is_some()) {
                return Err(AppError::NotSignedIn);
            }
            if staff != relied_on {
                return Err(AppError::NotAllowed);
            }
            // As when there never was a grant (SEC-44).
            if row.granted { Ok(()) } else { Err(AppError::NotFound) }
        })
    }
}

impl Visitor {
    /// The request of this visitor: its writes demand that the visitor is still who they were.
    #[must_use]
    pub fn acting(&self, cx: &Cx) -> Cx {
        match self {
            Visitor::Nobody(_) => cx.clone(),
            Visitor::Pending(pending) => cx.under(Arc::new(ReliedOn {
                firm: cx.firm.id,
                session: pending.session,
                stage: Stage::Pending,
                account: None,
            })),
            Visitor::SignedIn(who) => who.acting(cx),
        }
    }

    /// As [`Visitor::acting`], at a door that demands this. One that is open to everybody demands nothing of anybody, so
    /// that whoever signs in, out, or comes by a mailed link is not held up by the end of another session.
    #[must_use]
    pub fn acting_at(&self, cx: &Cx, allowed: Allowed) -> Cx {
        if matches!(allowed, Allowed::Public | Allowed::Demo) { cx.clone() } else { self.acting(cx) }
    }
}

impl SignedIn {
    /// As [`Visitor::acting`].
    #[must_use]
    pub fn acting(&self, cx: &Cx) -> Cx {
        cx.under(Arc::new(self.relied_on(None)))
    }

    /// Asks once more, within a transaction that has waited for others since it began.
    ///
    /// # Errors
    /// `NotSignedIn` when the session has ended; `NotAllowed` when role or rights are others.
    pub(crate) async fn demand(&self, tx: &mut Tx, cx: &Cx) -> Result<(), AppError> {
        self.relied_on(None).check(tx, cx.now()).await
    }

    fn relied_on(&self, account: Option<AccountId>) -> ReliedOn {
        ReliedOn { firm: self.firm, session: self.session, stage: Stage::Full(self.staff), account }
    }
}

impl ClientOf {
    /// As [`Visitor::acting`]; and the account must still be open to them.
    #[must_use]
    pub(super) fn acting(&self, cx: &Cx) -> Cx {
        cx.under(Arc::new(self.who().relied_on(Some(self.account()))))
    }
}
