//! An account in the address that is not this person's: it may be another's, or nobody's, and the two look the same
//! (SEC-44). The page names who is signed in, for that often is the answer (SW-8, check 6).

use access::gate::page_status;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, ErrorState, LinkButton, Look, Title};

/// The 404 of the portal.
#[component]
pub(super) fn MissingAccount(code: String, email: String) -> impl IntoView {
    page_status(404);
    view! {
        <Title text=t!("portal.missing_title")/>
        <ErrorState
            title=t!("portal.missing_title")
            text=t!("portal.missing", email = email, code = code)
            icon="lock"
            page=true
        >
            <LinkButton href=paths::PORTAL look=Look::Primary external=true>{t!("portal.missing_on")}</LinkButton>
            <form method="post" action=paths::SIGN_OUT>
                <Button look=Look::Ghost icon="log-out">{t!("common.sign_out")}</Button>
            </form>
        </ErrorState>
    }
    .into_any()
}
