//! A question in front of the page.

use leptos::prelude::*;

use crate::{Icon, browser};

/// A native `<dialog>`; a full-screen sheet on phones. Open it with [`browser::show_modal`]: the browser keeps
/// the focus inside, closes it on Esc and gives the focus back. A click beside it never closes it.
///
/// A dialog that has an address is rendered with `opened`: without JavaScript it is part of the page, and becomes
/// modal once the page is alive.
#[component]
pub fn Dialog(
    #[prop(into)] id: String,
    #[prop(into)] title: String,
    /// The name of the X.
    #[prop(into)]
    close: String,
    /// Where the X leads without JavaScript, for a dialog with an address.
    #[prop(optional, into)]
    close_href: Option<String>,
    #[prop(optional)] opened: bool,
    /// For forms with two columns and previews.
    #[prop(optional)]
    wide: bool,
    #[prop(optional, into)] on_close: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    let (itself, closed) = (id.clone(), id.clone());
    if opened {
        // In the next frame: after a navigation the dialog is made before it is on the page.
        Effect::new(move |_| {
            let itself = itself.clone();
            request_animation_frame(move || browser::make_modal(&itself));
        });
    }
    let x = match close_href {
        Some(href) => view! {
            <a class="btn btn-ghost btn-icon" href=href aria-label=close>
                <Icon name="x"/>
            </a>
        }
        .into_any(),
        None => view! {
            <form method="dialog">
                <button class="btn btn-ghost btn-icon" aria-label=close>
                    <Icon name="x"/>
                </button>
            </form>
        }
        .into_any(),
    };
    view! {
        <dialog
            class=if wide { "dialog dialog-wide" } else { "dialog" }
            id=id
            open=opened
            aria-labelledby=title_id.clone()
            on:close=move |_| {
                // The browser says so a little later; by then somebody may have opened it again.
                if let (Some(on_close), false) = (on_close, browser::is_open(&closed)) {
                    on_close.run(());
                }
            }
        >
            <div class="dialog-head">
                <h2 class="dialog-title" id=title_id.clone() tabindex="-1" autofocus=true>
                    {title}
                </h2>
                {x}
            </div>
            <div class="dialog-body">{children()}</div>
        </dialog>
    }
    .into_any()
}

/// The buttons at the end of a dialog's form, the final one last. They stay in sight while the form scrolls.
#[component]
pub fn DialogActions(children: Children) -> impl IntoView {
    view! { <div class="dialog-actions">{children()}</div> }.into_any()
}
