//! The guard that a link is: who opened one may do what it is for, and nobody else.

use super::kind::Kind;
use super::names::name;
use super::store::{self, LinkRow};
use crate::attempts;
use crate::gate::{Call, Enters, Reply, Then};
use crate::links::rules::{self, Meanwhile, Standing};
use crate::links::{LINK, MIXED_UP, Opened};
use futures::future::BoxFuture;
use i18n::said;
use kernel::permission::Allowed;
use kernel::{AppError, Ts};
use platform::Cx;
use platform::db::{Conn, Tx};
use platform::keys::token_hash;
use sqlx::types::Uuid;
use std::marker::PhantomData;

/// A link of this kind that was made here, and that the browser which asks has opened. Acts that need a link take one. What it
/// is still good for is asked where it is used: [`ByLink::standing`] for pages, [`use_once`] in the transaction.
#[derive(Debug)]
pub struct ByLink<K> {
    row: LinkRow,
    name: String,
    kind: PhantomData<fn() -> K>,
}

impl<K> Clone for ByLink<K> {
    fn clone(&self) -> Self {
        Self { row: self.row.clone(), name: self.name.clone(), kind: PhantomData }
    }
}

impl<K: Kind> ByLink<K> {
    /// The link with this token; links we never made are counted, and look all the same (SEC-7, SEC-21).
    ///
    /// # Errors
    /// `NotFound` for a link we never made, `TooMany` after thirty of those from one place.
    pub(super) async fn of_token(cx: &Cx, token: &str) -> Result<Self, AppError> {
        let row = {
            let mut conn = cx.db.read().await?;
            store::by_token(&mut conn, cx.firm.id, K::LINK.name, token_hash(token)).await?
        };
        match row {
            Some(row) => Ok(Self { row, name: name(token), kind: PhantomData }),
            None => Err(unknown(cx).await),
        }
    }

    /// Its id, which is that of the row with what its kind keeps besides.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.row.id
    }

    /// What it is about.
    #[must_use]
    pub const fn of(&self) -> Uuid {
        self.row.of_id
    }

    /// The mailbox that it was mailed to, in the form for matching.
    #[must_use]
    pub fn to(&self) -> &str {
        self.row.email_norm.as_deref().unwrap_or_default()
    }

    #[must_use]
    pub const fn until(&self) -> Ts {
        self.row.dates.expires_at
    }

    /// Whether another link has taken its place.
    #[must_use]
    pub const fn is_superseded(&self) -> bool {
        self.row.dates.superseded_at.is_some()
    }

    /// Where it stands, given what became of its purpose meanwhile.
    #[must_use]
    pub fn standing(&self, since: Meanwhile, now: Ts) -> Standing {
        rules::standing(&self.row.dates, since, now)
    }

    /// The same link as it stands in this transaction.
    ///
    /// # Errors
    /// `NotFound` when it is gone.
    pub async fn anew(&self, conn: &mut Conn, cx: &Cx) -> Result<Self, AppError> {
        let row = store::by_id(conn, cx.firm.id, K::LINK.name, self.row.id).await?;
        Ok(Self { row: row.ok_or(AppError::NotFound)?, ..self.clone() })
    }

    /// Its page.
    #[must_use]
    pub fn page(&self) -> String {
        K::LINK.page_of(&self.name)
    }

    /// What its holder sees.
    #[must_use]
    pub fn shows<T>(&self, view: T) -> Opened<T> {
        Opened { name: self.name.clone(), view }
    }
}

/// As if the link had never been made.
pub(super) async fn unknown(cx: &Cx) -> AppError {
    attempts::unknown_token(cx).await
}

/// The link that this browser opened and names; without a name the newest of its kind. Reads only: scanners and previews may
/// ask as often as they like (SEC-16). Nothing when the browser does not hold it.
///
/// # Errors
/// As [`ByLink::of_token`].
pub async fn opened<K: Kind>(cx: &Cx, link: &str) -> Result<Option<ByLink<K>>, AppError> {
    match K::LINK.held(cx, link) {
        Some(token) => ByLink::of_token(cx, token).await.map(Some),
        None => Ok(None),
    }
}

/// The link is the one that the form was posted for. Without it the page says what to do; what was typed is never taken for
/// another link.
impl<K: Kind> Enters for ByLink<K> {
    const ALLOWED: Allowed = Allowed::Public;

    fn enter(call: Call, then: Then<Self>) -> BoxFuture<'static, Result<Reply, AppError>> {
        Box::pin(async move {
            let (cx, name) = (&call.cx, call.form.get(LINK));
            if !K::LINK.is_held(cx) {
                return Ok(Reply::to(K::LINK.page));
            }
            let token = Some(name).filter(|name| !name.is_empty()).and_then(|name| K::LINK.held(cx, name));
            let Some(token) = token else {
                let text = said!(cx.locale, "mailed_links.mixed.text");
                return Ok(Reply::again(cx, K::LINK.page, MIXED_UP, AppError::Refused(text), &[]));
            };
            let link = ByLink::of_token(cx, token).await?;
            then.run(call, link).await
        })
    }
}

/// Uses the link up, if it is still open: of many at once, exactly one gets through (SEC-15). What its purpose demands besides
/// is asked by its user, in the same transaction.
///
/// # Errors
/// `Conflict` when it is not open any more; its page says why.
pub async fn use_once<K: Kind>(tx: &mut Tx, cx: &Cx, link: &ByLink<K>) -> Result<(), AppError> {
    match store::use_once(tx, cx.firm.id, K::LINK.name, link.row.id, cx.now()).await? {
        true => Ok(()),
        false => Err(AppError::Conflict),
    }
}
