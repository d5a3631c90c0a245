//! Name and kind, as both forms ask for them.

use crate::parts::{fault, typed};
use directory::accounts::AccountKind;
use i18n::t;
use kernel::names::MAX_NAME;
use leptos::prelude::*;
use ui::{Field, SelectField, SelectOption};

/// A kind in the reader's language.
pub(crate) fn kind_label(kind: AccountKind) -> String {
    match kind {
        AccountKind::Individual => t!("accounts.kind.individual"),
        AccountKind::Family => t!("accounts.kind.family"),
        AccountKind::Company => t!("accounts.kind.company"),
        AccountKind::Other => t!("accounts.kind.other"),
    }
}

/// The fields `name` and `kind` of the form `account`.
#[component]
pub(crate) fn AccountFields(
    #[prop(into)] name: String,
    kind: AccountKind,
    name_hint: String,
) -> impl IntoView {
    let options =
        AccountKind::ALL.into_iter().map(|kind| SelectOption::new(kind.key(), kind_label(kind))).collect();
    view! {
        <SelectField
            id="account-kind"
            name="kind"
            label=t!("accounts.field.kind")
            options=options
            selected=typed("account", "kind", kind.key())
            error=fault("account", "kind")
        />
        <Field
            id="account-name"
            name="name"
            label=t!("accounts.field.name")
            hint=name_hint
            value=typed("account", "name", &name)
            error=fault("account", "name")
            maxlength=MAX_NAME
            user_text=true
            autocomplete="off"
        />
    }
    .into_any()
}
