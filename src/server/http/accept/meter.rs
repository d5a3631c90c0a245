//! When a connection has to end: nothing came in time, nobody asks any more, or nobody reads the answer. Hyper knows the
//! first of the three only, and not before it knows which HTTP is spoken.

use super::limits::Limits;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep};

/// What is known of one connection.
pub struct Meter {
    limits: Arc<Limits>,
    state: Mutex<State>,
}

struct State {
    opened: Instant,
    is_http2: bool,
    /// Whether there was any request yet.
    asked: bool,
    /// Requests whose answer has not ended, and when the last of them began.
    open: usize,
    begun: Instant,
    /// Since when there is none, and when the next one's first byte came.
    idle: Instant,
    first_byte: Option<Instant>,
    /// Since when the other side takes nothing of what is written.
    blocked: Option<Instant>,
    /// When it was asked to end.
    parting: Option<Instant>,
    /// Waits by the rule of scarce connections.
    scarce: bool,
    watcher: Option<Waker>,
}

impl Meter {
    pub fn new(limits: Arc<Limits>) -> Arc<Self> {
        let now = Instant::now();
        let state = State {
            opened: now,
            is_http2: false,
            asked: false,
            open: 0,
            begun: now,
            idle: now,
            first_byte: None,
            blocked: None,
            parting: None,
            scarce: false,
            watcher: None,
        };
        Arc::new(Self { limits, state: Mutex::new(state) })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A request is under way until the answer is dropped.
    pub fn begin(self: &Arc<Self>, is_http2: bool, scarce: bool) -> Running {
        let mut state = self.state();
        state.is_http2 = is_http2;
        state.scarce = scarce;
        state.asked = true;
        state.open += 1;
        state.begun = Instant::now();
        state.first_byte = None;
        Running(self.clone())
    }

    /// No further request is wanted.
    pub fn part(&self) {
        self.state().parting.get_or_insert_with(Instant::now);
    }

    /// An HTTP/2 connection that nobody uses can be told to end before it is cut.
    pub fn can_part(&self) -> bool {
        let state = self.state();
        state.is_http2 && state.open == 0 && state.blocked.is_none() && state.parting.is_none()
    }

    fn read(&self) {
        let mut state = self.state();
        if state.open == 0 {
            state.first_byte.get_or_insert_with(Instant::now);
        }
    }

    fn written(&self, blocked: bool) {
        let mut state = self.state();
        state.blocked = blocked.then(|| state.blocked.unwrap_or_else(Instant::now));
    }

    fn deadline(&self, state: &State) -> Instant {
        let limits = &self.limits;
        let keep_alive = if state.scarce { limits.keep_alive_scarce } else { limits.keep_alive };
        let end = match (state.open, state.parting, state.first_byte) {
            // There each request ends by itself.
            (1.., _, _) if state.is_http2 => state.begun + limits.longest * 2,
            (1.., _, _) => state.begun + limits.longest,
            (0, Some(asked), _) => asked.max(state.idle) + limits.parting,
            (0, None, _) if !state.asked => state.opened + limits.head_time,
            (0, None, Some(first)) if !state.is_http2 => first + limits.head_time,
            (0, None, _) => state.idle + keep_alive,
        };
        state.blocked.map_or(end, |since| end.min(since + limits.write_time))
    }
}

/// A request that is under way.
pub struct Running(Arc<Meter>);

impl Drop for Running {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.open -= 1;
        state.idle = Instant::now();
        if state.open == 0
            && let Some(watcher) = state.watcher.take()
        {
            drop(state);
            // The last answer may have ended in another task.
            watcher.wake();
        }
    }
}

/// Ready when the connection has to end; may be asked again.
pub struct Overdue {
    meter: Arc<Meter>,
    sleep: Pin<Box<Sleep>>,
}

impl Overdue {
    pub fn new(meter: Arc<Meter>) -> Self {
        Self { sleep: Box::pin(tokio::time::sleep_until(Instant::now())), meter }
    }
}

