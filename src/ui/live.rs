//! Live news in the browser: one stream a tab, one signal with the newest event.

use kernel::live::LiveEvent;
use leptos::prelude::*;

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
        Effect::new(move |_| {
            let hear = move |text: String| {
                if let Ok(event) = serde_json::from_str::<LiveEvent>(&text) {
                    self.latest.set(Some(event));
                }
            };
            crate::browser::open_stream(url, hear, move |open| self.connected.set(open));
        });
    }
}
