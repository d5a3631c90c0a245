//! Fields that several forms about contacts share.

use crate::parts::{asks_about_known, fault, field_id, ticked, typed};
use i18n::t;
use kernel::Locale;
use leptos::prelude::*;
use ui::{Checkbox, SelectField, SelectOption};

/// The language a contact is written to in.
#[component]
pub(crate) fn LocaleField(form: &'static str, stored: Locale) -> impl IntoView {
    let options =
        Locale::ALL.into_iter().map(|locale| SelectOption::new(locale.tag(), locale.name())).collect();
    view! {
        <SelectField
            id=field_id(form, "locale")
            name="locale"
            label=t!("contacts.field.locale")
            hint=t!("contacts.field.locale_hint")
            options=options
            selected=typed(form, "locale", stored.tag())
            error=fault(form, "locale")
        />
    }
    .into_any()
}

/// "Use it anyway", shown once an address turned out to be known (DM-7).
#[component]
pub(crate) fn KnownIsFine(#[prop(into)] form: String) -> impl IntoView {
    let ticked = ticked(&form, "known_is_fine");
    let asked = ticked || asks_about_known(&form);
    asked
        .then(|| {
            view! {
                <Checkbox
                    id=field_id(&form, "known_is_fine")
                    name="known_is_fine"
                    label=t!("contacts.known.label")
                    hint=t!("contacts.known.hint")
                    checked=ticked
                />
            }
        })
        .into_any()
}
