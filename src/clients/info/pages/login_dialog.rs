//! LOGIN on: with an invitation, or without; somebody who can sign in already needs none (ACC-3, ACC-5).

use super::live_info::Info;
use super::switch_cell::ALLOW_DIALOG;
use crate::info::model::{How, InfoTab, SettingRow};
use crate::info::server_fns::allow_login;
use crate::parts::{FormProblem, fault, tab_name, typed};
use crate::wording;
use access::invitations::LONGEST_MESSAGE;
use i18n::t;
use kernel::{AppError, paths};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Banner, Button, Dialog, DialogActions, LinkButton, Look, TextArea, Toast, Tone, browser, use_feedback,
};

/// The buttons of the dialog in place, for pressing them once more as parts of a plain form.
const QUIET: &str = "login-dialog-quiet";
const INVITE: &str = "login-dialog-invite";

/// The dialog in place, over the living tab.
#[component]
pub(super) fn AllowDialog() -> impl IntoView {
    let info = expect_context::<Info>();
    view! {
        <Dialog
            id=ALLOW_DIALOG
            title=t!("contact_settings.login.title_short")
            close=t!("common.close")
            on_close=move |()| info.allow.set(None)
        >
            {move || {
                let id = info.allow.get()?;
                let (code, account, archived, row) = info.tab.with_untracked(|tab| {
                    let row = tab.row(&id).map(|(_, row)| row.clone());
                    (tab.code.clone(), tab.name.clone(), tab.archived, row)
                });
                row.map(|row| view! { <AllowForm code=code account=account archived=archived row=row info=info/> })
            }}
        </Dialog>
    }
    .into_any()
}

/// Message and buttons. With `info` the buttons act in place.
#[component]
pub(super) fn AllowForm(
    code: String,
    account: String,
    archived: bool,
    row: SettingRow,
    #[prop(optional)] info: Option<Info>,
) -> impl IntoView {
    let message = RwSignal::new(String::new());
    let failed = RwSignal::new(None::<String>);
    let act = info.map(|info| acting(info, row.clone(), message, failed));
    let quiet = act.map(|act| Callback::new(move |event: MouseEvent| act.run((event, false))));
    let invite = act.map(|act| Callback::new(move |event: MouseEvent| act.run((event, true))));
    let may_invite = !row.active && !archived;
    let text = if row.active {
        t!("contact_settings.login.already", email = row.email, account = account)
    } else if archived {
        t!("contact_settings.login.archived")
    } else if row.pending {
        t!("contact_settings.login.text_pending", email = row.email, account = account)
    } else {
        t!("contact_settings.login.text", email = row.email, account = account)
    };
    let action = paths::row_login(&code, &row.id);
    // In place nothing was typed before, and another row's form may have been kept for this page.
    let stored = row.version.to_string();
    let version = if info.is_some() { stored } else { typed("login", "version", &stored) };
    view! {
        <form novalidate method="post" action=action class="stack">
            <FormProblem form="login"/>
            {move || failed.get().map(|text| view! { <Banner tone=Tone::Danger>{text}</Banner> })}
            <p>{text}</p>
            <input type="hidden" name="version" value=version/>
            {may_invite.then(|| view! { <MessageField id=format!("message-{}", row.id) form="login" message=message/> })}
            <DialogActions>
                <CancelButton code=code.clone() in_place=info.is_some()/>
                {quiet_button(may_invite, quiet)}
                {may_invite.then(|| invite_button(invite))}
            </DialogActions>
        </form>
    }
    .into_any()
}

fn quiet_button(may_invite: bool, on_click: Option<Callback<MouseEvent>>) -> AnyView {
    let (text, look) = if may_invite {
        (t!("contact_settings.login.quiet"), Look::Secondary)
    } else {
        (t!("contact_settings.login.on"), Look::Primary)
    };
    match on_click {
        Some(act) => {
            view! { <Button id=QUIET look=look name="how" value="quiet" on_click=act>{text}</Button> }
                .into_any()
        }
        None => view! { <Button look=look name="how" value="quiet">{text}</Button> }.into_any(),
    }
}

fn invite_button(on_click: Option<Callback<MouseEvent>>) -> AnyView {
    let text = t!("contact_settings.login.invite");
    let look = Look::Primary;
    match on_click {
        Some(act) => {
            view! { <Button id=INVITE look=look icon="send" name="how" value="invite" on_click=act>{text}</Button> }
                .into_any()
        }
        None => view! { <Button look=look icon="send" name="how" value="invite">{text}</Button> }.into_any(),
    }
}

/// Turns LOGIN on in place; `true` with an invitation. Where that takes the password once more, the form is sent as a plain
/// one: the server asks for it and keeps what was typed.
fn acting(
    info: Info,
    row: SettingRow,
    message: RwSignal<String>,
    failed: RwSignal<Option<String>>,
) -> Callback<(MouseEvent, bool)> {
    let feedback = use_feedback();
    let tab = tab_name();
    let busy = StoredValue::new(false);
    let plainly = StoredValue::new(false);
    Callback::new(move |(event, invite): (MouseEvent, bool)| {
        if plainly.get_value() {
            plainly.set_value(false);
            return;
        }
        event.prevent_default();
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let (row, tab) = (row.clone(), tab.clone());
        let text = message.get_untracked();
        let code = info.code();
        spawn_local(async move {
            let id = row.id.clone();
            let how = if invite { How::Invite } else { How::Quiet };
            let allowed = allow_login(code, row.id, row.version, how, text, tab);
            match info.save(allowed).await {
                Ok(()) => {
                    browser::close_dialog(ALLOW_DIALOG);
                    // What waits is not on its way; its row says why.
                    let waits = |tab: &InfoTab| tab.row(&id).is_some_and(|(_, row)| row.waiting.is_some());
                    let said = if invite && info.tab.try_with_untracked(waits) != Some(true) {
                        t!("contact_settings.login.done_invited")
                    } else {
                        t!("contact_settings.login.done")
                    };
                    feedback.toast(Toast::new(said));
                }
                Err(AppError::ProofNeeded) => {
                    plainly.try_set_value(true);
                    browser::press(if invite { INVITE } else { QUIET });
                }
                Err(error) => drop(failed.try_set(Some(wording::say(&error)))),
            }
            busy.try_set_value(false);
        });
    })
}

/// The personal words of an invitation.
#[component]
pub(super) fn MessageField(id: String, form: &'static str, message: RwSignal<String>) -> impl IntoView {
    view! {
        <TextArea
            id=id
            name="message"
            label=t!("contact_settings.login.message")
            hint=t!("contact_settings.login.message_hint")
            optional=t!("common.optional")
            value=typed(form, "message", "")
            error=fault(form, "message")
            maxlength=LONGEST_MESSAGE
            on_input=move |text| message.set(text)
        />
    }
    .into_any()
}

/// Back to the tab; in place it only closes the dialog.
#[component]
pub(super) fn CancelButton(code: String, in_place: bool) -> impl IntoView {
    let click = move |event: MouseEvent| {
        if in_place {
            event.prevent_default();
            browser::close_dialog(ALLOW_DIALOG);
        }
    };
    view! {
        <LinkButton href=paths::account_info(&code) look=Look::Ghost on_click=click>{t!("common.cancel")}</LinkButton>
    }
    .into_any()
}
