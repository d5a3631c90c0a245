//! The states of access to narrow the list to: links, so that they work without JavaScript and stand in the address.

use crate::accounts::list::Accounts;
use access::access_state::{AccessState, access_word};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;

/// All, and each state; the chosen one is marked.
#[component]
pub(super) fn AccessFilter(search: String, chosen: Option<AccessState>) -> impl IntoView {
    let states = std::iter::once(None).chain(AccessState::ALL.map(Some));
    let links = states
        .map(|state| {
            let href = Accounts::current(&search, state).href(paths::ACCOUNTS);
            let text = state.map_or_else(|| t!("accounts.list.any_access"), access_word);
            let current = (state == chosen).then_some("true");
            view! { <a class="filter-link" href=href aria-current=current>{text}</a> }
        })
        .collect_view();
    view! { <nav class="filter-links" aria-label=t!("accounts.list.filter")>{links}</nav> }.into_any()
}
