//! "Confirm that it’s you": the password, and the form that waits for it in hidden fields. Drawn by the server in place of
//! the form's answer and never woken up, so that it weighs nothing in the clients. That it is sent once is seen to by
//! `app::document`: a second press would come with a session that the first has renewed.

use crate::frame::{FormProblems, FrameFoot};
use crate::gate::{CONFIRM, Confirm, PROOF_LIFE, outcome, shell};
use crate::step_up::{BACK, PROOF};
use i18n::t;
use kernel::Ts;
use leptos::prelude::*;
use ui::{AuthShell, Button, LinkButton, Look, PasswordField, Title};

/// The question, with the form behind it.
#[component]
pub fn ConfirmPage(page: Confirm) -> impl IntoView {
    let shell = shell();
    let firm = shell.firm.clone();
    let wrong = outcome().on(CONFIRM, PROOF);
    let prefix = if wrong.is_some() { format!("{} ", t!("common.error_prefix")) } else { String::new() };
    let back = page.back.unwrap_or_else(|| "/".to_owned());
    let fields = page.fields.into_iter().map(|(name, value)| hidden(name, value)).collect_view();
    view! {
        <Title text=format!("{prefix}{}", t!("step_up.title"))/>
        <AuthShell
            logo=shell.firm.mark()
            firm=shell.firm.name
            footer=move || view! { <FrameFoot firm=firm help=true/> }
        >
            <h1 class="auth-title">{t!("step_up.title")}</h1>
            <p class="lede">{t!("step_up.text", minutes = PROOF_LIFE / Ts::MINUTE)}</p>
            <form novalidate method="post" action=page.action>
                <FormProblems form=CONFIRM/>
                {hidden(BACK.to_owned(), back.clone())}
                {fields}
                // For password managers; without a name, so that it is not sent.
                <input type="text" value=page.email autocomplete="username" readonly hidden/>
                <PasswordField
                    id=PROOF
                    label=t!("step_up.password")
                    show=t!("common.show")
                    hide=t!("common.hide")
                    error=wrong
                    autofocus=true
                />
                <Button look=Look::Primary wide=true>{t!("step_up.submit")}</Button>
            </form>
            <p><LinkButton href=back look=Look::Ghost external=true>{t!("common.cancel")}</LinkButton></p>
        </AuthShell>
    }
    .into_any()
}

fn hidden(name: String, value: String) -> AnyView {
    view! { <input type="hidden" name=name value=value/> }.into_any()
}
