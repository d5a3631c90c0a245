//! `/login/code`: the code from the mailbox.

use crate::codes::{DIGITS, SIGN_IN};
use crate::frame::{AuthFrame, AuthProblem, FirmContact, FormProblems};
use crate::gate::{DEVICE_LIFE, outcome, shell};
use crate::mail_state::DELIVERY_TIME;
use crate::sign_in::server_fns::read_code;
use crate::sign_in::{CodeMail, CodeState};
use i18n::{t, tn};
use kernel::{Ts, paths};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use ui::{Banner, Button, Checkbox, CodeField, Countdown, Look, Tone};

/// Asks for the code, says where it went, and helps when it does not come (AUTH-12).
#[component]
pub fn CodePage() -> impl IntoView {
    let state = ui::data(|| (), |()| read_code());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match state.await {
                    Ok(CodeState::Waiting { masked, sent, wait, works, mail }) => view! {
                        <AuthFrame title=t!("sign_in.code_title")>
                            <Waiting masked=masked sent=sent wait=wait works=works mail=mail/>
                        </AuthFrame>
                    }
                    .into_any(),
                    Ok(CodeState::Nobody) => view! { <Redirect path=paths::SIGN_IN/> }.into_any(),
                    Ok(CodeState::On { to }) => view! { <Redirect path=to/> }.into_any(),
                    Err(error) => view! { <AuthProblem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Waiting(masked: String, sent: String, wait: u32, works: i64, mail: CodeMail) -> impl IntoView {
    let outcome = outcome();
    let error = outcome.on("code", "code");
    let contact =
        [shell().firm.phone, shell().firm.email].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let contact = if contact.is_empty() { shell().firm.name } else { contact };
    let problem = match mail {
        CodeMail::Sent => None,
        CodeMail::Refused => {
            Some((Tone::Danger, t!("sign_in.code_rejected", email = masked, contact = contact)))
        }
        CodeMail::Waiting => Some((Tone::Warning, t!("sign_in.code_stuck", contact = contact))),
        CodeMail::NotTaken => {
            Some((Tone::Warning, t!("sign_in.code_not_taken", email = masked, contact = contact)))
        }
    };
    let says = match problem {
        _ if works == 0 => {
            let text = error.clone().unwrap_or_else(|| t!("sign_in.code_none"));
            view! { <div role="alert"><Banner tone=Tone::Danger>{text}</Banner></div> }.into_any()
        }
        Some((tone, text)) => view! { <Banner tone=tone>{text}</Banner> }.into_any(),
        None => {
            let sent =
                t!("sign_in.code_sent", email = masked, time = sent, minutes = DELIVERY_TIME / Ts::MINUTE);
            let works = tn!("sign_in.code_works", works, minutes = SIGN_IN.life / Ts::MINUTE);
            view! { <p class="lede">{format!("{sent} {works}")}</p> }.into_any()
        }
    };
    let hint = t!("sign_in.code_hint", digits = DIGITS);
    view! {
        {says}
        <FormProblems form="resend"/>
        <form novalidate method="post" action=paths::SIGN_IN_CODE hidden={works == 0}>
            <FormProblems form="code"/>
            <CodeField id="code" label=t!("sign_in.code") hint=hint error=error autofocus=true/>
            <Checkbox
                id="trust"
                label=t!("trusted_devices.trust", days = DEVICE_LIFE / Ts::DAY)
                hint=t!("trusted_devices.trust_hint")
                checked=outcome.value("code", "trust").is_some()
            />
            <Button look=Look::Primary wide=true>{t!("sign_in.verify")}</Button>
        </form>
        <form method="post" action=paths::SIGN_IN_CODE_RESEND>
            <Countdown
                seconds=wait
                ready=t!("sign_in.resend")
                waiting=|left: u32| t!("sign_in.resend_in", seconds = left)
            />
        </form>
        <CodeHelp/>
    }
    .into_any()
}

#[component]
fn CodeHelp() -> impl IntoView {
    view! {
        <section class="prose">
            <h2 class="caption">{t!("sign_in.help.title")}</h2>
            <ul>
                <li>{t!("sign_in.help.spam")}</li>
                <li>{t!("sign_in.help.wait", minutes = DELIVERY_TIME / Ts::MINUTE)}</li>
                <li>{t!("sign_in.help.resend")}</li>
                <li>
                    {t!("sign_in.help.contact")}
                    <div class="row"><FirmContact firm=shell().firm/></div>
                </li>
            </ul>
            <p>
                <a class="link" href=paths::help(paths::HELP_CODE) rel="external">{t!("sign_in.help.more")}</a>
            </p>
            <p>
                <a class="link" href=paths::SIGN_IN>{t!("sign_in.start_again")}</a>
            </p>
        </section>
    }
    .into_any()
}
