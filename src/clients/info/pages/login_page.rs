//! The dialog about LOGIN at an address of its own.

use super::info_page::screen;
use super::login_dialog::AllowForm;
use super::off_dialog::off_form;
use crate::info::model::{ContactGroup, InfoTab, SettingRow, Which};
use crate::parts::back_to;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::Dialog;

/// `/app/accounts/:code/info/emails/:setting/login`: on when LOGIN is off, off when it is on; with `?off=notify` the
/// question about NOTIFY.
#[component]
pub fn LoginDialogPage() -> impl IntoView {
    screen(Some(dialog))
}

fn dialog(tab: InfoTab, _: ContactGroup, row: SettingRow) -> AnyView {
    let off = use_query_map().with_untracked(|query| query.get("off"));
    let which = off.as_deref().and_then(Which::from_key).unwrap_or(Which::Login);
    let close = paths::account_info(&tab.code);
    let title = t!("contact_settings.login.title", email = row.email);
    if row.is_on(which) {
        return off_form(&tab, row, which);
    }
    let InfoTab { code, name: account, archived, .. } = tab;
    view! {
        <Dialog
            id="login-page-dialog"
            title=title
            close=t!("common.close")
            on_close=back_to(&close)
            close_href=close
            opened=true
        >
            <AllowForm code=code account=account archived=archived row=row/>
        </Dialog>
    }
    .into_any()
}
