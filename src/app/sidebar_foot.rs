//! The foot of the sidebar, the same for the portal and for staff: the way to the other accounts, and one row for the
//! person, with a menu.

use access::gate::{FirmCard, Shell, shell};
use access::switching::show_chooser;
use i18n::t;
use kernel::{Locale, paths};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use ui::{Icon, browser, still};

/// Whose sidebar it is.
pub(crate) enum Side {
    /// A client's, in the account of this code.
    Portal(String),
    /// Somebody's who works for the firm, and is its client besides or not.
    Staff { also_client: bool },
}

const FOOT: &str = "sidebar-person";

/// Switch account, where there is something to switch to, always in sight; below it the person.
#[component]
pub(crate) fn SidebarFoot(
    /// The account of the page, when there are others to switch to.
    switch_from: Option<String>,
    name: String,
    email: String,
    side: Side,
) -> impl IntoView {
    // Links and plain forms: nothing in them is woken up, so that they weigh nothing in the client.
    let rest = still(move || {
        let shell = shell();
        // The firm's own people need no link to the firm.
        let contact =
            matches!(side, Side::Portal(_)).then(|| view! { <ContactLink firm=shell.firm.clone()/> });
        view! {
            {contact}
            <Person name=name email=email side=side shell=shell/>
        }
    });
    Effect::new(|_| browser::reload_without(FOOT));
    view! {
        {switch_from.map(|code| view! { <SwitchLink code=code/> })}
        <div id=FOOT inner_html=rest></div>
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

/// A mail to the firm, else a call; nothing when it has given neither.
#[component]
fn ContactLink(firm: FirmCard) -> impl IntoView {
    let label = t!("portal.contact", firm = firm.name);
    let href = match (firm.email, firm.phone) {
        (Some(email), _) => Some(format!("mailto:{email}")),
        (None, Some(phone)) => Some(kernel::phone::link(&phone)),
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

/// Who is signed in, and everything that is theirs. A popover, so that it works without JavaScript; Esc, a click beside it
/// and a link close it.
#[component]
fn Person(name: String, email: String, side: Side, shell: Shell) -> impl IntoView {
    // A long address breaks before its @.
    let (local, domain) = email.split_at(email.find('@').unwrap_or(email.len()));
    let (local, domain) = (local.to_owned(), domain.to_owned());
    let staff = matches!(side, Side::Staff { .. });
    view! {
        <div class="menu-anchor">
            <button
                type="button"
                class="sidebar-person menu-button"
                id="person-button"
                popovertarget="person"
                aria-haspopup="menu"
            >
                <ui::Avatar id=email.clone() name=name.clone()/>
                <span class="sidebar-name">
                    <strong dir="auto">{name}</strong>
                    <span>{local} <wbr/> {domain}</span>
                </span>
                <Icon name="chevrons-up-down"/>
            </button>
            <div class="menu" id="person" popover="auto" role="menu" aria-label=t!("common.own_menu")>
                {own_pages(&side)}
                <Preferences shell=shell staff=staff/>
                <div class="menu-group">
                    {help(staff)}
                    <form role="none" method="post" action=paths::SIGN_OUT>
                        <button class="menu-item" role="menuitem">
                            <Icon name="log-out"/>
                            <span>{t!("common.sign_out")}</span>
                        </button>
                    </form>
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn own_pages(side: &Side) -> Vec<AnyView> {
    match side {
        Side::Portal(code) => vec![
            line("user", t!("profile.title"), paths::portal_profile(code)),
            line("bell", t!("alerts.title"), paths::portal_notifications(code)),
            line("shield-check", t!("sessions.title"), paths::portal_security(code)),
            line("users", t!("people.title"), paths::portal_people(code)),
        ],
        Side::Staff { also_client } => {
            let portal =
                also_client.then(|| link("arrow-left-right", t!("staff.own_portal"), paths::PORTAL, true));
            let mut own = vec![
                line("user", t!("profile.title"), paths::STAFF_PROFILE),
                line("bell", t!("alerts.title"), paths::STAFF_ALERTS),
                line("shield-check", t!("sessions.title"), paths::STAFF_SECURITY),
            ];
            own.extend(portal);
            own
        }
    }
}

/// The public help, or the firm's side of it; before the way out, last on every page (WCAG 3.2.6).
fn help(staff: bool) -> AnyView {
    if staff {
        line("circle-help", t!("client_help.title"), paths::CLIENT_HELP)
    } else {
        link("circle-help", t!("common.help"), paths::HELP, true)
    }
}

fn line(icon: &'static str, label: String, href: impl Into<String>) -> AnyView {
    link(icon, label, href, false)
}

/// `elsewhere` is another part of the site.
fn link(icon: &'static str, label: String, href: impl Into<String>, elsewhere: bool) -> AnyView {
    view! {
        <a class="menu-item" role="menuitem" href=href.into() rel=elsewhere.then_some("external")>
            <Icon name=icon/>
            <span>{label}</span>
        </a>
    }
    .into_any()
}

/// Language and appearance: one plain form, each choice a button. It comes back to the page it was sent from, by what the
/// browser says of it, else to the one that was loaded.
#[component]
fn Preferences(shell: Shell, staff: bool) -> impl IntoView {
    let Shell { firm, locale, theme, here, .. } = shell;
    let languages: Vec<_> = firm.choices(staff).into_iter().map(|it| language(it, it == locale)).collect();
    let themes = [
        ("light", t!("common.theme_light")),
        ("dark", t!("common.theme_dark")),
        ("system", t!("common.theme_system")),
    ]
    .map(|(value, text)| {
        let current = value == theme || (value == "system" && theme.is_empty());
        view! {
            <button
                class="menu-item"
                role="menuitemradio"
                aria-checked=if current { "true" } else { "false" }
                formaction=paths::THEME
                name="theme"
                value=value
            >
                {text}
            </button>
        }
    });
    view! {
        <form role="none" class="menu-group" method="post" action=paths::LANGUAGE>
            <input type="hidden" name="back" value=here/>
            <div class="menu-label" id="person-language">{t!("common.language")}</div>
            <div class="menu-choices" role="group" aria-labelledby="person-language">{languages}</div>
            <div class="menu-label" id="person-theme">{t!("common.theme")}</div>
            <div class="menu-choices" role="group" aria-labelledby="person-theme">{Vec::from(themes)}</div>
        </form>
    }
    .into_any()
}

fn language(locale: Locale, current: bool) -> AnyView {
    view! {
        <button
            class="menu-item"
            role="menuitemradio"
            aria-checked=if current { "true" } else { "false" }
            lang=locale.tag()
            name="locale"
            value=locale.tag()
        >
            {locale.name()}
        </button>
    }
    .into_any()
}
