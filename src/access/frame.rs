//! The frame of pages outside the portal: sign-in, reset, invitation, set-up, the choice of an account.

use crate::gate::{FirmCard, Problem, outcome, shell};
use i18n::t;
use kernel::{AppError, Locale, Outcome, paths};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::{AuthShell, Banner, ErrorSummary, FieldError, Menu, MenuButton, Title, Tone};

/// A card under the firm's name with a heading, the notice of the last form, and whom to call below.
#[component]
pub fn AuthFrame(
    /// The heading, also the page's title.
    #[prop(into)]
    title: String,
    /// Wider, for lists.
    #[prop(optional)]
    wide: bool,
    children: Children,
) -> impl IntoView {
    let outcome = outcome();
    let wrong = outcome.problem.is_some() || !outcome.faults.is_empty();
    let prefix = if wrong { format!("{} ", t!("common.error_prefix")) } else { String::new() };
    let page_title = format!("{prefix}{title}");
    view! {
        <Title text=page_title/>
        <Frame wide=wide>
            <h1 class="auth-title">{title}</h1>
            <Said/>
            {children()}
        </Frame>
    }
    .into_any()
}

/// What the last form came to, where its own page cannot say it better: good news, or an error of ours. Every frame has it in
/// one place, and no page of its own. It appears within its live region, so that it is read out, and goes with the next act
/// (`app::document`).
#[component]
pub fn Said() -> impl IntoView {
    let outcome = outcome();
    let (role, tone, text) = match (outcome.problem_of(Outcome::ANY), outcome.notice) {
        (Some(text), _) => ("alert", Tone::Danger, text),
        (None, Some(text)) => ("status", Tone::Success, text),
        (None, None) => return ().into_any(),
    };
    view! { <div class="said" role=role><Banner tone=tone>{text}</Banner></div> }.into_any()
}

/// The frame around a page that cannot be shown: the problem brings its own heading.
#[component]
pub fn AuthProblem(error: AppError) -> impl IntoView {
    view! {
        <Title text=t!("common.error.title")/>
        <Frame wide=false>
            <Problem error=error/>
        </Frame>
    }
    .into_any()
}

/// The firm's name above, whom to call below.
#[component]
fn Frame(wide: bool, children: Children) -> impl IntoView {
    let shell = shell();
    let firm = shell.firm.clone();
    let locales = firm.choices(shell.visitor.is_staff());
    let locale = shell.locale;
    // Before there is a firm there is no help of one.
    let help = !shell.here.starts_with("/setup/");
    view! {
        <AuthShell
            logo=shell.firm.mark()
            firm=shell.firm.name
            wide=wide
            language=move || view! { <Languages locales=locales locale=locale/> }
            footer=move || view! { <FrameFoot firm=firm help=help/> }
        >
            {children()}
        </AuthShell>
    }
    .into_any()
}

/// What the last post to this form came to, above its fields; nothing when all was well.
#[component]
pub fn FormProblems(
    /// The form's name, as its door calls it. A field's id is its name.
    form: &'static str,
) -> impl IntoView {
    let outcome = outcome();
    let mut errors = Vec::new();
    errors.extend(outcome.problem_of(form).map(FieldError::whole_form));
    if outcome.is_for(form) {
        errors.extend(outcome.faults.into_iter().map(|fault| FieldError::at(fault.field, fault.said.text)));
    }
    view! { <ErrorSummary id=format!("{form}-problems") title=t!("common.problem_title") errors=errors/> }
        .into_any()
}

/// The languages, each in its own; a plain form that comes back to this page.
#[component]
fn Languages(locales: Vec<Locale>, locale: Locale) -> impl IntoView {
    let at = use_location();
    let here = move || {
        let (path, query) = (at.pathname.get(), at.search.get());
        let query = query.trim_start_matches('?');
        if query.is_empty() { path } else { format!("{path}?{query}") }
    };
    let items: Vec<_> = locales
        .into_iter()
        .map(|it| {
            view! {
                <MenuButton
                    text=it.name()
                    form="language-form"
                    name="locale"
                    value=it.tag()
                    lang=it.tag()
                    current=it == locale
                />
            }
        })
        .collect();
    view! {
        <form id="language-form" method="post" action=paths::LANGUAGE hidden>
            <input type="hidden" name="back" value=here/>
        </form>
        <Menu id="language" label=t!("common.language") text=locale.name()>
            {items}
        </Menu>
    }
    .into_any()
}

/// Whom to call and, last on every page (WCAG 3.2.6), where to read on.
#[component]
pub(crate) fn FrameFoot(firm: FirmCard, help: bool) -> impl IntoView {
    view! {
        <FirmContact firm=firm/>
        {help.then(|| view! { <a href=paths::HELP rel="external">{t!("common.help")}</a> })}
    }
    .into_any()
}

/// How to reach the firm, as far as it says (AUTH-1).
#[component]
pub fn FirmContact(firm: FirmCard) -> impl IntoView {
    let phone = firm.phone.map(|phone| {
        let href = kernel::phone::link(&phone);
        view! { <a href=href rel="external">{phone}</a> }
    });
    let email = firm.email.map(|email| {
        let href = format!("mailto:{email}");
        view! { <a href=href rel="external">{email}</a> }
    });
    view! {
        <span dir="auto">{firm.name}</span>
        {firm.address.map(|address| view! { <span dir="auto">{address.lines().collect::<Vec<_>>().join(", ")}</span> })}
        {phone}
        {email}
        {firm.website.map(|site| {
            let shown = site.split_once("://").map_or(site.as_str(), |(_, rest)| rest).trim_end_matches('/').to_owned();
            view! { <a href=site rel="external noreferrer">{shown}</a> }
        })}
    }
    .into_any()
}
