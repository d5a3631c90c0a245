//! An account in the address that is not this person's: it may be another's, or nobody's, and the two look the same
//! (SEC-44). The page names who is signed in, for that often is the answer (SW-8, check 6).

use access::gate::{page_status, shell};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Button, ErrorState, LinkButton, Look, Title};

/// In the address of a page whose account was closed while it was open.
pub(super) const CLOSED: &str = "closed";

/// The 404 of the portal.
#[component]
pub(super) fn MissingAccount(code: String, email: String) -> impl IntoView {
    page_status(404);
    let closed = use_query_map().with_untracked(|query| query.get(CLOSED).is_some());
    let (title, text) = if closed {
        (t!("portal.closed_title"), t!("portal.closed_text", firm = shell().firm.name, code = code))
    } else {
        (t!("portal.missing_title"), t!("portal.missing", email = email, code = code))
    };
    view! {
        <Title text=title.clone()/>
        <ErrorState
            title=title
            text=text
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
