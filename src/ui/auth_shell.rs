//! The page around sign-in, invitations and everything else before the portal.

use leptos::prelude::*;

/// A card in the middle of the page, under the firm's name.
#[component]
pub fn AuthShell(
    #[prop(into)] firm: String,
    /// The address of the firm's logo; our columns, if it has none.
    #[prop(optional, into)]
    logo: Option<String>,
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
    let mark = logo.unwrap_or_else(|| "/favicon.svg".to_owned());
    view! {
        <div class="auth">
            <main class=if wide { "auth-main auth-wide" } else { "auth-main" } id="main">
                <div class="auth-brand">
                    <img class="brand-logo" src=mark alt="" width="36" height="36"/>
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
