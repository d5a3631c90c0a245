//! Answers on their way. On HTTP/2 one of them can stand still while its connection moves: a reader that opens no window.
//! Then that answer ends, and not the connection, which a proxy may use for many people.

use super::limits::Limits;
use super::meter::Running;
use crate::http::tally::Counted;
use axum::body::{Body, Bytes};
use hyper::body::{Body as _, Frame, SizeHint};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use tokio::time::Instant;

/// Largest piece of an answer that HTTP/2 is given at a time, in bytes: it keeps what it was given until it is read.
const PIECE: usize = 16 * 1024;

tokio::task_local! {
    /// The answer that a task of HTTP/2 sends.
    static READER: Arc<Reader>;
}

/// Since when an answer waits for its reader: from one piece of it to the wish for the next.
#[derive(Default)]
struct Reader(Mutex<Option<Instant>>);

impl Reader {
    fn set(&self, waits_since: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = waits_since;
    }

    /// Resolves when the reader took nothing for too long.
    async fn gives_up(&self, limits: &Limits) {
        loop {
            let since = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let now = Instant::now();
            let until = since.unwrap_or(now) + limits.write_time;
            if until <= now {
                return;
            }
            tokio::time::sleep_until(until).await;
        }
    }
}

/// Runs the requests of HTTP/2 connections, each in a task of its own.
#[derive(Clone)]
pub struct Tasks(pub Arc<Limits>);

impl<F> hyper::rt::Executor<F> for Tasks
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    fn execute(&self, request: F) {
        let limits = self.0.clone();
        let reader = Arc::new(Reader::default());
        tokio::spawn(READER.scope(reader.clone(), async move {
            tokio::select! {
                _ = request => {}
                () = reader.gives_up(&limits) => tracing::debug!("an answer was not read"),
                () = tokio::time::sleep(limits.longest) => tracing::debug!("an answer took too long"),
            }
        }));
    }
}

/// An answer's body. What it holds is let go when it has ended or nobody wants it.
pub struct Answer {
    body: Body,
    /// What was not yet handed on of the last piece.
    rest: Bytes,
    reader: Option<Arc<Reader>>,
    held: Option<(Running, Option<Arc<Counted>>)>,
}

impl Answer {
    pub fn new(body: Body, running: Running, counted: Option<Arc<Counted>>) -> Self {
        let reader = READER.try_with(Clone::clone).ok();
        Self { body, rest: Bytes::new(), reader, held: Some((running, counted)) }
    }

    fn next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.rest.is_empty() {
            let frame = match std::task::ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                Some(Ok(frame)) => frame,
                other => return Poll::Ready(other),
            };
            match frame.into_data() {
                Ok(data) => self.rest = data,
                Err(trailers) => return Poll::Ready(Some(Ok(trailers))),
            }
        }
        let most = if self.reader.is_some() { PIECE } else { usize::MAX };
        let piece = self.rest.split_to(self.rest.len().min(most));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}

impl hyper::body::Body for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Some(reader) = &self.reader {
            reader.set(None);
        }
        let frame = self.next(cx);
        match &frame {
            Poll::Ready(None) => self.held = None,
            Poll::Ready(Some(Ok(_))) => {
                if let Some(reader) = &self.reader {
                    reader.set(Some(Instant::now()));
                }
            }
            Poll::Ready(Some(Err(_))) | Poll::Pending => {}
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (body, rest) = (self.body.size_hint(), u64::try_from(self.rest.len()).unwrap_or(u64::MAX));
        let mut hint = SizeHint::new();
        hint.set_lower(body.lower().saturating_add(rest));
        if let Some(upper) = body.upper() {
            hint.set_upper(upper.saturating_add(rest));
        }
        hint
    }
}
