//! The page around sign-in, invitations and everything else before the portal.

use leptos::prelude::*;

use crate::brand_mark::brand_mark;

/// A card in the middle of the page, under the firm's name.
#[component]
pub fn AuthShell(
    #[prop(into)] firm: String,
    /// The picture beside the firm's name.
    #[prop(default = crate::MARK.to_owned(), into)]
    logo: String,
    /// Wider, for lists such as the account chooser.
    #[prop(optional)]
    wide: bool,
    /// The language menu: a `Menu` with `icon="globe"` and the language's own name.
    #[prop(optional, into)]
    language: Option<ViewFnOnce>,
    /// Help and legal links below the card.
    #[prop(optional, into)]
    footer: Option<ViewFnOnce>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="auth">
            <main class=if wide { "auth-main auth-wide" } else { "auth-main" } id="main">
                <div class="auth-brand">
                    {brand_mark(logo, "36")}
                    <span class="brand-name" dir="auto">{firm}</span>
                    {language.map(|language| view! { <div class="auth-language">{language.run()}</div> })}
                </div>
                <div class="auth-card">{children()}</div>
            </main>
            {footer.map(|footer| view! { <footer class="auth-footer">{footer.run()}</footer> })}
        </div>
    }
    .into_any()
}
