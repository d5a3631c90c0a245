//! The question before the last LOGIN or NOTIFY of an account is switched off (ACC-13), or an unlinked address ends
//! (ECHG-2).

use super::live_info::Info;
use super::switch_cell::{LAST_DIALOG, Saving};
use super::words::column;
use crate::info::model::{InfoTab, SettingRow, Which};
use crate::info::rules::{is_last, locks_out};
use crate::parts::back_to;
use i18n::t;
use kernel::paths;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use ui::{Banner, Button, Dialog, DialogActions, LinkButton, Look, Tone, browser};

/// What follows from switching this off.
fn consequence(tab: &InfoTab, row: &SettingRow, which: Which) -> String {
    if which == Which::Login
        && let Some(one) = tab.unlinked(&row.id)
    {
        return if locks_out(tab, &row.id, which) {
            t!("address_changes.locked_out", old = row.email, new = one.change.new_email)
        } else {
            t!("address_changes.unlinked.off", email = row.email, account = tab.name)
        };
    }
    match (which, is_last(tab, &row.id, which)) {
        (Which::Login, true) => t!("contact_settings.last.login", account = tab.name),
        (Which::Login, false) => t!("contact_settings.off.login", email = row.email, account = tab.name),
        (Which::Notify, true) => t!("contact_settings.last.notify", account = tab.name),
        (Which::Notify, false) => t!("contact_settings.off.notify", email = row.email),
        (Which::EmailSync, _) => t!("contact_settings.off.email_sync", email = row.email),
    }
}

/// The dialog with an address of its own.
pub(super) fn off_form(tab: &InfoTab, row: SettingRow, which: Which) -> AnyView {
    let page = paths::account_info(&tab.code);
    let text = consequence(tab, &row, which);
    let (cancel, action) = (page.clone(), paths::account_switch(&tab.code));
    let title = t!("contact_settings.off.title", column = column(which), email = row.email);
    view! {
        <Dialog
            id="off-page-dialog"
            title=title
            close=t!("common.close")
            on_close=back_to(&page)
            close_href=page
            opened=true
        >
            <form method="post" action=action class="stack">
                <Banner tone=Tone::Warning>{text}</Banner>
                <OffFields row=row which=which/>
                <DialogActions>
                    <LinkButton href=cancel look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                    <Button look=Look::Danger>{t!("contact_settings.off.submit", column = column(which))}</Button>
                </DialogActions>
            </form>
        </Dialog>
    }
    .into_any()
}

#[component]
fn OffFields(row: SettingRow, which: Which) -> impl IntoView {
    view! {
        <input type="hidden" name="setting" value=row.id/>
        <input type="hidden" name="which" value=which.key()/>
        <input type="hidden" name="on" value="false"/>
        <input type="hidden" name="version" value=row.version.to_string()/>
        <input type="hidden" name="confirmed" value="true"/>
    }
    .into_any()
}

/// The dialog in place, over the living tab.
#[component]
pub(super) fn LastDialog() -> impl IntoView {
    let info = expect_context::<Info>();
    let saving = [Which::Login, Which::Notify].map(|which| (which, Saving::new(info, which)));
    view! {
        <Dialog
            id=LAST_DIALOG
            title=t!("contact_settings.off.title_short")
            close=t!("common.close")
            on_close=move |()| info.last.set(None)
        >
            {move || {
                let (id, which) = info.last.get()?;
                let (tab, row) = info.tab.with_untracked(|tab| (tab.clone(), tab.row(&id).map(|(_, row)| row.clone())));
                let row = row?;
                let text = consequence(&tab, &row, which);
                let off = move |event: MouseEvent| {
                    event.prevent_default();
                    if let Some((_, saving)) = saving.iter().find(|(one, _)| *one == which) {
                        saving.save(row.clone(), false, true);
                    }
                    browser::close_dialog(LAST_DIALOG);
                };
                Some(view! {
                    <Banner tone=Tone::Warning>{text}</Banner>
                    <DialogActions>
                        <Button kind="button" look=Look::Ghost on_click=move |_| browser::close_dialog(LAST_DIALOG)>
                            {t!("common.cancel")}
                        </Button>
                        <Button kind="button" look=Look::Danger on_click=off>
                            {t!("contact_settings.off.submit", column = column(which))}
                        </Button>
                    </DialogActions>
                })
            }}
        </Dialog>
    }
    .into_any()
}
