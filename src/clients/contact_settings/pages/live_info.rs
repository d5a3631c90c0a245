//! The Info tab while it lives: one value that every row reads, replaced by what the server answers.

use super::words;
use crate::contact_settings::model::{ContactGroup, InfoTab, SettingRow, Which};
use crate::contact_settings::server_fns::read_info;
use kernel::AppError;
use kernel::live::{News, Watch};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use ui::live::{Live, Turns};
use ui::use_feedback;

/// How long a change by somebody else is highlighted, in milliseconds.
const HIGHLIGHT: u64 = 2_000;

/// What every part of the tab shares.
#[derive(Clone, Copy)]
pub(super) struct Info {
    pub tab: RwSignal<InfoTab>,
    /// The row whose LOGIN is about to be switched on.
    pub allow: RwSignal<Option<String>>,
    /// The row and the switch that is the last of its kind.
    pub last: RwSignal<Option<(String, Which)>>,
    /// The switch that somebody else has just changed.
    pub changed: RwSignal<Option<(String, Which)>>,
    turns: Turns,
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
            turns: Turns::new(),
        };
        provide_context(info);
        let feedback = use_feedback();
        if let (Some(live), Ok(account)) = (use_context::<Live>(), account) {
            live.on(Watch::Account(account), move |news| {
                info.refresh();
                if let News::Account { act, about, by, .. } = news
                    && let Some((which, text)) = words::news(&act, &by)
                {
                    feedback.announce(text);
                    info.highlight(about.map(|row| row.to_string()).zip(which));
                }
            });
        }
        info
    }

    /// Asks the server again.
    pub(super) fn refresh(self) {
        let (code, turn) = (self.code(), self.turns.next());
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
        act: impl Future<Output = Result<InfoTab, AppError>>,
    ) -> Result<(), AppError> {
        let turn = self.turns.next();
        let answer = act.await;
        let newest = self.turns.is_newest(turn);
        let saved = answer.map(|fresh| drop(self.tab.try_set(fresh)));
        if !newest || saved.is_err() {
            self.refresh();
        }
        saved
    }

    fn highlight(self, what: Option<(String, Which)>) {
        self.changed.set(what);
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
