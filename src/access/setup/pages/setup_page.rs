//! `/setup/{token}`: the firm and its owner.

use crate::frame::{AuthFrame, AuthProblem, FormProblems};
use crate::gate::{outcome, shell};
use crate::mail_state::MailBanner;
use crate::password::NewPassword;
use crate::setup::SetupState;
use crate::setup::server_fns::read_setup;
use i18n::t;
use kernel::names::MAX_NAME;
use kernel::phone::MAX_PHONE;
use kernel::{EmailAddress, Locale, paths};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::browser;
use ui::{Banner, Button, Field, LinkButton, Look, SelectField, SelectOption, Tone};

/// The form, or why the link leads nowhere.
#[component]
pub fn SetupPage() -> impl IntoView {
    let params = use_params_map();
    let token = move || params.read().get("token").unwrap_or_default();
    let state = ui::data(token, read_setup);
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match state.await {
                    Ok(state) => view! {
                        <AuthFrame title=t!("setup.title") wide=true>{standing(state, token())}</AuthFrame>
                    }
                    .into_any(),
                    Err(error) => view! { <AuthProblem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

fn standing(state: SetupState, token: String) -> AnyView {
    match state {
        SetupState::Open { zones, mail } => view! {
            {mail.map(|trouble| view! { <MailBanner trouble=trouble/> })}
            <SetupForm token=token zones=zones/>
        }
        .into_any(),
        SetupState::Expired => view! { <Banner tone=Tone::Warning>{t!("setup.expired")}</Banner> }.into_any(),
        SetupState::Done => view! {
            <Banner tone=Tone::Info>{t!("setup.gone")}</Banner>
            <LinkButton href=paths::SIGN_IN wide=true>{t!("sign_in.submit")}</LinkButton>
        }
        .into_any(),
    }
}

#[component]
fn SetupForm(token: String, zones: Vec<String>) -> impl IntoView {
    view! {
        <p class="lede">{t!("setup.text")}</p>
        <form novalidate method="post" action=paths::setup(&token)>
            <FormProblems form="setup"/>
            <fieldset class="stack">
                <legend>{t!("setup.firm")}</legend>
                <FirmFields zones=zones/>
            </fieldset>
            <fieldset class="stack">
                <legend>{t!("setup.owner")}</legend>
                <OwnerFields/>
            </fieldset>
            <Button look=Look::Primary wide=true>{t!("setup.submit")}</Button>
            // After the other, for the first one is what Enter presses.
            <Button name="test" value="mail" icon="mail" wide=true formnovalidate=true>
                {t!("mail_state.test.button")}
            </Button>
            <p class="caption">{t!("mail_state.test.setup_hint")}</p>
        </form>
    }
    .into_any()
}

#[component]
fn FirmFields(zones: Vec<String>) -> impl IntoView {
    let outcome = outcome();
    let typed = |field: &str| outcome.value("setup", field).unwrap_or_default();
    let wrong = |field: &str| outcome.on("setup", field);
    let languages = Locale::ALL.into_iter().map(|it| SelectOption::new(it.tag(), it.name())).collect();
    let typed_zone = outcome.value("setup", "time_zone");
    let usual = usual_zone(shell().locale);
    if typed_zone.is_none() {
        // Before anybody has chosen; the browser knows where it is.
        Effect::new(move |_| browser::choose_own_zone("time_zone", usual));
    }
    let zone = typed_zone.unwrap_or_else(|| usual.to_owned());
    let locale = outcome.value("setup", "locale").unwrap_or_else(|| shell().locale.tag().to_owned());
    view! {
        <Field
            id="firm_name"
            label=t!("setup.firm_name")
            value=typed("firm_name")
            error=wrong("firm_name")
            autocomplete="organization"
            maxlength=MAX_NAME
            required=true
            user_text=true
            autofocus=true
        />
        <SelectField
            id="locale"
            label=t!("setup.language")
            hint=t!("setup.language_hint")
            options=languages
            selected=locale
            error=wrong("locale")
        />
        <SelectField
            id="time_zone"
            label=t!("setup.time_zone")
            options=SelectOption::of_zones(&zones)
            selected=zone
            error=wrong("time_zone")
        />
        <Field
            id="phone"
            label=t!("setup.phone")
            kind="tel"
            value=typed("phone")
            error=wrong("phone")
            optional=t!("common.optional")
            hint=t!("setup.contact_hint")
            autocomplete="tel"
            maxlength=MAX_PHONE
        />
        <Field
            id="firm_email"
            label=t!("setup.firm_email")
            kind="email"
            value=typed("firm_email")
            error=wrong("firm_email")
            optional=t!("common.optional")
            maxlength=EmailAddress::MAX_BYTES
        />
    }
    .into_any()
}

/// Where most who read this language live, for browsers that do not say where they are.
const fn usual_zone(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "Europe/London",
        Locale::De => "Europe/Berlin",
        Locale::Ja => "Asia/Tokyo",
    }
}

#[component]
fn OwnerFields() -> impl IntoView {
    let outcome = outcome();
    let typed = |field: &str| outcome.value("setup", field).unwrap_or_default();
    let wrong = |field: &str| outcome.on("setup", field);
    view! {
        <Field
            id="name"
            label=t!("setup.name")
            value=typed("name")
            error=wrong("name")
            autocomplete="name"
            maxlength=MAX_NAME
            required=true
            user_text=true
        />
        <Field
            id="email"
            label=t!("sign_in.email")
            kind="email"
            value=typed("email")
            error=wrong("email")
            autocomplete="username"
            maxlength=EmailAddress::MAX_BYTES
            required=true
        />
        <NewPassword form="setup" label=t!("sign_in.password")/>
    }
    .into_any()
}
