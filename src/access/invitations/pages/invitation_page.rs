//! `/invite`: opening it changes nothing (SEC-16); every state says what is and what now (INV-5, MSG-4).

use super::activate_form::ActivateForm;
use super::used::Used;
use crate::invitations::{InvitationView, invitation};
use crate::links::{self, Closed, Expired, Newer, Opened};
use kernel::paths;
use leptos::prelude::*;

/// What the link is good for.
#[component]
pub fn InvitationPage() -> impl IntoView {
    links::page(invitation, face, paths::INVITATION, None)
}

fn face(opened: Opened<InvitationView>) -> AnyView {
    let link = opened.name;
    match opened.view {
        InvitationView::Open { inviter, accounts, email, name, until, locale, takes_over } => {
            let person = (email, name);
            view! {
                <ActivateForm
                    link=link
                    inviter=inviter
                    accounts=accounts
                    person=person
                    until=until
                    locale=locale
                    takes_over=takes_over
                />
            }
            .into_any()
        }
        InvitationView::Expired { ended, masked } => {
            view! { <Expired again=paths::INVITATION_AGAIN link=link ended=ended masked=masked/> }.into_any()
        }
        InvitationView::Newer { masked } => {
            view! { <Newer again=paths::INVITATION_AGAIN link=link masked=masked/> }.into_any()
        }
        InvitationView::Used => view! { <Used/> }.into_any(),
        InvitationView::Closed => view! { <Closed/> }.into_any(),
    }
}
