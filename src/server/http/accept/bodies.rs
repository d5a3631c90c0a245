//! Bodies of requests, which have to come in time: whoever reads one waits for the visitor.

use super::limits::Limits;
use hyper::body::{Body, Frame, SizeHint};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tokio::time::{Instant, Sleep};

/// A request's body that has to come in time.
pub struct InTime<B> {
    body: B,
    limits: Arc<Limits>,
    until: Instant,
    /// Runs while the body pauses.
    pause: Option<Pin<Box<Sleep>>>,
}

impl<B> InTime<B> {
    pub fn new(body: B, limits: Arc<Limits>) -> Self {
        Self { body, until: Instant::now() + limits.body_time, limits, pause: None }
    }
}

type AnyError = Box<dyn std::error::Error + Send + Sync>;

impl<B> Body for InTime<B>
where
    B: Body + Unpin,
    B::Error: Into<AnyError>,
{
    type Data = B::Data;
    type Error = AnyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, AnyError>>> {
        let this = &mut *self;
        let late = || Poll::Ready(Some(Err(io::Error::from(io::ErrorKind::TimedOut).into())));
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(cx) {
            this.pause = None;
            return match frame {
                Some(_) if this.until <= Instant::now() => late(),
                frame => Poll::Ready(frame.map(|frame| frame.map_err(Into::into))),
            };
        }
        let (until, longest) = (this.until, this.limits.body_pause);
        let pause = this
            .pause
            .get_or_insert_with(|| Box::pin(tokio::time::sleep_until(until.min(Instant::now() + longest))));
        ready!(pause.as_mut().poll(cx));
        late()
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
