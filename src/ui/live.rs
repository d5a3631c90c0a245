//! Live news in the browser: one stream a tab, one signal with the newest event.

use kernel::live::LiveEvent;
use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::HtmlFormElement;
use std::time::Duration;

/// How long the answer to a form may take before the page listens again.
const ANSWER: Duration = Duration::from_secs(20);

/// The newest event this tab heard, and the tab's own name, which goes along with its writes so that it is not
/// told of them. Put into the context by the app.
#[derive(Clone, Copy)]
pub struct Live {
    pub latest: RwSignal<Option<LiveEvent>>,
    pub connected: RwSignal<bool>,
    pub tab: StoredValue<String>,
}

impl Live {
    /// Not yet connected; on the server it never will be.
    #[must_use]
    pub fn new() -> Self {
        Self {
            latest: RwSignal::new(None),
            connected: RwSignal::new(false),
            tab: StoredValue::new(crate::browser::random_name()),
        }
    }

    /// Runs `act` for every event of this scope, after hydration.
    pub fn on(self, scope: String, act: impl Fn(LiveEvent) + 'static) {
        Effect::new(move |_| {
            if let Some(event) = self.latest.get()
                && event.scope == scope
                && event.origin != self.tab.get_value()
            {
                act(event);
            }
        });
    }
}

impl Default for Live {
    fn default() -> Self {
        Self::new()
    }
}

impl Live {
    /// Connects to the stream after hydration; the server answers for signed-in visitors only.
    pub fn connect(self, url: &'static str) {
        let leaving = leaving();
        Effect::new(move |_| {
            let hear = move |text: String| {
                if leaving.try_get_value() == Some(true) {
                    return;
                }
                if let Ok(event) = serde_json::from_str::<LiveEvent>(&text) {
                    self.latest.set(Some(event));
                }
            };
            crate::browser::open_stream(url, hear, move |open| self.connected.set(open));
        });
    }
}

/// Whether this page has sent a form and waits for the page that answers it. What it hears meanwhile is of its own
/// making: signing out ends its session, a new password renews it, and asking with the old one would only fail.
fn leaving() -> StoredValue<bool> {
    let leaving = StoredValue::new(false);
    Effect::new(move |_| {
        let sent = window_event_listener(ev::submit, move |event| {
            let stays =
                event.default_prevented() || event_target::<HtmlFormElement>(&event).method() == "dialog";
            if !stays {
                leaving.set_value(true);
                let listen_again = move || {
                    leaving.try_set_value(false);
                };
                set_timeout(listen_again, ANSWER);
            }
        });
        on_cleanup(move || sent.remove());
    });
    leaving
}
