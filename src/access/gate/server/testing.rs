//! People for tests: stored like real ones, signed in like real ones.

use super::{Client, ClientOf, Proven, SignedIn, Staff, Visitor};
use kernel::{AppError, EmailAddress, Right, Rights, Role, SessionId, UserId};
use platform::Cx;
use platform::keys::token_hash;
use platform::rng::token;
use platform::sql;

/// A user with this address, activated, without a password.
pub async fn user(cx: &Cx, email: &str, name: &str) -> UserId {
    let address = EmailAddress::parse(email).expect("an address");
    let (name, c) = (name.to_owned(), cx.clone());
    cx.write(move |tx| {
        Box::pin(async move {
            let id = UserId(c.ids.next());
            sql!(
                "INSERT INTO portal_user (id, firm_id, email, email_norm, name, activated_at, created_at)
                     VALUES ($1, $2, $3, $4, $5, $6, $6)",
                id,
                c.firm.id,
                address.shown(),
                address.norm(),
                name,
                c.now()
            )
            .run(tx)
            .await?;
            Ok(id)
        })
    })
    .await
    .expect("the user is stored")
}

/// A full session of this user; its token.
pub async fn session(cx: &Cx, user: UserId) -> String {
    let secret = token(&*cx.rng).expose().clone();
    let (hash, c) = (token_hash(&secret), cx.clone());
    cx.write(move |tx| {
            Box::pin(async move {
                sql!(
                    "INSERT INTO session (id, firm_id, user_id, token_hash, stage, factor, banner_closed, account_chosen,
                        code_tries, created_at, last_seen_at, proved_at, expires_at, ip, place, os, browser)
                     VALUES ($1, $2, $3, $4, 'full', 'test', $5, $5, 0, $6, $6, $6, $7, '203.0.113.7', '', 'Windows', 'Firefox')",
                    SessionId(c.ids.next()),
                    c.firm.id,
                    user,
                    hash,
                    false,
                    c.now(),
                    c.now().plus(super::people::STAFF_LIFE)
                )
                .run(tx)
                .await?;
                Ok(())
            })
        })
        .await
        .expect("the session is stored");
    secret
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
    let id = user(cx, email, name).await;
    let (c, rights) = (cx.clone(), Rights::of(rights).to_text());
    cx.write(move |tx| {
        Box::pin(async move {
            sql!(
                "INSERT INTO staff_member (user_id, firm_id, role, rights) VALUES ($1, $2, $3, $4)",
                id,
                c.firm.id,
                role.key(),
                rights
            )
            .run(tx)
            .await?;
            Ok(())
        })
    })
    .await
    .expect("the staff member is stored");
    let token = session(cx, id).await;
    let visitor = Visitor::of_token(cx, Some(&token)).await.expect("the database answers");
    visitor.staff().expect("a staff session")
}

/// This staff member, whose password was given a moment ago.
#[must_use]
pub fn proven(staff: &Staff) -> Proven<Staff> {
    let given = staff.who().proved;
    Proven::of(staff.clone(), given).expect("it was given then")
}

/// A client by address.
pub async fn client(cx: &Cx, email: &str, name: &str) -> Client {
    let id = user(cx, email, name).await;
    let token = session(cx, id).await;
    let visitor = Visitor::of_token(cx, Some(&token)).await.expect("the database answers");
    visitor.client().expect("a session")
}

/// A client's proof of a grant, or the refusal.
///
/// # Errors
/// `NotFound` without a grant.
pub async fn client_of(cx: &Cx, client: &Client, code: &str) -> Result<ClientOf, AppError> {
    Visitor::SignedIn(client.who().clone()).client_of(cx, code).await.map(|(_, client)| client)
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
        .write(move |tx| Box::pin(async move { crate::sessions::start_full(tx, &c, user, "code").await }))
        .await
        .expect("the session begins");
    let visitor = Visitor::of_token(cx, Some(started.token.expose())).await.expect("the database answers");
    visitor.client().expect("a session")
}
