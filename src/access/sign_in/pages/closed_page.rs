//! `/login/closed`: signed in or not, there is nothing left to enter (CRM-14).

use crate::frame::AuthFrame;
use crate::gate::{VisitorCard, shell};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Banner, Button, LinkButton, Look, Tone};

/// One sentence, and the way out.
#[component]
pub fn ClosedPage() -> impl IntoView {
    let shell = shell();
    let known: Vec<String> = [shell.firm.phone, shell.firm.email].into_iter().flatten().collect();
    let contact = if known.is_empty() { shell.firm.name } else { known.join(" · ") };
    let way_out = if matches!(shell.visitor, VisitorCard::SignedIn { .. }) {
        view! {
            <form method="post" action=paths::SIGN_OUT>
                <Button wide=true>{t!("common.sign_out")}</Button>
            </form>
        }
        .into_any()
    } else {
        view! { <LinkButton href=paths::SIGN_IN look=Look::Secondary wide=true>{t!("sign_in.title")}</LinkButton> }
            .into_any()
    };
    view! {
        <AuthFrame title=t!("sign_in.closed_title")>
            <Banner tone=Tone::Warning>{t!("sign_in.closed", contact = contact)}</Banner>
            {way_out}
        </AuthFrame>
    }
    .into_any()
}
