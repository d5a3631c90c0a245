//! Sending an invitation, or another one; the older link then ends (INV-6).

use super::info_page::screen;
use super::login_dialog::MessageField;
use super::words::reason;
use crate::info::model::{Chip, ContactGroup, InfoTab, SettingRow};
use crate::info::rules::{Standing, invite_obstacle};
use crate::parts::{FormProblem, back_to};
use access::gate::shell;
use i18n::t;
use kernel::{Right, paths};
use leptos::prelude::*;
use ui::{Banner, Button, Dialog, DialogActions, LinkButton, Look, Tone};

/// `/app/accounts/:code/info/emails/:setting/invite`
#[component]
pub fn InviteDialogPage() -> impl IntoView {
    screen(Some(dialog))
}

fn dialog(tab: InfoTab, contact: ContactGroup, row: SettingRow) -> AnyView {
    let may = shell().visitor.may(Right::ManageAccounts);
    let standing = Standing { archived: tab.archived, login: row.login, active: row.active, may };
    let page = paths::account_info(&tab.code);
    let cancel = page.clone();
    let older = match &row.chip {
        Chip::Invited(at) => Some(t!("contact_settings.invite.older", date = at.text)),
        _ => None,
    };
    let body = match invite_obstacle(standing) {
        Some(obstacle) => view! { <Banner tone=Tone::Warning>{reason(obstacle)}</Banner> }.into_any(),
        None => view! {
            <form novalidate method="post" action=paths::row_invite(&tab.code, &row.id) class="stack">
                <FormProblem form="invite"/>
                <p>{t!("contact_settings.invite.text", name = contact.name, email = row.email)}</p>
                {older.map(|text| view! { <p class="lede">{text}</p> })}
                <MessageField id="invite-message".to_owned() form="invite" message=RwSignal::new(String::new())/>
                <DialogActions>
                    <LinkButton href=cancel look=Look::Ghost>{t!("common.cancel")}</LinkButton>
                    <Button look=Look::Primary icon="send">{t!("contact_settings.invite.submit")}</Button>
                </DialogActions>
            </form>
        }
        .into_any(),
    };
    view! {
        <Dialog
            id="invite-dialog"
            title=t!("contact_settings.invite.title")
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