impl Future for Overdue {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            let deadline = {
                let mut state = self.meter.state();
                state.watcher = Some(cx.waker().clone());
                self.meter.deadline(&state)
            };
            if deadline <= Instant::now() {
                return Poll::Ready(());
            }
            if self.sleep.deadline() != deadline {
                self.sleep.as_mut().reset(deadline);
            }
            ready!(self.sleep.as_mut().poll(cx));
        }
    }
}

/// The socket, which tells the meter what moves.
pub struct Metered<S> {
    socket: S,
    meter: Arc<Meter>,
}

impl<S> Metered<S> {
    pub fn new(socket: S, meter: Arc<Meter>) -> Self {
        Self { socket, meter }
    }

    fn told(&self, wrote: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        self.meter.written(wrote.is_pending());
        wrote
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Metered<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        ready!(Pin::new(&mut self.socket).poll_read(cx, into))?;
        if into.filled().len() > before {
            self.meter.read();
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Metered<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, from: &[u8]) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.socket).poll_write(cx, from);
        self.told(wrote)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        from: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.socket).poll_write_vectored(cx, from);
        self.told(wrote)
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// Limits that can be told apart, in hours.
    fn limits() -> Limits {
        let hours = |hours: u64| Duration::from_secs(hours * 3600);
        Limits {
            head_time: hours(1),
            keep_alive: hours(2),
            keep_alive_scarce: hours(3),
            write_time: hours(4),
            longest: hours(5),
            parting: hours(6),
            ..Limits::default()
        }
    }

    #[test]
    fn each_state_has_its_deadline() {
        type Story = fn(&Arc<Meter>) -> Vec<Running>;
        let stories: [(&str, Story, u64); 13] = [
            ("nothing was said", |_| vec![], 1),
            (
                "half a head",
                |m| {
                    m.read();
                    vec![]
                },
                1,
            ),
            ("a request is under way", |m| vec![m.begin(false, false)], 5),
            (
                "its answer is not read",
                |m| {
                    let r = m.begin(false, false);
                    m.written(true);
                    vec![r]
                },
                4,
            ),
            (
                "it is read again",
                |m| {
                    let r = m.begin(false, false);
                    m.written(true);
                    m.written(false);
                    vec![r]
                },
                5,
            ),
            (
                "nobody asks any more",
                |m| {
                    drop(m.begin(false, false));
                    vec![]
                },
                2,
            ),
            (
                "nobody asks, and places are scarce",
                |m| {
                    drop(m.begin(false, true));
                    vec![]
                },
                3,
            ),
            (
                "half a second head",
                |m| {
                    drop(m.begin(false, false));
                    m.read();
                    vec![]
                },
                1,
            ),
            (
                "a body is read",
                |m| {
                    let r = m.begin(false, false);
                    m.read();
                    drop(r);
                    vec![]
                },
                2,
            ),
            ("on HTTP/2 requests end by themselves", |m| vec![m.begin(true, false)], 10),
            (
                "there an answer to a ping is no request",
                |m| {
                    drop(m.begin(true, false));
                    m.read();
                    vec![]
                },
                2,
            ),
            (
                "one of two goes on",
                |m| {
                    let r = m.begin(true, false);
                    drop(m.begin(true, false));
                    vec![r]
                },
                10,
            ),
            (
                "it was asked to end",
                |m| {
                    drop(m.begin(true, false));
                    m.part();
                    vec![]
                },
                6,
            ),
        ];
        for (what, story, hours) in stories {
            let meter = Meter::new(Arc::new(limits()));
            let _running = story(&meter);
            let left = meter.deadline(&meter.state()).duration_since(Instant::now());
            assert_eq!((left.as_secs_f64() / 3600.0).round() as u64, hours, "{what}");
        }
    }

    #[test]
    fn only_an_idle_connection_of_http2_can_be_told_to_end() {
        let meter = Meter::new(Arc::new(limits()));
        assert!(!meter.can_part(), "it said nothing");
        let running = meter.begin(true, false);
        assert!(!meter.can_part(), "a request is under way");
        drop(running);
        assert!(meter.can_part());
        meter.written(true);
        assert!(!meter.can_part(), "it does not read");
        meter.written(false);
        meter.part();
        assert!(!meter.can_part(), "it was told");
    }
}
