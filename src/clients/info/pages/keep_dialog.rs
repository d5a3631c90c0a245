//! The question before the old address is taken back.

use super::info_page::screen;
use crate::address_changes::Progress;
use crate::info::model::{ContactGroup, InfoTab, SettingRow};
use crate::parts::back_to;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Banner, Button, Dialog, DialogActions, LinkButton, Look, Tone};

/// `/app/accounts/:code/info/emails/:setting/keep`
#[component]
pub fn KeepAddressPage() -> impl IntoView {
    screen(Some(dialog))
}

fn dialog(tab: InfoTab, _: ContactGroup, row: SettingRow) -> AnyView {
    let page = paths::account_info(&tab.code);
    let cancel = page.clone();
    let waiting = tab.unlinked(&row.id).filter(|one| one.change.progress != Progress::Accepted);
    let body = match waiting {
        None => view! { <Banner tone=Tone::Warning>{t!("address_changes.keep.none")}</Banner> }.into_any(),
        Some(one) => {
            let text = t!("address_changes.keep.text", old = row.email, new = one.change.new_email);
            let submit = t!("address_changes.keep.submit", old = row.email);
            view! {
                <form method="post" action=paths::row_keep(&tab.code, &row.id) class="stack">
                    <p>{text}</p>
                    <DialogActions>
                        <LinkButton href=cancel look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                        <Button look=Look::Primary>{submit}</Button>
                    </DialogActions>
                </form>
            }
            .into_any()
        }
    };
    view! {
        <Dialog
            id="keep-dialog"
            title=t!("address_changes.keep.title", old = row.email)
            close=t!("common.close")
            on_close=back_to(&page)
            close_href=page
            opened=true
        >
            {body}
        </Dialog>
    }
    .into_any()
}
