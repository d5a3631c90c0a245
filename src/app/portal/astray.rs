//! A client at an address of the firm's people: told so within the portal's own frame, from where there is a way on.
//!
//! Drawn by the server and never woken: the staff's client is no client's business.

use super::PortalFrame;
use crate::begin::{begin, problem};
use access::frame::AuthProblem;
use access::gate::{GrantedAccount, Problem, VisitorCard, shell};
use kernel::AppError;
use leptos::prelude::*;
use leptos_router::components::Router;

/// See the module.
#[component]
pub(crate) fn Astray() -> impl IntoView {
    begin();
    view! {
        <Router>
            <ui::LiveRegions/>
            <Refusal/>
        </Router>
    }
}

#[component]
fn Refusal() -> impl IntoView {
    let error = problem().unwrap_or(AppError::NotAllowed);
    match last_used(&shell().visitor) {
        Some(account) => {
            view! { <PortalFrame account=account><Problem error=error/></PortalFrame> }.into_any()
        }
        None => view! { <AuthProblem error=error/> }.into_any(),
    }
}

fn last_used(visitor: &VisitorCard) -> Option<GrantedAccount> {
    let last = match visitor {
        VisitorCard::SignedIn { last_account, .. } => last_account.as_deref(),
        _ => None,
    };
    access::switching::preselected(visitor.accounts(), last).cloned()
}
