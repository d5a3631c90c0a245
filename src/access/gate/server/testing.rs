//! People for tests: stored like real ones, signed in like real ones.

use super::may::Demand;
use super::store::Grants;
use super::{Client, ClientOf, May, Proven, Proves, RightPassword, SignedIn, Staff, Visitor};
use crate::sessions::{Started, start_full, start_pending};
use directory::testing::a_firm;
use futures::future::BoxFuture;
use kernel::{AccountId, AppError, EmailAddress, FirmId, Right, Role, SettingId, Ts, UserId};
use platform::Cx;
use platform::db::Tx;
use platform::request::Condition;
use platform::sql;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

mod posting;
mod session;

pub use posting::{filled, post, post_acting};
pub use session::{SessionSeed, a_session};

/// A user with this address, activated, without a password.
pub async fn user(cx: &Cx, email: &str, name: &str) -> UserId {
    a_firm(cx).person(email).named(name).seed().await
}

/// An account of this firm.
pub async fn account(cx: &Cx, code: &str, name: &str) -> AccountId {
    a_firm(cx).account(code).named(name).seed().await.id
}

/// A contact of this account with this address and LOGIN on.
pub async fn login_on(cx: &Cx, account: AccountId, email: &str) -> SettingId {
    a_firm(cx).more_of(account).contact(email).login().seed().await.setting()
}

/// A full session of this user; its token.
pub async fn session(cx: &Cx, user: UserId) -> String {
    a_session(cx, user).seed().await
}

/// Whoever this is, at a door.
#[must_use]
pub fn as_visitor(who: &SignedIn) -> Visitor {
    Visitor::SignedIn(who.clone())
}

/// This user's password, which is right.
pub async fn right_password(cx: &Cx, user: UserId, password: &str) -> RightPassword {
    let wrong = AppError::Invalid(Vec::new());
    let right = RightPassword::compare(cx, Some(user), password, wrong).await.expect("the database answers");
    right.expect("it is right")
}

/// This user signs in as far as the password.
pub async fn pending(cx: &Cx, user: UserId, password: &str, next: Option<&'static str>) -> Started {
    let (c, right) = (cx.clone(), right_password(cx, user, password).await);
    cx.write(move |tx| Box::pin(async move { start_pending(tx, &c, &right, next).await }))
        .await
        .expect("the sign-in begins")
}

/// Somebody signed in.
pub async fn signed_in(cx: &Cx, email: &str, name: &str) -> SignedIn {
    let id = user(cx, email, name).await;
    let token = session(cx, id).await;
    signed_in_again(cx, &token).await
}

/// Whoever holds this session's token.
pub async fn signed_in_again(cx: &Cx, token: &str) -> SignedIn {
    let visitor = Visitor::of_token(cx, Some(token)).await.expect("the database answers");
    visitor.signed_in().expect("a full session").clone()
}

/// A staff member with this role and these rights; the address is made from the role.
pub async fn staff(cx: &Cx, role: Role, rights: &[Right]) -> Staff {
    staff_named(cx, &format!("{}@weber.example", role.key()), "Eva Weber", role, rights).await
}

/// As [`staff`], with an address and a name, for tests with several.
pub async fn staff_named(cx: &Cx, email: &str, name: &str, role: Role, rights: &[Right]) -> Staff {
    let id = a_firm(cx).person(email).named(name).role(role, rights).seed().await;
    let token = session(cx, id).await;
    let visitor = Visitor::of_token(cx, Some(&token)).await.expect("the database answers");
    visitor.staff().expect("a staff session")
}

/// What the gate makes of this staff member at a door that demands `D`.
///
/// # Errors
/// `NotAllowed`.
pub fn admitted<D: Demand>(staff: &Staff) -> Result<May<D>, AppError> {
    May::of(staff.clone())
}

/// This staff member, who holds `D`.
#[must_use]
pub fn may<D: Demand>(staff: &Staff) -> May<D> {
    admitted(staff).expect("they hold it")
}

