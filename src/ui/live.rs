//! Live news in the browser: one signal with the newest event that this tab was told.

use kernel::live::{LiveEvent, News, Watch};
use leptos::prelude::*;
use std::collections::VecDeque;

/// How many of the last events a tab remembers, for parts of the page that appear later.
const REMEMBERED: usize = 20;
/// How long news may have been on their way into what such a part shows, in milliseconds.
const FRESH: f64 = 10_000.0;

/// The newest event this tab heard, and the tab's own name, which goes along with its writes so that it is not
/// told of them. Put into the context by the app.
#[derive(Clone, Copy)]
pub struct Live {
    latest: RwSignal<Option<LiveEvent>>,
    /// The last events and when they were heard.
    recent: StoredValue<VecDeque<(f64, LiveEvent)>>,
    pub tab: StoredValue<String>,
}

impl Live {
    /// Not yet connected; on the server it never will be.
    #[must_use]
    pub fn new() -> Self {
        Self {
            latest: RwSignal::new(None),
            recent: StoredValue::new(VecDeque::new()),
            tab: StoredValue::new(crate::browser::random_name()),
        }
    }

    /// Runs `act` for all news about what this part of the page watches, after hydration.
    /// What was heard while this part of the page was on its way may be in it or not, and comes quietly.
    pub fn on(self, watch: Watch, act: impl Fn(News) + 'static) {
        Effect::new(move |first: Option<()>| {
            let latest = self.latest.get();
            let concerns = |event: &LiveEvent| {
                event.news().concerns(watch) && self.tab.with_value(|tab| event.origin() != tab)
            };
            if first.is_some() {
                latest.filter(concerns).into_iter().for_each(|event| act(event.into_news()));
            } else if let Some(event) = self.recently(concerns) {
                act(event.quiet().into_news());
            }
        });
    }

    /// The last event of the past seconds that `concerns`.
    fn recently(self, concerns: impl Fn(&LiveEvent) -> bool) -> Option<LiveEvent> {
        let since = crate::browser::now() - FRESH;
        self.recent.with_value(|recent| {
            let mut fresh = recent.iter().rev().take_while(|(at, _)| *at >= since);
            fresh.find(|(_, event)| concerns(event)).map(|(_, event)| event.clone())
        })
    }

    /// What this tab does is known to the page that does it. When that page was left before the answer came, the one that is
    /// shown now may have been read too early: it looks again.
    pub fn look_again(self) {
        self.hear(LiveEvent::new(News::Everything, ""));
    }

    fn hear(self, event: LiveEvent) {
        self.recent.update_value(|recent| {
            while recent.len() >= REMEMBERED {
                recent.pop_front();
            }
            recent.push_back((crate::browser::now(), event.clone()));
        });
        self.latest.set(Some(event));
    }
}

impl Default for Live {
    fn default() -> Self {
        Self::new()
    }
}

impl Live {
    /// Hears what comes after hydration. The stream itself is one for all tabs of the browser (`app/page/live.js`), and the
    /// server answers for signed-in visitors only.
    pub fn connect(self) {
        Effect::new(move |_| {
            crate::browser::on_news(move |text| {
                if let Ok(event) = serde_json::from_slice::<LiveEvent>(text.as_bytes()) {
                    self.hear(event);
                }
            });
        });
    }
}

/// Numbers what a page asks the server, because answers may arrive in another order. Only the newest answer is sure to
/// hold everything; after an older one the page asks again.
#[derive(Clone, Copy)]
pub struct Turns(StoredValue<u32>);

impl Turns {
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// The number of the question that is asked now.
    #[must_use]
    pub fn next(self) -> u32 {
        self.0
            .try_update_value(|turn| {
                *turn = turn.wrapping_add(1);
                *turn
            })
            .unwrap_or_default()
    }

    /// Whether nothing was asked since.
    #[must_use]
    pub fn is_newest(self, turn: u32) -> bool {
        self.0.try_get_value() == Some(turn)
    }
}

impl Default for Turns {
    fn default() -> Self {
        Self::new()
    }
}
