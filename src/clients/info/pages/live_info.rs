//! The Info tab while it lives: one value that every row reads, replaced by what the server answers.

use super::words;
use crate::info::model::{ContactGroup, InfoTab, SettingRow, Which};
use crate::info::server_fns::read_info;
use access::gate::Done;
use i18n::t;
use kernel::AppError;
use kernel::live::{News, Watch};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use ui::live::{Live, Turns};
use ui::use_feedback;

/// How long a change by somebody else is highlighted, and how long it says who it was, in milliseconds.
const HIGHLIGHT: u64 = 2_000;
const NAMED: u64 = 8_000;

/// A switch of a row; nothing for a change of the account itself.
pub(super) type Place = Option<(String, Which)>;

/// A change that was not saved.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// The row and the switch.
    pub at: (String, Which),
    /// What was wished for.
    pub on: bool,
    pub text: String,
}

/// What every part of the tab shares.
#[derive(Clone, Copy)]
pub(super) struct Info {
    pub tab: RwSignal<InfoTab>,
    /// The row whose LOGIN is about to be switched on.
    pub allow: RwSignal<Option<String>>,
    /// The row and the switch that is the last of its kind.
    pub last: RwSignal<Option<(String, Which)>>,
    /// The switch that somebody else has just changed.
    pub changed: RwSignal<Place>,
    /// What was not saved, whether it was wished for at the switch, in a dialog, or by taking something back.
    pub failed: RwSignal<Vec<Failure>>,
    /// What somebody else has just done, and where.
    just_now: RwSignal<Option<(Place, String)>>,
    turns: Turns,
    live: Option<Live>,
}

impl Info {
    /// Provides the value to everything below, and follows the live news of the account.
    pub(super) fn provide(tab: InfoTab) -> Self {
        let account = tab.id.parse();
        let info = Self {
            tab: RwSignal::new(tab),
            allow: RwSignal::new(None),
            last: RwSignal::new(None),
            changed: RwSignal::new(None),
            failed: RwSignal::new(Vec::new()),
            just_now: RwSignal::new(None),
            turns: Turns::new(),
            live: use_context::<Live>(),
        };
        provide_context(info);
        let feedback = use_feedback();
        if let (Some(live), Ok(account)) = (info.live, account) {
            live.on(Watch::Account(account), move |news| {
                info.refresh();
                if let News::Account { act, about, by, .. } = news
                    && let Some((which, text)) = words::news(&act, &by)
                {
                    let shown = if by.is_empty() {
                        text.clone()
                    } else {
                        t!("contact_settings.live.just_now", name = by)
                    };
                    feedback.announce(text);
                    info.highlight(about.map(|row| row.to_string()).zip(which), shown);
                }
            });
        }
        info
    }

    /// Asks the server again.
    pub(super) fn refresh(self) {
        // What is saved may be answered when the page is gone.
        let Some(code) = self.tab.try_with_untracked(|tab| tab.code.clone()) else { return };
        let turn = self.turns.next();
        spawn_local(async move {
            if let Ok(fresh) = read_info(code).await
                && self.turns.is_newest(turn)
            {
                self.tab.try_set(fresh);
            }
        });
    }

    /// Saves something; what the server answers is the tab from then on.
    pub(super) async fn save(
        self,
        act: impl Future<Output = Result<Done<InfoTab>, AppError>>,
    ) -> Result<(), AppError> {
        let turn = self.turns.next();
        let answer = act.await.and_then(Done::into_value);
        let newest = self.turns.is_newest(turn);
        let saved = answer.map(|fresh| {
            if let (Some(_), Some(live)) = (self.tab.try_set(fresh), self.live) {
                live.look_again();
            }
        });
        if !newest || saved.is_err() {
            self.refresh();
        }
        saved
    }

    fn highlight(self, place: Place, text: String) {
        self.changed.set(place.clone());
        let shown = (place, text);
        self.just_now.set(Some(shown.clone()));
        set_timeout(
            move || {
                // Not what was said meanwhile.
                if self.just_now.try_get_untracked().flatten().as_ref() == Some(&shown) {
                    self.just_now.set(None);
                }
            },
            Duration::from_millis(NAMED),
        );
        set_timeout(
            move || {
                self.changed.try_set(None);
            },
            Duration::from_millis(HIGHLIGHT),
        );
    }

    /// The row with this id as it is now; an empty one after it went.
    pub(super) fn row(self, id: String) -> Memo<SettingRow> {
        Memo::new(move |_| self.tab.with(|tab| tab.row(&id).map(|(_, row)| row.clone()).unwrap_or_default()))
    }

    /// The contact with this id as it is now.
    pub(super) fn contact(self, id: String) -> Memo<ContactGroup> {
        Memo::new(move |_| {
            self.tab.with(|tab| tab.contacts.iter().find(|it| it.id == id).cloned().unwrap_or_default())
        })
    }

    /// The account's short id.
    pub(super) fn code(self) -> String {
        self.tab.with_untracked(|tab| tab.code.clone())
    }
}

/// Who has just changed this, for some seconds: it was announced already.
#[component]
pub(super) fn JustNow(place: Place) -> impl IntoView {
    let info = expect_context::<Info>();
    move || {
        let shown =
            info.just_now.with(|it| it.as_ref().filter(|(at, _)| *at == place).map(|(_, text)| text.clone()));
        shown.map(|text| view! { <div class="caption just-now" aria-hidden="true" dir="auto">{text}</div> })
    }
}
