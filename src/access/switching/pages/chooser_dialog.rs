//! The chooser in front of a page of the portal: after the sign-in, and whenever "Switch account" is pressed.

use super::account_cards::card_id;
use super::chooser_form::ChooserForm;
use crate::gate::{GrantedAccount, VisitorCard, shell};
use crate::switching::stay;
use i18n::t;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Dialog, browser};

const DIALOG: &str = "chooser";

/// Opens the dialog of this page, with the focus on the account in use.
pub fn show_chooser(code: &str) {
    browser::show_modal(DIALOG);
    browser::focus(&card_id(DIALOG, code));
}

/// The dialog. Closing it in any way, also with Esc, stays in the account that is open. Nothing at all is rendered
/// for somebody with one account (SW-5).
#[component]
pub fn ChooserDialog(
    /// The account of the page.
    current: GrantedAccount,
    /// Rendered open: the question was not answered yet. Without JavaScript it then is a part of the page.
    opened: bool,
) -> impl IntoView {
    let VisitorCard::SignedIn { accounts, last_account, .. } = shell().visitor else { return ().into_any() };
    if accounts.len() < 2 {
        return ().into_any();
    }
    let answered = StoredValue::new(!opened);
    let code = StoredValue::new(current.code.clone());
    let close = Callback::new(move |()| {
        if !answered.get_value() {
            answered.set_value(true);
            let code = code.get_value();
            spawn_local(async move {
                // When this fails the question simply comes up again.
                let _ = stay(code).await;
            });
        }
    });
    if opened {
        let card = card_id(DIALOG, &current.code);
        Effect::new(move |_| browser::focus(&card));
    }
    view! {
        <Dialog id=DIALOG title=t!("switching.title") close=t!("switching.close") opened=opened on_close=close>
            <p class="lede">{t!("switching.hint")}</p>
            <ChooserForm
                prefix=DIALOG
                accounts=accounts
                current=Some(current)
                last=last_account
                next=None
                in_dialog=true
                on_stay=Callback::new(move |()| browser::close_dialog(DIALOG))
            />
        </Dialog>
    }
    .into_any()
}
