//! Live news in the browser: one stream a tab, one signal with the newest event.

use kernel::live::{LiveEvent, News, Watch};
use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::HtmlFormElement;
use std::collections::VecDeque;
use std::time::Duration;

/// How long the answer to a form may take before the page listens again.
const ANSWER: Duration = Duration::from_secs(20);

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
    pub connected: RwSignal<bool>,
    pub tab: StoredValue<String>,
}

impl Live {
    /// Not yet connected; on the server it never will be.
    #[must_use]
    pub fn new() -> Self {
        Self {
            latest: RwSignal::new(None),
            recent: StoredValue::new(VecDeque::new()),
            connected: RwSignal::new(false),
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
    /// Connects to the stream after hydration; the server answers for signed-in visitors only.
    pub fn connect(self, url: &str) {
        let leaving = leaving();
        let url = url.to_owned();
        Effect::new(move |_| {
            let hear = move |text: String| {
                if leaving.try_get_value() == Some(true) {
                    return;
                }
                if let Ok(event) = serde_json::from_str::<LiveEvent>(&text) {
                    self.hear(event);
                }
            };
            crate::browser::open_stream(&url, hear, move |open| self.connected.set(open));
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
