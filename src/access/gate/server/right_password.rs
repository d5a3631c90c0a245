//! A password that was right, as a value.

use directory::people;
use kernel::{AppError, Ts, UserId};
use platform::Cx;
use platform::db::Tx;
use platform::hashing::{HashError, Verdict};
use platform::incident;
use sqlx::types::Uuid;

/// Whose password was right, and which of their passwords it was.
///
/// Comparing takes long and so happens before the transaction that acts on it. In between the person may set another,
/// perhaps because this one was stolen; so whatever a right password begins takes one of these and [`demands`](Self::demand)
/// in its own transaction that it is their password still. Only the gate makes one.
#[derive(Clone, Debug)]
#[must_use]
pub struct RightPassword {
    user: UserId,
    /// A hash that is renewed for its cost or key is still of the password that was set then.
    set_at: Ts,
    wrong: AppError,
}

impl RightPassword {
    /// Compares what was typed with the password of this person; `None` when it is wrong. Takes as long without a person
    /// or a password (SEC-10). `wrong` is what a wrong one is answered with, here by the caller and later by
    /// [`Self::demand`].
    ///
    /// # Errors
    /// `Busy`.
    pub(crate) async fn compare(
        cx: &Cx,
        user: Option<UserId>,
        typed: &str,
        wrong: AppError,
    ) -> Result<Option<Self>, AppError> {
        let (firm, user) = (cx.firm.id, user.unwrap_or(UserId(Uuid::nil())));
        let stored = {
            let mut conn = cx.db.read().await?;
            people::password(&mut conn, firm, user).await?
        };
        let hash = stored.as_ref().map(|stored| stored.password_hash.as_str());
        let verdict = match cx.hasher.verify(typed, hash).await {
            Ok(verdict) => verdict,
            Err(HashError::Busy) => return Err(AppError::Busy),
            Err(HashError::TooLong) => Verdict::Wrong,
            Err(error @ HashError::Unreadable) => {
                // The person cannot help it and the reset does; the log knows.
                incident::log("password", &error);
                Verdict::Wrong
            }
        };
        let Some(stored) = stored.filter(|_| verdict != Verdict::Wrong) else { return Ok(None) };
        if verdict == Verdict::RightButOld {
            let new = cx.hasher.hash(typed).await.map_err(|_| AppError::Busy)?;
            let old = stored.password_hash;
            cx.write(move |tx| {
                Box::pin(async move { Ok(people::rehash(tx, firm, user, &old, &new).await?) })
            })
            .await?;
        }
        Ok(Some(Self { user, set_at: stored.set_at, wrong }))
    }

    /// Whose it is.
    #[must_use]
    pub const fn user(&self) -> UserId {
        self.user
    }

    /// Refuses as if it had been wrong, if another was set meanwhile. Whoever sets one waits until this transaction is over,
    /// or this one for them: what was begun with the old one is there when they end it.
    ///
    /// # Errors
    /// What a wrong password is answered with.
    pub async fn demand(&self, tx: &mut Tx, cx: &Cx) -> Result<(), AppError> {
        if people::hold_password(tx, cx.firm.id, self.user, self.set_at).await? {
            return Ok(());
        }
        Err(self.wrong.clone())
    }
}
