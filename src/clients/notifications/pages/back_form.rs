//! Bringing back what the client switched off: never silently, only when somebody says that the client wants it.

use super::words::item_name;
use crate::notifications::model::{ItemState, NotifyPrefs};
use crate::parts::FormProblem;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, Card, Checkbox};

/// The items to choose from and the confirmation; nothing when the client switched nothing off.
#[component]
pub(super) fn BackForm(prefs: NotifyPrefs) -> impl IntoView {
    let off: Vec<ItemState> =
        prefs.items.iter().filter(|it| it.off_by.as_ref().is_some_and(|by| by.client)).cloned().collect();
    if off.is_empty() {
        return ().into_any();
    }
    let boxes = off
        .into_iter()
        .map(|it| view! { <Checkbox id=format!("back-{}", it.item.key()) name=it.item.key() label=item_name(it.item)/> })
        .collect_view();
    view! {
        <Card title=t!("notifications.back.title") subtitle=t!("notifications.back.text")>
            <form method="post" action=paths::row_notifications(&prefs.account_code, &prefs.setting) class="stack">
                <FormProblem form="back"/>
                <input type="hidden" name="back" value="true"/>
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
