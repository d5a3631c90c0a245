//! The open unit of work.

use super::{Author, By, DomainEvent, Told, followers};
use crate::audit::{self, Act};
use crate::db::Tx;
use crate::mail::Mail;
use crate::request::Cx;
use crate::work::{self, Job, Later};
use crate::{events, outbox};
use kernel::{AppError, FirmId, MailId, SettingId, Ts};
use std::ops::{Deref, DerefMut};

/// A write transaction on behalf of somebody: it knows the request, who acts, and what is to be told of it.
pub struct Work<'t> {
    tx: &'t mut Tx,
    cx: &'t Cx,
    by: By,
}

impl<'t> Work<'t> {
    /// In a transaction that is open already: of a job, or of somebody else than it began for, such as a guest who has just
    /// signed in.
    pub fn on(tx: &'t mut Tx, cx: &'t Cx, by: &impl Author) -> Self {
        Self { tx, cx, by: by.by() }
    }

    /// The request.
    #[must_use]
    pub const fn cx(&self) -> &'t Cx {
        self.cx
    }

    /// Who acts.
    #[must_use]
    pub const fn author(&self) -> &By {
        &self.by
    }

    #[must_use]
    pub fn firm(&self) -> FirmId {
        self.cx.firm.id
    }

    #[must_use]
    pub fn now(&self) -> Ts {
        self.cx.now()
    }

    /// Says what happened: to the audit trail, to whoever looks at it, and to those who follow its kind.
    ///
    /// # Errors
    /// What the database says; then the act is undone too.
    pub fn happened<E: DomainEvent>(
        &mut self,
        event: E,
    ) -> impl Future<Output = Result<(), AppError>> + Send + use<'_, 't, E> {
        let told = event.told(&self.by);
        let facts = followers::facts(told.kind, &event);
        self.write_down(told, facts, false)
    }

    /// As [`Work::happened`], for a failed attempt, of which anybody can make any number: beyond the first ones of an hour they
    /// are only counted ([`audit::attempts`]).
    pub fn attempted<E: DomainEvent>(
        &mut self,
        event: E,
    ) -> impl Future<Output = Result<(), AppError>> + Send + use<'_, 't, E> {
        let told = event.told(&self.by);
        self.write_down(told, Ok(None), true)
    }

    async fn write_down(
        &mut self,
        told: Told,
        facts: Result<Option<String>, AppError>,
        counted: bool,
    ) -> Result<(), AppError> {
        let facts = facts?;
        if let Some(kind) = told.kind {
            let act = Act {
                event: kind.name(),
                who: self.by.who.clone(),
                account: told.account,
                subject_id: told.subject_id,
                subject: told.subject,
                detail: told.detail,
            };
            if let Some(facts) = facts {
                followers::write_down(self.tx, self.cx, &act, facts).await?;
            }
            if counted {
                audit::record_attempt(self.tx, self.cx, act).await?;
            } else if told.recorded {
                audit::record(self.tx, self.cx, act).await?;
            }
        }
        if !told.news.is_empty() {
            events::publish_all(self.tx, self.cx, told.news).await?;
        }
        Ok(())
    }

    /// Queues a mail, which leaves with the commit. `about` names the Info-tab row that shows how it went.
    pub async fn mail(&mut self, mail: &Mail, about: Option<SettingId>) -> Result<MailId, AppError> {
        let firm = self.firm();
        outbox::enqueue(self.tx, &self.cx.platform, firm, mail, about).await
    }

    /// Queues a job, which runs when, and only when, this commits; whether it was queued, rather than one with its key waiting
    /// already.
    pub async fn later<J: Later>(&mut self, job: Job<J>) -> Result<bool, AppError> {
        let firm = self.firm();
        work::later(self.tx, &self.cx.platform, firm, job).await
    }
}

impl Deref for Work<'_> {
    type Target = Tx;
    fn deref(&self) -> &Tx {
        self.tx
    }
}

impl DerefMut for Work<'_> {
    fn deref_mut(&mut self) -> &mut Tx {
        self.tx
    }
}

/// What [`Cx::work`] runs: an `async move |w, staff| { … }` whose future can go to the writer's task.
///
/// [`AsyncFnOnce`] has no words yet for "its future is `Send`" (return type notation); this trait, which the compiler gives to
/// every such closure, has.
pub trait Piece<'a, A, T>: FnOnce(&'a mut Work<'a>, A) -> Self::Future {
    type Future: Future<Output = Result<T, AppError>> + Send + 'a;
}

impl<'a, A, T, F, R> Piece<'a, A, T> for F
where
    F: FnOnce(&'a mut Work<'a>, A) -> R,
    R: Future<Output = Result<T, AppError>> + Send + 'a,
{
    type Future = R;
}

impl Cx {
    /// Runs `work` as one unit on behalf of this request, as [`Cx::write`] does, and hands it a [`Work`] and `by`, who acts.
    ///
    /// ```ignore
    /// let code = code.to_owned();
    /// cx.work(staff, async move |w, staff| {
    ///     let account = account(w, &staff.sight(), &code).await?;
    ///     …
    ///     w.happened(Renamed { … }).await
    /// })
    /// .await
    /// ```
    ///
    /// # Errors
    /// As [`Cx::write`].
    pub async fn work<A, T, F>(&self, by: &A, work: F) -> Result<T, AppError>
    where
        A: Author + Clone + Send + 'static,
        T: Send + 'static,
        F: for<'a> AsyncFnOnce(&'a mut Work<'a>, A) -> Result<T, AppError>
            + for<'a> Piece<'a, A, T>
            + Send
            + 'static,
    {
        let (cx, by) = (self.clone(), by.clone());
        self.write(move |tx| Box::pin(async move { work(&mut Work::on(tx, &cx, &by.by()), by).await })).await
    }
}
