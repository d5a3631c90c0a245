//! `/portal`: no page of its own, only the way to one.

use access::gate::{VisitorCard, shell};
use access::switching::portal_destination;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::components::Redirect;

/// Into the account, or to the question which one.
#[component]
pub fn PortalIndex() -> impl IntoView {
    let visitor = shell().visitor;
    if !matches!(visitor, VisitorCard::SignedIn { .. }) {
        return view! { <Redirect path=paths::sign_in_then(paths::PORTAL)/> }.into_any();
    }
    let path = portal_destination(&visitor).unwrap_or_else(|| paths::SIGN_IN_CLOSED.to_owned());
    view! { <Redirect path=path/> }.into_any()
}
