//! The form of the chooser: the same on its page and in its dialog.

use super::account_cards::{AccountCards, AccountSearch};
use crate::gate::{GrantedAccount, outcome};
use crate::switching::rules;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, DialogActions, ErrorSummary, FieldError, Look};

/// Radio cards, Continue, and "Stay in …" as a form of its own: Enter on a card continues (check 2).
#[component]
pub(super) fn ChooserForm(
    #[prop(into)] prefix: String,
    accounts: Vec<GrantedAccount>,
    /// The account to preselect, and to stay in.
    current: Option<GrantedAccount>,
    last: Option<String>,
    /// A page of the portal that was wanted before the question came up.
    next: Option<String>,
    /// The chosen card takes the focus as the page is loaded.
    #[prop(optional)]
    focus: bool,
    /// In a dialog the buttons stay in sight at its foot.
    #[prop(optional)]
    in_dialog: bool,
    /// Staying needs no post: the dialog closes.
    #[prop(optional)]
    on_stay: Option<Callback<()>>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let wanted = current.as_ref().map(|account| account.code.as_str());
    let selected = rules::preselected(&accounts, wanted).map(|it| it.code.clone()).unwrap_or_default();
    let first = super::account_cards::card_id(&prefix, &selected);
    let errors: Vec<_> =
        outcome().on("choose", "account").map(|text| FieldError::at(first, text)).into_iter().collect();
    let (count, stay_form) = (accounts.len(), format!("{prefix}-stay"));
    let stay =
        current.clone().map(|it| view! { <StayButton form=stay_form.clone() account=it on_stay=on_stay/> });
    let buttons = view! {
        {stay}
        <Button look=Look::Primary>{t!("switching.continue")}</Button>
    };
    view! {
        <ErrorSummary id=format!("{prefix}-summary") title=t!("common.problem_title") errors=errors/>
        <AccountSearch id=format!("{prefix}-search") count=count typed=typed/>
        <form method="post" action=paths::CHOOSE>
            {next.map(|next| view! { <input type="hidden" name="next" value=next/> })}
            <AccountCards prefix=prefix accounts=accounts selected=selected last=last typed=typed focus=focus/>
            {if in_dialog {
                view! { <DialogActions>{buttons}</DialogActions> }.into_any()
            } else {
                view! { <div class="row justify-end">{buttons}</div> }.into_any()
            }}
        </form>
        {current.map(|account| {
            view! {
                <form method="post" action=paths::portal_stay(&account.code) id=stay_form hidden=true></form>
            }
        })}
    }
    .into_any()
}

#[component]
fn StayButton(form: String, account: GrantedAccount, on_stay: Option<Callback<()>>) -> impl IntoView {
    let click = move |event: leptos::ev::MouseEvent| {
        if let Some(on_stay) = on_stay {
            event.prevent_default();
            on_stay.run(());
        }
    };
    view! {
        <Button look=Look::Ghost form=form on_click=Callback::new(click)>{t!("switching.stay", name = account.name)}</Button>
    }
    .into_any()
}
