//! The foot of the sidebar, the same for the portal and for staff.

use access::gate::{FirmCard, Shell, shell};
use access::switching::show_chooser;
use i18n::t;
use kernel::{Locale, paths};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::{Icon, Menu, MenuButton};

/// Switch account, help, language and appearance, the person, the way out. Help is always the last before the person
/// (WCAG 3.2.6).
#[component]
pub(crate) fn SidebarFoot(
    /// The account of the page, when there are others to switch to.
    switch_from: Option<String>,
    name: String,
    email: String,
    /// The firm's own people need no link to the firm.
    #[prop(optional)]
    staff: bool,
) -> impl IntoView {
    let Shell { firm, locale, theme, .. } = shell();
    // A long address breaks before its @.
    let (local, domain) = email.split_at(email.find('@').unwrap_or(email.len()));
    let (local, domain) = (local.to_owned(), domain.to_owned());
    view! {
        {switch_from.map(|code| view! { <SwitchLink code=code/> })}
        <Preferences locales=firm.choices(staff) locale=locale theme=theme/>
        {(!staff).then(|| view! { <ContactLink firm=firm/> })}
        <HelpLink staff=staff/>
        <div class="sidebar-person">
            <ui::Avatar id=email.clone() name=name.clone()/>
            <span>
                <strong dir="auto">{name}</strong>
                {local}
                <wbr/>
                {domain}
            </span>
        </div>
        <form method="post" action=paths::SIGN_OUT>
            <button class="nav-item">
                <Icon name="log-out"/>
                <span class="nav-label">{t!("common.sign_out")}</span>
            </button>
        </form>
    }
    .into_any()
}

#[component]
fn SwitchLink(code: String) -> impl IntoView {
    let open = move |event: MouseEvent| {
        event.prevent_default();
        show_chooser(&code);
    };
    view! {
        <a class="nav-item" href=paths::CHOOSE on:click=open>
            <Icon name="arrow-left-right"/>
            <span class="nav-label">{t!("portal.switch")}</span>
        </a>
    }
    .into_any()
}

/// To the public help, or to the firm's side of it.
#[component]
fn HelpLink(staff: bool) -> impl IntoView {
    let (href, rel) = if staff { (paths::CLIENT_HELP, None) } else { (paths::HELP, Some("external")) };
    let label = if staff { t!("staff.client_help") } else { t!("common.help") };
    view! {
        <a class="nav-item" href=href rel=rel>
            <Icon name="circle-help"/>
            <span class="nav-label">{label}</span>
        </a>
    }
    .into_any()
}

/// A mail to the firm, else a call; nothing when it has given neither.
#[component]
fn ContactLink(firm: FirmCard) -> impl IntoView {
    let label = t!("portal.contact", firm = firm.name);
    let href = match (firm.email, firm.phone) {
        (Some(email), _) => Some(format!("mailto:{email}")),
        (None, Some(phone)) => {
            Some(format!("tel:{}", phone.replace(|c: char| !c.is_ascii_digit() && c != '+', "")))
        }
        (None, None) => None,
    };
    href.map(|href| {
        view! {
            <a class="nav-item" href=href rel="external">
                <Icon name="mail"/>
                <span class="nav-label">{label}</span>
            </a>
        }
    })
    .into_any()
}

/// Two plain forms, each a menu: they come back to the page they were sent from.
#[component]
fn Preferences(locales: Vec<Locale>, locale: Locale, theme: String) -> impl IntoView {
    let here = use_location();
    let back = move || format!("{}{}", here.pathname.get(), with_mark(&here.search.get()));
    let languages: Vec<_> = locales
        .into_iter()
        .map(|it| {
            view! { <MenuButton text=it.name() lang=it.tag() name="locale" value=it.tag() current=it == locale/> }
        })
        .collect();
    let themes: Vec<_> = [
        ("light", t!("common.theme_light")),
        ("dark", t!("common.theme_dark")),
        ("system", t!("common.theme_system")),
    ]
    .into_iter()
    .map(|(value, text)| {
        let current = value == theme || (value == "system" && theme.is_empty());
        view! { <MenuButton text=text name="theme" value=value current=current/> }
    })
    .collect();
    view! {
        // A click in the drawer closes it, except on these menus.
        <form method="post" action=paths::LANGUAGE on:click=|event| event.stop_propagation()>
            <input type="hidden" name="back" value=back/>
            <Menu id="portal-language" label=t!("common.language") text=locale.name() icon="globe">{languages}</Menu>
        </form>
        <form method="post" action=paths::THEME on:click=|event| event.stop_propagation()>
            <input type="hidden" name="back" value=back/>
            <Menu id="portal-theme" label=t!("common.theme") text=t!("common.theme") icon="sun">{themes}</Menu>
        </form>
    }
    .into_any()
}

fn with_mark(query: &str) -> String {
    if query.is_empty() || query.starts_with('?') { query.to_owned() } else { format!("?{query}") }
}
