//! The three dots, and what they open.

use leptos::{ev::MouseEvent, prelude::*};

use crate::Icon;

/// A button that opens a menu. The browser opens and closes it (`popover`), also without JavaScript; arrows,
/// Home, End and first letters move in it by the script of the page (`app/page/menus.js`), which needs no client.
#[component]
pub fn Menu(
    /// The id of the menu; the button's is `{id}-button`.
    #[prop(into)]
    id: String,
    /// The name of the button, said before `text`: "More actions for Müller GmbH", "Language".
    #[prop(into)]
    label: String,
    /// A visible text makes it a normal button with a small arrow instead of three dots.
    #[prop(optional, into)]
    text: Option<String>,
    #[prop(optional)] icon: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    let class = if text.is_some() { "btn menu-button" } else { "btn btn-ghost btn-icon menu-button" };
    let icon = icon.or(text.is_none().then_some("ellipsis"));
    let name = text
        .as_ref()
        .filter(|text| **text != label)
        .map_or_else(|| label.clone(), |text| format!("{label}: {text}"));
    view! {
        <div class="menu-anchor">
            <button
                type="button"
                class=class
                id=format!("{id}-button")
                popovertarget=id.clone()
                aria-haspopup="menu"
                aria-label=name
            >
                {icon.map(|name| view! { <Icon name=name/> })}
                {text.map(|text| {
                    view! {
                        <span class="btn-text">{text}</span>
                        <Icon name="chevron-down"/>
                    }
                })}
            </button>
            <div
                class="menu"
                id=id
                popover="auto"
                role="menu"
                aria-label=label
            >
                {children()}
            </div>
        </div>
    }
    .into_any()
}

/// An item that leads somewhere.
#[component]
pub fn MenuLink(
    #[prop(into)] href: String,
    #[prop(into)] text: String,
    #[prop(optional)] icon: Option<&'static str>,
    #[prop(optional, into)] target: Option<String>,
    /// The item that is chosen already, such as the current language.
    #[prop(optional)]
    current: bool,
    /// The language of the text, if it is not the page's.
    #[prop(optional, into)]
    lang: Option<String>,
    #[prop(optional, into)] on_click: Option<Callback<MouseEvent>>,
) -> impl IntoView {
    let rel = target.is_some().then_some("noopener");
    let click = move |event: MouseEvent| {
        if let Some(on_click) = on_click {
            on_click.run(event);
        }
    };
    view! {
        <a
            class="menu-item"
            role="menuitem"
            href=href
            target=target
            rel=rel
            lang=lang
            aria-current=current.then_some("true")
            on:click=click
        >
            {icon.map(|name| view! { <Icon name=name/> })}
            <span>{text}</span>
            {current.then(|| view! { <Icon name="check" class="menu-check"/> })}
        </a>
    }
    .into_any()
}

/// An item that does something: `form`, `name` and `value` send a form without JavaScript.
#[component]
pub fn MenuButton(
    #[prop(into)] text: String,
    #[prop(optional)] icon: Option<&'static str>,
    #[prop(optional)] danger: bool,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] form: Option<String>,
    #[prop(optional, into)] formaction: Option<String>,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    #[prop(optional)] current: bool,
    #[prop(optional, into)] lang: Option<String>,
    #[prop(optional, into)] on_click: Option<Callback<MouseEvent>>,
) -> impl IntoView {
    let click = move |event: MouseEvent| {
        if let Some(on_click) = on_click {
            on_click.run(event);
        }
    };
    view! {
        <button
            type="submit"
            class=if danger { "menu-item menu-danger" } else { "menu-item" }
            role="menuitem"
            id=id
            form=form
            formaction=formaction
            name=name
            value=value
            lang=lang
            aria-current=current.then_some("true")
            on:click=click
        >
            {icon.map(|name| view! { <Icon name=name/> })}
            <span>{text}</span>
            {current.then(|| view! { <Icon name="check" class="menu-check"/> })}
        </button>
    }
    .into_any()
}

/// An item that cannot be used, and says why. It takes the focus like the others.
#[component]
pub fn MenuUnavailable(
    #[prop(into)] text: String,
    #[prop(into)] reason: String,
    #[prop(optional)] icon: Option<&'static str>,
) -> impl IntoView {
    view! {
        <button type="button" class="menu-item" role="menuitem" aria-disabled="true">
            {icon.map(|name| view! { <Icon name=name/> })}
            <span>
                {text}
                <span class="menu-reason">{reason}</span>
            </span>
        </button>
    }
    .into_any()
}

/// Items that belong together, with a line above them.
#[component]
pub fn MenuGroup(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! {
        <div class="menu-group" role="group" aria-label=label>
            {children()}
        </div>
    }
    .into_any()
}
