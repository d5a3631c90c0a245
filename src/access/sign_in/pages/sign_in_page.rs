//! `/login`: one form for staff and clients.

use super::DemoUsers;
use crate::frame::{AuthFrame, AuthProblem, FormProblems};
use crate::gate::{outcome, shell};
use crate::sign_in::SignInState;
use crate::sign_in::server_fns::read_sign_in;
use i18n::t;
use kernel::{EmailAddress, paths};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;
use ui::{Button, Field, Look, PasswordField};

/// The form, or the way on for somebody signed in.
#[component]
pub fn SignInPage() -> impl IntoView {
    let query = use_query_map();
    let next = move || query.read().get("next");
    let state = ui::data(next, read_sign_in);
    let demo = shell().demo;
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match state.await {
                    Ok(SignInState::On { to }) => view! { <Redirect path=to/> }.into_any(),
                    Ok(SignInState::Form { next }) => view! {
                        <AuthFrame title=t!("sign_in.title")>
                            <SignInForm next=next.clone()/>
                            {demo.then(|| view! { <DemoUsers next=next/> })}
                        </AuthFrame>
                    }
                    .into_any(),
                    Err(error) => view! { <AuthProblem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn SignInForm(next: Option<String>) -> impl IntoView {
    let outcome = outcome();
    // In the demo the address says whom to sign in as; anywhere else nobody fills somebody's form from outside.
    let asked = || use_query_map().with_untracked(|query| query.get("email")).filter(|_| shell().demo);
    let email = outcome.value("sign_in", "email").or_else(asked).unwrap_or_default();
    let wanted = next.is_some();
    view! {
        {wanted.then(|| view! { <p class="lede">{t!("sign_in.to_go_on")}</p> })}
        <form novalidate method="post" action=paths::SIGN_IN>
            <FormProblems form="sign_in"/>
            {next.map(|next| view! { <input type="hidden" name="next" value=next/> })}
            <Field
                id="email"
                label=t!("sign_in.email")
                kind="email"
                value=email.clone()
                autocomplete="username"
                inputmode="email"
                maxlength=EmailAddress::MAX_BYTES
                required=true
                autofocus=email.is_empty()
                error=outcome.on("sign_in", "email")
            />
            <PasswordField
                id="password"
                label=t!("sign_in.password")
                show=t!("common.show")
                hide=t!("common.hide")
                autofocus=!email.is_empty()
                error=outcome.on("sign_in", "password")
            />
            <a class="link" href=paths::FORGOT>{t!("sign_in.forgot")}</a>
            <Button look=Look::Primary wide=true>{t!("sign_in.submit")}</Button>
        </form>
        <p class="caption">{t!("sign_in.same_form")}</p>
        <p>
            <a class="link" href=paths::help(paths::HELP_CANNOT_SIGN_IN) rel="external">{t!("sign_in.trouble")}</a>
        </p>
    }
    .into_any()
}
