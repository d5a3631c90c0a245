//! Another address for a person: at once before activation (INV-8), by replacing the old one after (ECHG-1).

use super::info_page::screen;
use crate::address_changes::ReplaceSteps;
use crate::contacts::KnownIsFine;
use crate::info::model::{ContactGroup, InfoTab, SettingRow};
use crate::parts::{FormProblem, back_to, fault, typed};
use access::gate::shell;
use i18n::t;
use kernel::{Right, paths};
use leptos::prelude::*;
use ui::{Banner, Button, Dialog, DialogActions, Field, LinkButton, Look, Tone};

/// `/app/accounts/:code/info/emails/:setting/change`
#[component]
pub fn ChangeAddressPage() -> impl IntoView {
    screen(Some(dialog))
}

fn dialog(tab: InfoTab, contact: ContactGroup, row: SettingRow) -> AnyView {
    let page = paths::account_info(&tab.code);
    let replaces = row.active && row.login && !tab.archived;
    let title = if replaces {
        t!("address_changes.dialog.title", email = row.email)
    } else {
        t!("contact_settings.change.title", email = row.email)
    };
    let text = if row.login {
        t!("contact_settings.change.text_pending", email = row.email)
    } else {
        t!("contact_settings.change.text", name = contact.name)
    };
    let text = if replaces {
        view! { <ReplaceSteps name=contact.name email=row.email.clone()/> }.into_any()
    } else {
        view! { <p>{text}</p> }.into_any()
    };
    let body = if shell().visitor.may(Right::ManageAccounts) {
        view! { <ChangeForm code=tab.code.clone() row=row text=text replaces=replaces/> }.into_any()
    } else {
        view! { <Banner tone=Tone::Warning>{t!("contact_settings.obstacle.no_right")}</Banner> }.into_any()
    };
    view! {
        <Dialog
            id="change-dialog"
            title=title
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

#[component]
fn ChangeForm(code: String, row: SettingRow, text: AnyView, replaces: bool) -> impl IntoView {
    let back = paths::account_info(&code);
    let submit =
        if replaces { t!("address_changes.dialog.submit") } else { t!("contact_settings.change.submit") };
    view! {
        <form novalidate method="post" action=paths::row_address(&code, &row.id) class="stack">
            <FormProblem form="change"/>
            {text}
            <Field
                id="change-email"
                name="email"
                kind="email"
                label=t!("contact_settings.change.field")
                value=typed("change", "email", "")
                error=fault("change", "email")
                required=true
                autocomplete="off"
            />
            <KnownIsFine form="change"/>
            <DialogActions>
                <LinkButton href=back look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                <Button look=Look::Primary>{submit}</Button>
            </DialogActions>
        </form>
    }
    .into_any()
}