/// This person, whose password was given a moment ago.
#[must_use]
pub fn proven<P: Proves + Clone>(who: &P) -> Proven<P> {
    let given = who.person().proved;
    Proven::of(who.clone(), given).expect("it was given then")
}

/// A client by address.
pub async fn client(cx: &Cx, email: &str, name: &str) -> Client {
    let id = user(cx, email, name).await;
    let token = session(cx, id).await;
    let visitor = Visitor::of_token(cx, Some(&token)).await.expect("the database answers");
    visitor.client().expect("a session")
}

/// A client's proof of a grant as a request of this moment has it, or the refusal.
///
/// # Errors
/// `NotFound` without a grant.
pub async fn client_of(cx: &Cx, client: &Client, code: &str) -> Result<ClientOf, AppError> {
    let asking =
        SignedIn { grants: Arc::new(Grants { list: Vec::new(), all: false }), ..client.who().clone() };
    Visitor::SignedIn(asking).client_of(cx, code).await.map(|(_, client)| client)
}

/// The user with this address, if there is one.
pub async fn find_user(cx: &Cx, email: &str) -> Option<UserId> {
    let address = EmailAddress::parse(email).expect("an address");
    let mut conn = cx.db.read().await.expect("the database answers");
    let row: Option<(UserId,)> =
        sql!("SELECT id FROM portal_user WHERE firm_id = $1 AND email_norm = $2", cx.firm.id, address.norm())
            .optional(&mut conn)
            .await
            .expect("the database answers");
    row.map(|(id,)| id)
}

/// This user signs in as people do, with everything that follows from it.
pub async fn sign_in(cx: &Cx, user: UserId) -> Client {
    let c = cx.clone();
    let started = cx
        .write(move |tx| {
            Box::pin(async move {
                crate::sessions::stand_in_line_to_enter(tx, &c, user).await?;
                start_full(tx, &c, user, "code").await
            })
        })
        .await
        .expect("the session begins");
    let visitor = Visitor::of_token(cx, Some(started.token.expose())).await.expect("the database answers");
    visitor.client().expect("a session")
}

/// Makes a request twice, and sets another password for this person before anything else of the second one's last write: as
/// if that had been done after the old one was compared. What both came to.
pub async fn with_a_new_password_before_its_last_write<T>(
    cx: &Cx,
    user: UserId,
    request: impl AsyncFn(Cx) -> T,
) -> [T; 2] {
    let firm = cx.firm.id;
    let hash = cx.hasher.hash("Kuckuck und Uhrenladen 3").await.expect("a password is hashed");
    let counted =
        Arc::new(Meanwhile { firm, user, hash: hash.clone(), at: usize::MAX, writes: AtomicUsize::new(0) });
    let first = request(cx.under(counted.clone())).await;
    let writes = counted.writes.load(Ordering::Relaxed);
    let last = Arc::new(Meanwhile { firm, user, hash, at: writes, writes: AtomicUsize::new(0) });
    let second = request(cx.under(last.clone())).await;
    assert!(last.writes.load(Ordering::Relaxed) >= writes, "the second request came as far as the first");
    [first, second]
}

/// Another password is set for this person before anything else of the write of this number.
struct Meanwhile {
    firm: FirmId,
    user: UserId,
    hash: String,
    at: usize,
    writes: AtomicUsize,
}

impl Condition for Meanwhile {
    fn check<'a>(&'a self, tx: &'a mut Tx, now: Ts) -> BoxFuture<'a, Result<(), AppError>> {
        Box::pin(async move {
            if self.writes.fetch_add(1, Ordering::Relaxed) + 1 == self.at {
                let set = sql!(
                    "UPDATE portal_user SET password_hash = $3, password_changed_at = $4 WHERE firm_id = $1 AND id = $2",
                    self.firm,
                    self.user,
                    &self.hash,
                    now
                );
                set.run(tx).await?;
            }
            Ok(())
        })
    }
}
