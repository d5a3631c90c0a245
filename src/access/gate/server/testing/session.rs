//! Sessions in every state, on top of people who are seeded (`directory::testing`).

use kernel::{SessionId, Ts, UserId};
use platform::Cx;
use platform::keys::token_hash;
use platform::rng::token;
use platform::sql;

/// A session to be seeded: full, begun now by an ordinary browser.
#[must_use]
#[derive(Clone)]
pub struct SessionSeed {
    cx: Cx,
    user: UserId,
    stage: &'static str,
    last_seen: Ts,
    expires: Ts,
    revoked: Option<Ts>,
}

/// A session of this user.
pub fn a_session(cx: &Cx, user: UserId) -> SessionSeed {
    let now = cx.now();
    let expires = now.plus(crate::gate::STAFF_LIFE);
    SessionSeed { cx: cx.clone(), user, stage: "full", last_seen: now, expires, revoked: None }
}

impl SessionSeed {
    /// Between password and code.
    pub fn pending(mut self) -> Self {
        self.stage = "pending";
        self
    }

    /// Nobody clicked for this long.
    pub fn idle(mut self, long: i64) -> Self {
        self.last_seen = self.cx.now().plus(-long);
        self
    }

    pub fn expired(mut self) -> Self {
        self.expires = self.cx.now();
        self
    }

    pub fn signed_out(mut self) -> Self {
        self.revoked = Some(self.cx.now());
        self
    }

    /// Stores it; its token.
    pub async fn seed(self) -> String {
        let secret = token(&*self.cx.rng).expose().clone();
        let (cx, hash) = (self.cx.clone(), token_hash(&secret));
        let stored = cx.write(move |tx| {
            Box::pin(async move {
                let row = sql!(
                    "INSERT INTO session (id, firm_id, user_id, token_hash, stage, factor, banner_closed, account_chosen,
                        code_tries, created_at, last_seen_at, proved_at, expires_at, revoked_at, ip, place, os, browser)
                     VALUES ($1, $2, $3, $4, $5, 'test', $6, $6, 0, $7, $8, $7, $9, $10, '203.0.113.7', '', 'Windows',
                        'Firefox')",
                    SessionId(self.cx.ids.next()),
                    self.cx.firm.id,
                    self.user,
                    hash,
                    self.stage,
                    false,
                    self.cx.now(),
                    self.last_seen,
                    self.expires,
                    self.revoked
                );
                Ok(row.run(tx).await?)
            })
        });
        stored.await.expect("the session is stored");
        secret
    }
}
