//! Buttons and the links that look like them.

use leptos::{ev::MouseEvent, prelude::*};

use crate::Icon;

/// How loud a button is. One primary a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    Primary,
    #[default]
    Secondary,
    Ghost,
    Danger,
    /// Looks like a link in a sentence.
    Link,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn btn-primary",
            Self::Secondary => "btn",
            Self::Ghost => "btn btn-ghost",
            Self::Danger => "btn btn-danger",
            Self::Link => "btn-link",
        }
    }
}

fn classes(look: Look, small: bool, wide: bool, icon_only: bool) -> String {
    let mut classes = look.class().to_owned();
    for (set, class) in [(small, " btn-small"), (wide, " btn-wide"), (icon_only, " btn-icon")] {
        if set {
            classes.push_str(class);
        }
    }
    classes
}

/// A button. While `busy` it keeps its text, width and focus, shows a spinner and ignores clicks.
#[component]
pub fn Button(
    #[prop(optional)] look: Look,
    /// `submit` (as in HTML), `button` or `reset`.
    #[prop(default = "submit")]
    kind: &'static str,
    #[prop(optional)] icon: Option<&'static str>,
    /// The name of a button that shows only its icon; the text becomes invisible.
    #[prop(optional, into)]
    icon_only: Option<String>,
    #[prop(optional, into)] busy: Signal<bool>,
    /// Why the button cannot be used now. It stays focusable and says so, but does nothing.
    #[prop(optional, into)]
    unavailable: Signal<Option<String>>,
    #[prop(optional)] small: bool,
    #[prop(optional)] wide: bool,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    /// The id of the form to send, for a button outside of it.
    #[prop(optional, into)]
    form: Option<String>,
    #[prop(optional, into)] formaction: Option<String>,
    /// Sends the form although fields of it are empty or wrong.
    #[prop(optional)]
    formnovalidate: bool,
    /// Rendered `hidden` until the page is alive, for what cannot work without JavaScript.
    #[prop(optional)]
    live_only: bool,
    #[prop(optional, into)] on_click: Option<Callback<MouseEvent>>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let hydrated = crate::browser::hydrated();
    let class = classes(look, small, wide, icon_only.is_some());
    let click = move |event: MouseEvent| {
        if busy.get_untracked() || unavailable.get_untracked().is_some() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(event);
        }
    };
    view! {
        <button
            type=kind
            class=class
            id=id
            name=name
            value=value
            form=form
            formaction=formaction
            formnovalidate=formnovalidate
            hidden=move || live_only && !hydrated.get()
            aria-label=icon_only
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || unavailable.get().is_some().then_some("true")
            title=move || unavailable.get()
            on:click=click
        >
            {icon.map(|name| view! { <Icon name=name/> })}
            {children.map(|children| view! { <span class="btn-text">{children()}</span> })}
        </button>
    }
    .into_any()
}

/// A link that looks like a button. It works before the page is alive; `on_click` may take it over then.
#[component]
pub fn LinkButton(
    #[prop(into)] href: String,
    #[prop(optional)] look: Look,
    #[prop(optional)] icon: Option<&'static str>,
    #[prop(optional, into)] icon_only: Option<String>,
    #[prop(optional)] small: bool,
    #[prop(optional)] wide: bool,
    #[prop(optional, into)] id: Option<String>,
    /// `_blank` opens a new tab; `noopener` is added.
    #[prop(optional, into)]
    target: Option<String>,
    #[prop(optional, into)] download: Option<String>,
    /// The browser loads the address as a whole: for pages that are not drawn by this app, and after sign-in.
    #[prop(optional)]
    external: bool,
    #[prop(optional, into)] on_click: Option<Callback<MouseEvent>>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let class = classes(look, small, wide, icon_only.is_some());
    let rel = if external { Some("external") } else { target.is_some().then_some("noopener") };
    let click = move |event: MouseEvent| {
        if let Some(on_click) = on_click {
            on_click.run(event);
        }
    };
    view! {
        <a class=class href=href id=id target=target rel=rel download=download aria-label=icon_only on:click=click>
            {icon.map(|name| view! { <Icon name=name/> })}
            {children.map(|children| view! { <span class="btn-text">{children()}</span> })}
        </a>
    }
    .into_any()
}
