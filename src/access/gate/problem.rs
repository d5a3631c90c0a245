//! A page in the place of one that cannot be shown, and the status it is sent with.

use crate::gate::{VisitorCard, shell};
use i18n::t;
use kernel::{AppError, paths};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use ui::{ErrorState, LinkButton, Look, Title};

/// Where a page leaves the status it should be sent with; provided by the server for each page.
#[derive(Clone, Default)]
pub struct StatusSlot(Arc<AtomicU16>);

impl StatusSlot {
    /// The status a page asked for, if it did.
    #[must_use]
    pub fn asked(&self) -> Option<u16> {
        Some(self.0.load(Ordering::SeqCst)).filter(|status| *status != 0)
    }
}

/// Sends this page with another status than 200. In the browser it means nothing.
pub fn page_status(status: u16) {
    if let Some(slot) = use_context::<StatusSlot>() {
        slot.0.store(status, Ordering::SeqCst);
    }
}

/// An error in place of what was asked for: what happened, in the person's words, and a way on.
#[component]
pub fn Problem(
    error: AppError,
    /// The page has a heading and a title of its own, and only a part of it is missing.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    page_status(error.status());
    let shell = shell();
    let firm = shell.firm.name.clone();
    let (title, text, incident) = match &error {
        AppError::NotFound => (t!("common.error.not_found_title"), not_found_text(&shell.visitor), None),
        AppError::NotAllowed => {
            // A client's own firm cannot give them a right that is for its people.
            let text = if shell.visitor.is_staff() {
                t!("common.error.not_allowed")
            } else {
                t!("common.error.not_allowed_client", firm = firm)
            };
            (t!("common.error.not_allowed_title"), text, None)
        }
        AppError::NotSignedIn => (t!("common.error.title"), t!("common.error.not_signed_in"), None),
        AppError::ProofNeeded => (t!("common.error.title"), t!("common.error.proof_needed"), None),
        AppError::TooMany(s) => {
            (t!("common.error.title"), t!("common.error.too_many", minutes = s.div_ceil(60)), None)
        }
        AppError::Busy => (t!("common.error.title"), t!("common.error.busy"), None),
        AppError::Away => (t!("common.error.title"), t!("common.error.no_database"), None),
        AppError::Offline => (t!("common.error.offline_title"), t!("common.error.offline"), None),
        AppError::Unreadable => (t!("common.error.title"), t!("common.error.unreadable"), None),
        AppError::Refused(said) => (t!("common.error.title"), said.text.clone(), None),
        AppError::Internal(id) => {
            (t!("common.error.title"), t!("common.error.internal", id = id), Some(id.clone()))
        }
        _ => (t!("common.error.title"), t!("common.error.bad_request"), None),
    };
    // Whom a client may ask; the firm's people are the firm.
    let (email, phone) = match shell.visitor.is_staff() {
        true => (None, None),
        false => (shell.firm.email.clone(), shell.firm.phone.clone()),
    };
    let mail = email.map(|email| (format!("mailto:{email}"), t!("common.error.contact_firm", firm = firm)));
    let phone = phone.map(|phone| {
        let href = kernel::phone::link(&phone);
        view! { <LinkButton href=href look=Look::Secondary external=true>{phone}</LinkButton> }
    });
    let (home, on) = match error {
        AppError::NotSignedIn => (paths::sign_in_then(&shell.here), t!("common.continue")),
        AppError::Offline | AppError::Unreadable => {
            (use_location().pathname.get_untracked(), t!("common.retry"))
        }
        _ => ("/".to_owned(), t!("common.back")),
    };
    let incident = incident.map(|id: String| format!("{} {id}", t!("common.error.incident")));
    view! {
        {(!within).then(|| view! { <Title text=title.clone()/> })}
        <ErrorState title=title text=text page=!within incident=incident.unwrap_or_default()>
            <LinkButton href=home external=true>{on}</LinkButton>
            {mail.map(|(href, label)| view! { <LinkButton href=href look=Look::Secondary external=true>{label}</LinkButton> })}
            {phone}
            <LinkButton href=paths::HELP look=Look::Ghost external=true>{t!("common.help")}</LinkButton>
        </ErrorState>
    }
    .into_any()
}

fn not_found_text(visitor: &VisitorCard) -> String {
    match visitor {
        VisitorCard::SignedIn { email, .. } => {
            format!(
                "{} {}",
                t!("common.error.not_found"),
                t!("common.error.not_found_signed_in", email = email)
            )
        }
        _ => t!("common.error.not_found"),
    }
}
