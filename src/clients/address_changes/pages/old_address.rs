//! What became of an old address, in words, and the question whether it is to go (ECHG-4); on the Info tab and on the
//! contact's page.

use crate::address_changes::model::{ChangeCard, Progress, Question};
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use ui::{Button, Look};

/// By what it is replaced, how far that is, and who began it when.
#[component]
pub(crate) fn ChangeWords(change: ChangeCard) -> impl IntoView {
    let (new, date) = (&change.new_email, &change.until.text);
    let state = match (change.progress, &change.question) {
        (Progress::Pending, _) => t!("address_changes.unlinked.pending", new = new, date = date),
        (Progress::Expired, _) => t!("address_changes.unlinked.expired", new = new, date = date),
        (Progress::Accepted, Some(_)) => t!("address_changes.unlinked.replaced", new = new, date = date),
        (Progress::Accepted, None) => t!("address_changes.unlinked.accepted", new = new, date = date),
    };
    view! {
        <div>{state}</div>
        <div class="caption">{t!("address_changes.unlinked.by", date = change.at.text, name = change.by)}</div>
    }
    .into_any()
}

/// "Remove anna@old.example?", with the day on which it happens by itself; without buttons for whoever may not answer.
#[component]
pub(crate) fn RemoveQuestion(
    email: String,
    question: Question,
    may: bool,
    /// The short id of the account whose Info tab this is; none on the contact's page.
    #[prop(optional, into)]
    account: String,
) -> impl IntoView {
    let day = t!("address_changes.question.day", date = question.day.text);
    if !may {
        return view! { <div class="caption">{day}</div> }.into_any();
    }
    let title = t!("address_changes.question.title", old = email);
    let (remove, keep) = (
        t!("address_changes.question.remove_name", old = email),
        t!("address_changes.question.keep_name", old = email),
    );
    view! {
        <form method="post" action=paths::contact_address_old(&question.contact, &question.address) class="stack">
            <div><strong class="wrap-anywhere">{title}</strong></div>
            <div class="caption">{day}</div>
            <input type="hidden" name="account" value=account/>
            <div class="row">
                <Button look=Look::Danger icon="trash-2" small=true name="answer" value="remove">{remove}</Button>
                <Button small=true name="answer" value="keep">{keep}</Button>
            </div>
        </form>
    }
    .into_any()
}
