//! The switches themselves: one for all, one for each item, and one that cannot be moved.

use super::words::{category_name, item_name};
use crate::notifications::model::{ItemState, NotifyPrefs};
use crate::notifications::rules::{Category, Item};
use crate::notifications::server_fns::{
    choose_my_notification, choose_notification, my_notifications, notification_prefs,
};
use crate::parts::tab_name;
use crate::wording;
use access::gate::shell;
use i18n::t;
use kernel::{AppError, Right};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::live::{Live, Turns};
use ui::{Card, Switch, use_feedback};

/// Where the switches are and whose they are.
#[derive(Clone, Copy)]
pub(super) struct Matrix {
    pub prefs: RwSignal<NotifyPrefs>,
    /// The client's own, in the portal.
    pub mine: bool,
    turns: Turns,
}

impl Matrix {
    async fn choose(self, item: Option<Item>, on: bool, tab: String) -> Result<NotifyPrefs, AppError> {
        let (code, setting) = self.prefs.with_untracked(|it| (it.account_code.clone(), it.setting.clone()));
        let key = item.map(Item::key).unwrap_or_default().to_owned();
        if self.mine {
            own(choose_my_notification(code, setting.clone(), key, on, tab).await?, &setting)
        } else {
            choose_notification(code, setting, key, on, tab).await
        }
    }

    /// What is stored now, after somebody else's change.
    fn refresh(self) {
        let (code, setting) = self.prefs.with_untracked(|it| (it.account_code.clone(), it.setting.clone()));
        let turn = self.turns.next();
        spawn_local(async move {
            let fresh = if self.mine {
                my_notifications(code).await.and_then(|all| own(all, &setting))
            } else {
                notification_prefs(code, setting).await
            };
            if let Ok(fresh) = fresh
                && self.turns.is_newest(turn)
            {
                self.prefs.try_set(fresh);
            }
        });
    }

    /// Saves a choice; what the server answers is shown from then on.
    async fn save(self, item: Option<Item>, on: bool, tab: String) -> Result<(), AppError> {
        let turn = self.turns.next();
        let answer = self.choose(item, on, tab).await;
        let newest = self.turns.is_newest(turn);
        let saved = answer.map(|fresh| drop(self.prefs.try_set(fresh)));
        if !newest || saved.is_err() {
            self.refresh();
        }
        saved
    }
}

fn own(all: Vec<NotifyPrefs>, setting: &str) -> Result<NotifyPrefs, AppError> {
    all.into_iter().find(|it| it.setting == setting).ok_or(AppError::NotFound)
}

/// All switches of one row, each a plain form to `action`.
#[component]
pub(super) fn NotificationMatrix(prefs: NotifyPrefs, action: String, mine: bool) -> impl IntoView {
    let watch = prefs.watch;
    let matrix = Matrix { prefs: RwSignal::new(prefs), mine, turns: Turns::new() };
    if let Some(live) = use_context::<Live>() {
        live.on(watch, move |_| matrix.refresh());
    }
    let groups = Category::ALL.map(|category| {
        let items = Item::ALL.into_iter().filter(move |item| item.category() == category);
        let lines = items
            .map(|item| view! { <Line matrix=matrix item=Some(item) action=action.clone()/> })
            .collect_view();
        view! { <Card title=category_name(category)><div class="stack">{lines}</div></Card> }
    });
    view! {
        <div class="stack">
            <Card>
                <Line matrix=matrix item=None action=action.clone()/>
                <p class="caption">{move || matrix.prefs.with(|it| t!("notifications.count", n = it.count_on(), all = Item::ALL.len()))}</p>
            </Card>
            {groups.collect_view()}
            <Security/>
        </div>
    }
    .into_any()
}

fn state(prefs: &NotifyPrefs, item: Option<Item>) -> ItemState {
    let found = item.and_then(|item| prefs.items.iter().find(|it| it.item == item).cloned());
    found.unwrap_or(ItemState { item: Item::DocumentUploaded, on: prefs.notify, off_by: None })
}

/// One switch with its name beside it.
#[component]
fn Line(matrix: Matrix, item: Option<Item>, action: String) -> impl IntoView {
    let feedback = use_feedback();
    let tab = StoredValue::new(tab_name());
    let wished = RwSignal::new(None::<bool>);
    let failed = RwSignal::new(None::<String>);
    let may = matrix.mine || shell().visitor.may(Right::ManageAccounts);
    let now = Memo::new(move |_| matrix.prefs.with(|prefs| state(prefs, item)));
    let checked = Signal::derive(move || wished.get().unwrap_or_else(|| now.with(|it| it.on)));
    let click = move |_| {
        let on = !now.with_untracked(|it| it.on);
        wished.set(Some(on));
        failed.set(None);
        spawn_local(async move {
            let answer = matrix.save(item, on, tab.get_value()).await;
            wished.try_set(None);
            if let Err(error) = answer {
                let text = wording::say(&error);
                feedback.alert(text.clone());
                failed.try_set(Some(text));
            }
        });
    };
    let name = item.map_or_else(|| t!("notifications.all"), item_name);
    let id =
        format!("{}-{}", item.map_or("all", Item::key), matrix.prefs.with_untracked(|it| it.setting.clone()));
    view! {
        <form method="post" action=action class="row justify-between">
            <input type="hidden" name="setting" value=matrix.prefs.with_untracked(|it| it.setting.clone())/>
            <input type="hidden" name="item" value=item.map(Item::key).unwrap_or_default()/>
            <span aria-hidden="true">{name.clone()}</span>
            <Switch
                id=id
                label=name
                on_text=t!("common.on")
                off_text=t!("common.off")
                name="on"
                checked=checked
                busy=Signal::derive(move || wished.get().is_some())
                failed=failed
                locked=Signal::derive(move || now.with(|it| lock(it, matrix.mine, may)))
                note=Signal::derive(move || now.with(|it| off_by(it, matrix.mine)))
                on_click=click
            />
        </form>
    }
    .into_any()
}

/// Why staff cannot move this switch (NOTIFY-6).
fn lock(state: &ItemState, mine: bool, may: bool) -> Option<String> {
    if !may {
        return Some(t!("contact_settings.obstacle.no_right"));
    }
    let by_client = state.off_by.as_ref().filter(|by| by.client && !mine)?;
    Some(t!("notifications.off_by_client", date = by_client.day.text, name = by_client.name))
}

/// Who switched it off, and when.
fn off_by(state: &ItemState, mine: bool) -> Option<String> {
    let by = state.off_by.as_ref()?;
    Some(match (by.client, mine) {
        (true, true) => t!("notifications.off_by_me", date = by.day.text),
        (true, false) => t!("notifications.off_by_client", date = by.day.text, name = by.name),
        (false, _) => t!("notifications.off_by_firm", date = by.day.text, name = by.name),
    })
}

/// Mails that nobody can decline (AUTH-28).
#[component]
fn Security() -> impl IntoView {
    let name = t!("notifications.security");
    view! {
        <Card>
            <div class="row justify-between">
                <span aria-hidden="true">{name.clone()}</span>
                <Switch
                    id="security-mails"
                    label=name
                    on_text=t!("common.on")
                    off_text=t!("common.off")
                    checked=true
                    locked=Some(t!("notifications.security_locked"))
                />
            </div>
        </Card>
    }
    .into_any()
}
