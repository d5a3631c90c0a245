//! Where views are drawn and server functions run: in a task of its own that goes on to its end when the visitor leaves.
//!
//! Hyper drops a handler when its connection breaks. A reactive owner that is dropped halfway takes a lock which it holds
//! itself, and the worker thread that did so never comes back (leptos 4673, 4698, 4829). Nothing with an owner may
//! therefore live in a future that a visitor can drop. Nor may a panic drop one: unwinding drops whatever the work holds
//! before anybody can catch it, so that [`keep_owner`] holds on to the owner until then.

use axum::body::Body;
use axum::response::Response;
use futures::FutureExt;
use kernel::AppError;
use leptos::prelude::Owner;
use platform::incident;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::Semaphore;

tokio::task_local! {
    /// The owner of what this task draws.
    static KEPT: Arc<OnceLock<Owner>>;
}

/// Called where the owner of what is drawn, or of what a server function does, is the current one.
pub fn keep_owner() {
    if let Some(owner) = Owner::current() {
        let _ = KEPT.try_with(|kept| kept.set(owner));
    }
}

/// Most pages and server functions under way at once; those of visitors who left count until they are done.
const MOST: usize = 128;
/// How long a request waits for its turn before it is told to come back.
const WAIT: Duration = Duration::from_secs(2);
/// Longest that one may take. Statements of the database end by themselves long before.
const LONGEST: Duration = Duration::from_secs(60);
/// Largest page or answer, in bytes.
const LARGEST: usize = 32 * 1024 * 1024;

/// Hands out the places. Cheap to clone.
#[derive(Clone)]
pub struct Renderer {
    places: Arc<Semaphore>,
    wait: Duration,
    longest: Duration,
}

impl Default for Renderer {
    fn default() -> Self {
        Self::new(MOST, WAIT, LONGEST)
    }
}

impl Renderer {
    fn new(most: usize, wait: Duration, longest: Duration) -> Self {
        Self { places: Arc::new(Semaphore::new(most)), wait, longest }
    }

    /// Runs `work` to its end, its body included, whoever waits for it.
    ///
    /// # Errors
    /// `Busy` when no place was free in time; `Internal` when `work` panicked or took too long.
    pub async fn run<F>(&self, part: &'static str, work: F) -> Result<Response, AppError>
    where
        F: Future<Output = Response> + Send + 'static,
    {
        let Ok(Ok(place)) = tokio::time::timeout(self.wait, self.places.clone().acquire_owned()).await else {
            tracing::warn!(part, "no place was free in time");
            return Err(AppError::Busy);
        };
        let longest = self.longest;
        let task = tokio::spawn(async move {
            let _place = place;
            in_time(part, longest, whole(part, work)).await
        });
        match task.await {
            Ok(done) => done,
            Err(_) => Err(AppError::Internal(incident::log_text(part, "it was cut short"))),
        }
    }
}

/// The answer with its body read: what is left of it has no owner.
async fn whole(part: &'static str, work: impl Future<Output = Response>) -> Result<Response, AppError> {
    let (head, body) = work.await.into_parts();
    match axum::body::to_bytes(body, LARGEST).await {
        Ok(bytes) => Ok(Response::from_parts(head, Body::from(bytes))),
        Err(error) => Err(AppError::Internal(incident::log(part, &error))),
    }
}

async fn in_time<F>(part: &'static str, longest: Duration, work: F) -> Result<Response, AppError>
where
    F: Future<Output = Result<Response, AppError>> + Send + 'static,
{
    let kept = Arc::new(OnceLock::new());
    let mut work = Box::pin(KEPT.scope(kept.clone(), AssertUnwindSafe(work).catch_unwind()));
    let why = tokio::select! {
        done = &mut work => match done {
            Ok(done) => return done,
            Err(_) => "it panicked",
        },
        () = tokio::time::sleep(longest) => "it took too long",
    };
    // Dropping them can hang for ever, but only a thread that no request needs.
    tokio::task::spawn_blocking(move || drop((work, kept)));
    Err(AppError::Internal(incident::log_text(part, why)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse;
    use std::sync::atomic::{AtomicBool, Ordering};
    use tokio::sync::{Notify, oneshot};

    const SOON: Duration = Duration::from_millis(20);
    const LATER: Duration = Duration::from_secs(600);

    #[tokio::test]
    async fn what_was_begun_ends_although_nobody_waits_for_it() {
        let renderer = Renderer::new(1, LATER, LATER);
        let (go, done) = (Arc::new(Notify::new()), Arc::new(AtomicBool::new(false)));
        let (begun, has_begun) = oneshot::channel();
        let work = {
            let (go, done) = (go.clone(), done.clone());
            async move {
                begun.send(()).unwrap();
                go.notified().await;
                done.store(true, Ordering::SeqCst);
                ().into_response()
            }
        };
        tokio::select! {
            _ = renderer.run("test", work) => panic!("it waits to be told"),
            told = has_begun => told.unwrap(),
        }
        go.notify_one();
        // The one place is free again only when the work is done.
        renderer.run("test", async { ().into_response() }).await.unwrap();
        assert!(done.load(Ordering::SeqCst));
    }

    #[tokio::test]
    async fn places_are_few_and_the_next_one_is_told_to_come_back() {
        let renderer = Renderer::new(1, SOON, LATER);
        let full = renderer.clone();
        let (begun, has_begun) = oneshot::channel();
        let held = tokio::spawn(async move {
            let work = async move {
                begun.send(()).unwrap();
                std::future::pending::<Response>().await
            };
            full.run("test", work).await
        });
        has_begun.await.unwrap();
        let refused = renderer.run("test", async { ().into_response() }).await;
        assert!(matches!(refused, Err(AppError::Busy)));
        held.abort();
    }

    #[tokio::test]
    async fn a_view_that_panics_costs_one_request_and_its_owner_is_dropped_where_it_can_hang() {
        let renderer = Renderer::new(1, LATER, LATER);
        let (told, hear) = std::sync::mpsc::channel();
        let context = move || {
            keep_owner();
            let told = told.clone();
            leptos::prelude::on_cleanup(move || {
                let _ = told.send((std::thread::panicking(), std::thread::current().id()));
            });
        };
        let view = || move || -> &'static str { panic!("on purpose") };
        let render = leptos_axum::render_app_async_with_context(context, view);
        let request = axum::extract::Request::new(Body::empty());
        let drawn = renderer.run("test", async move { render(request).await }).await;
        assert!(
            matches!(drawn, Err(AppError::Internal(id)) if !id.is_empty()),
            "the page of errors has an id"
        );
        let dropped = tokio::task::spawn_blocking(move || hear.recv_timeout(LATER)).await.unwrap();
        let (unwinding, thread) = dropped.expect("it is dropped");
        assert!(!unwinding, "not before the panic is caught");
        assert_ne!(thread, std::thread::current().id(), "and on no thread that requests need");
        assert!(renderer.run("test", async { ().into_response() }).await.is_ok());
    }

    #[tokio::test]
    async fn what_panics_or_never_ends_costs_one_request_and_keeps_no_place() {
        let renderer = Renderer::new(1, LATER, SOON);
        let broken = renderer.run("test", async { panic!("on purpose") }).await;
        assert!(matches!(broken, Err(AppError::Internal(_))));
        let endless = renderer.run("test", std::future::pending()).await;
        assert!(matches!(endless, Err(AppError::Internal(_))));
        assert!(renderer.run("test", async { ().into_response() }).await.is_ok());
    }
}
