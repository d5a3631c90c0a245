//! The field for a password to be: the rule stands above it before the first try.

use crate::gate::outcome;
use crate::password::{MAX_CHARS, MIN_CHARS, PasswordProblem, password_problem};
use i18n::t;
use leptos::prelude::*;
use ui::PasswordField;

/// The field `password` of this form. `known` holds the person's name and address, which are no passwords.
#[component]
pub fn NewPassword(
    form: &'static str,
    #[prop(into)] label: String,
    #[prop(optional)] known: Vec<String>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let error = outcome().on(form, "password");
    let typed = RwSignal::new(String::new());
    let meter = Signal::derive(move || {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        typed.with(|text| said(text, &known))
    });
    view! {
        <PasswordField
            id="password"
            label=label
            show=t!("common.show")
            hide=t!("common.hide")
            autocomplete="new-password"
            rule=t!("password.rule", min = MIN_CHARS)
            error=error
            minlength=MIN_CHARS
            autofocus=autofocus
            meter=meter
            on_input=Callback::new(move |text: String| typed.set(text))
        />
    }
    .into_any()
}

/// What the page can tell while somebody types; the server knows more.
fn said(text: &str, known: &[&str]) -> String {
    if text.is_empty() {
        return String::new();
    }
    match password_problem(text, known) {
        Some(PasswordProblem::TooShort(chars)) => t!("password.so_far", n = chars, min = MIN_CHARS),
        Some(PasswordProblem::TooLong) => t!("password.too_long", max = MAX_CHARS),
        Some(PasswordProblem::Known) => t!("password.known"),
        None => t!("password.long_enough"),
    }
}
