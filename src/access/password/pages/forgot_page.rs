//! `/password/forgot`: the same answer for every address (AUTH-20).

use crate::frame::{AuthFrame, FormProblems};
use crate::gate::outcome;
use crate::mail_state::DELIVERY_TIME;
use crate::password::SELF_SERVICE_LIFE;
use i18n::t;
use kernel::{EmailAddress, Ts, paths};
use leptos::prelude::*;
use ui::{Button, Field, Look};

/// Asks for the address; once asked, says what to do while the mail is on its way.
#[component]
pub fn ForgotPage() -> impl IntoView {
    let outcome = outcome();
    let sent = outcome.notice.is_some();
    let error = outcome.on("forgot", "email");
    let email = outcome.value("forgot", "email").unwrap_or_default();
    let button = if sent { t!("password.send_again") } else { t!("password.send_link") };
    view! {
        <AuthFrame title=t!("password.forgot_title")>
            {sent.then(|| view! { <WhileYouWait/> })}
            {(!sent).then(|| view! { <p class="lede">{t!("password.forgot_text")}</p> })}
            <form novalidate method="post" action=paths::FORGOT>
                <FormProblems form="forgot"/>
                <Field
                    id="email"
                    label=t!("sign_in.email")
                    kind="email"
                    value=email
                    error=error
                    autocomplete="username"
                    inputmode="email"
                    maxlength=EmailAddress::MAX_BYTES
                    required=true
                    autofocus=!sent
                />
                <Button look=if sent { Look::Secondary } else { Look::Primary } wide=true>{button}</Button>
            </form>
            <a class="link" href=paths::SIGN_IN>{t!("password.back_to_sign_in")}</a>
            <a class="link" href=paths::help(paths::HELP_CANNOT_SIGN_IN) rel="external">{t!("sign_in.trouble")}</a>
        </AuthFrame>
    }
    .into_any()
}

#[component]
fn WhileYouWait() -> impl IntoView {
    let (mail_minutes, minutes) = (DELIVERY_TIME / Ts::MINUTE, SELF_SERVICE_LIFE / Ts::MINUTE);
    view! {
        <ul class="prose">
            <li>{t!("password.wait.minutes", mail_minutes = mail_minutes, minutes = minutes)}</li>
            <li>{t!("password.wait.spam")}</li>
            <li>{t!("password.wait.spelling")}</li>
            <li>{t!("password.wait.contact")}</li>
        </ul>
    }
    .into_any()
}
