//! Role and rights as fields of a form: one box a right.

use super::parts::{fault, typed};
use super::words::{right_words, role_name};
use crate::gate::outcome;
use i18n::t;
use kernel::{Right, Rights, Role};
use leptos::prelude::*;
use ui::{Checkbox, SelectField, SelectOption};

/// The choice between admin and employee, for the owner.
#[component]
pub(super) fn RoleField(form: &'static str, stored: Role) -> impl IntoView {
    let options = [Role::Employee, Role::Admin].map(|role| SelectOption::new(role.key(), role_name(role)));
    view! {
        <SelectField
            id="role"
            label=t!("team.role.label")
            hint=t!("team.role.hint")
            options=options.to_vec()
            selected=typed(form, "role", stored.key())
            error=fault(form, "role")
        />
    }
    .into_any()
}

#[component]
pub(super) fn RightsFields(form: &'static str, stored: Rights) -> impl IntoView {
    let last = outcome();
    let was_sent = last.is_for(form) && !last.values.is_empty();
    let boxes = Right::ALL
        .into_iter()
        .map(|right| {
            let (label, hint) = right_words(right);
            let sent = last.value(form, right.key()).is_some_and(|it| !it.is_empty());
            let checked = if was_sent { sent } else { stored.has(right) };
            view! { <Checkbox id=right.key() label=label hint=hint checked=checked/> }
        })
        .collect_view();
    view! {
        <fieldset class="stack">
            <legend>{t!("team.right.legend")}</legend>
            <p class="caption">{t!("team.right.hint")}</p>
            {boxes}
        </fieldset>
    }
    .into_any()
}
