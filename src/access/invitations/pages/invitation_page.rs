//! `/invite/{token}`: opening it changes nothing (SEC-16); every state says what is and what now (INV-5, MSG-4).

use super::activate_form::ActivateForm;
use super::dead_ends::{Closed, Expired, Newer, Used};
use crate::frame::AuthProblem;
use crate::invitations::{InvitationView, invitation};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// What the link is good for. Whoever may be signed in in this browser plays no part in it.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let params = use_params_map();
    let token = Memo::new(move |_| params.read().get("token").unwrap_or_default());
    let found = ui::data(move || token.get(), invitation);
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match found.await {
                    Ok(state) => view! { <Face state=state token=token.get_untracked()/> }.into_any(),
                    Err(error) => view! { <AuthProblem error=error/> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Face(state: InvitationView, token: String) -> impl IntoView {
    match state {
        InvitationView::Open { inviter, accounts, email, name, until, takes_over } => {
            let person = (email, name);
            view! {
                <ActivateForm
                    token=token
                    inviter=inviter
                    accounts=accounts
                    person=person
                    until=until
                    takes_over=takes_over
                />
            }
            .into_any()
        }
        InvitationView::Expired { ended, masked } => {
            view! { <Expired token=token ended=ended masked=masked/> }.into_any()
        }
        InvitationView::Newer { masked } => view! { <Newer token=token masked=masked/> }.into_any(),
        InvitationView::Used => view! { <Used/> }.into_any(),
        InvitationView::Closed => view! { <Closed/> }.into_any(),
    }
}
