//! Bringing back what the client switched off: never silently, only when somebody says that the client wants it.

use super::words::item_name;
use crate::notifications::model::{ItemState, NotifyPrefs};
use crate::parts::FormProblem;
use i18n::t;
use kernel::notify::Item;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, Card, Checkbox};

/// The items to choose from, if there are any, and the confirmation; nothing when the client switched nothing off.
#[component]
pub(super) fn BackForm(prefs: NotifyPrefs) -> impl IntoView {
    let by_client = |it: &&ItemState| it.off_by.as_ref().is_some_and(|by| by.client);
    let offered = |it: &&ItemState| Item::AVAILABLE.contains(&it.item);
    let boxes: Vec<_> = prefs
        .items
        .iter()
        .filter(by_client)
        .filter(offered)
        .map(|it| view! { <Checkbox id=format!("back-{}", it.item.key()) name=it.item.key() label=item_name(it.item)/> })
        .collect();
    // Without an item to choose it is all of it or nothing.
    let all = boxes.is_empty();
    if all && prefs.all_off_by_client().is_none() {
        return ().into_any();
    }
    view! {
        <Card title=t!("notifications.back.title") subtitle=t!("notifications.back.text")>
            <form method="post" action=paths::row_notifications_back(&prefs.account_code, &prefs.setting) class="stack">
                <FormProblem form="back"/>
                {all.then(|| view! { <input type="hidden" name="all" value="true"/> })}
                {boxes}
                <Checkbox id="back-confirm" name="confirm" label=t!("notifications.back.confirm", name = prefs.contact)/>
                <div class="row">
                    <Button>{t!("notifications.back.submit")}</Button>
                </div>
            </form>
        </Card>
    }
    .into_any()
}
