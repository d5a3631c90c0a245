//! The switches themselves: one for all, one for each item, and one that cannot be moved.

use super::words::{category_name, item_name};
use crate::notifications::model::{ItemState, NotifyPrefs};
use crate::notifications::server_fns::{
    choose_my_notification, choose_notification, my_notifications, notification_prefs,
};
use crate::parts::tab_name;
use crate::wording;
use access::gate::shell;
use i18n::t;
use kernel::notify::{Category, Item};
use kernel::{AppError, Right};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::live::{Live, Turns};
use ui::{Button, Card, Look, Switch, use_feedback};

/// Whether there are items to choose from; decided when compiling, so that a client carries no switch that it never draws.
const ITEMS: bool = !Item::AVAILABLE.is_empty();

/// Where the switches are and whose they are.
#[derive(Clone, Copy)]
pub(super) struct Matrix {
    pub prefs: RwSignal<NotifyPrefs>,
    /// The client's own, in the portal.
    pub mine: bool,
    turns: Turns,
    live: Option<Live>,
}

impl Matrix {
    async fn choose(self, item: Option<Item>, on: bool, tab: String) -> Result<NotifyPrefs, AppError> {
        let (code, setting) = self.prefs.with_untracked(|it| (it.account_code.clone(), it.setting.clone()));
        let key = item.map(Item::key).unwrap_or_default().to_owned();
        if self.mine {
            own(choose_my_notification(code, setting.clone(), key, on, tab).await?.into_value()?, &setting)
        } else {
            choose_notification(code, setting, key, on, tab).await?.into_value()
        }
    }

    /// What is stored now, after somebody else's change.
    fn refresh(self) {
        // What is saved may be answered when the page is gone.
        let known = self.prefs.try_with_untracked(|it| (it.account_code.clone(), it.setting.clone()));
        let Some((code, setting)) = known else { return };
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
        let saved = answer.map(|fresh| {
            if let (Some(_), Some(live)) = (self.prefs.try_set(fresh), self.live) {
                live.look_again();
            }
        });
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
    let live = use_context::<Live>();
    let matrix = Matrix { prefs: RwSignal::new(prefs), mine, turns: Turns::new(), live };
    if let Some(live) = live {
        live.on(watch, move |_| matrix.refresh());
    }
    let groups = ITEMS.then(|| groups(matrix, &action));
    view! {
        <div class="stack">
            <Card>
                <Line matrix=matrix item=None action=action/>
                <p class="caption">{move || matrix.prefs.with(|it| caption(it, mine))}</p>
            </Card>
            {groups}
            <Security/>
        </div>
    }
    .into_any()
}

/// The items there are, under their categories.
fn groups(matrix: Matrix, action: &str) -> AnyView {
    let of = |category| Item::AVAILABLE.iter().copied().filter(move |item| item.category() == category);
    let card = |category| {
        let lines = of(category)
            .map(|item| view! { <Line matrix=matrix item=Some(item) action=action.to_owned()/> })
            .collect_view();
        view! { <Card title=category_name(category)><div class="stack">{lines}</div></Card> }
    };
    Category::ALL
        .into_iter()
        .filter(|category| of(*category).next().is_some())
        .map(card)
        .collect_view()
        .into_any()
}

/// What the switch for all decides: how many of the items are on, or the one mail that has no item of its own.
fn caption(prefs: &NotifyPrefs, mine: bool) -> String {
    if ITEMS {
        t!("notifications.count", n = prefs.count_on(), all = Item::AVAILABLE.len())
    } else if mine {
        t!("notifications.mine.access", account = prefs.account_name)
    } else {
        t!("notifications.access", account = prefs.account_name, name = prefs.contact)
    }
}

fn state(prefs: &NotifyPrefs, item: Option<Item>) -> ItemState {
    let found = item.and_then(|item| prefs.items.iter().find(|it| it.item == item).cloned());
    let off_by = || prefs.all_off_by_client().cloned();
    found.unwrap_or_else(|| ItemState { item: Item::DocumentUploaded, on: prefs.notify, off_by: off_by() })
}

/// One switch with its name beside it.
#[component]
fn Line(matrix: Matrix, item: Option<Item>, action: String) -> impl IntoView {
    let feedback = use_feedback();
    let tab = StoredValue::new(tab_name());
    let wished = RwSignal::new(None::<bool>);
    // Why not, and what was wished for.
    let failed = RwSignal::new(None::<(String, bool)>);
    let may = matrix.mine || shell().visitor.may(Right::ManageAccounts);
    let now = Memo::new(move |_| matrix.prefs.with(|prefs| state(prefs, item)));
    let checked = Signal::derive(move || wished.get().unwrap_or_else(|| now.with(|it| it.on)));
    let save = move || {
        let on = !now.with_untracked(|it| it.on);
        wished.set(Some(on));
        failed.set(None);
        let tab = tab.get_value();
        spawn_local(async move {
            let answer = matrix.save(item, on, tab).await;
            wished.try_set(None);
            if let Err(error) = answer {
                let text = wording::say(&error);
                feedback.alert(text.clone());
                failed.try_set(Some((text, on)));
            }
        });
    };
    // What somebody else has done meanwhile needs no other try, which would take it back.
    let missed = Signal::derive(move || {
        failed.get().filter(|(_, on)| now.with(|it| it.on != *on)).map(|(text, _)| text)
    });
    let retry = move || {
        view! { <Button look=Look::Link kind="button" on_click=move |_| save()>{t!("common.retry")}</Button> }
            .into_any()
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
                failed=missed
                retry=retry
                locked=Signal::derive(move || now.with(|it| lock(it, matrix.mine, may)))
                note=Signal::derive(move || now.with(|it| off_by(it, matrix.mine)))
                on_click=move |_| save()
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
