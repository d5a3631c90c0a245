//! One more address of a contact, added where its others stand.

use super::live_info::Info;
use crate::contacts::KnownIsFine;
use crate::parts::{FormProblem, fault, field_id, typed};
use access::gate::{outcome, shell};
use i18n::t;
use kernel::{Right, paths};
use leptos::prelude::*;
use ui::{Button, Field, Icon};

/// A form that opens in place, and stands open while something is wrong with what was typed.
#[component]
pub(super) fn AddAddress(contact: String) -> impl IntoView {
    if !shell().visitor.may(Right::ManageAccounts) {
        return ().into_any();
    }
    let form = format!("address-of-{contact}");
    let account = expect_context::<Info>().code();
    let open = outcome().is_for(&form);
    let action = paths::contact_addresses(&contact);
    view! {
        <details class="in-place" open=open>
            <summary><Icon name="plus"/>{t!("contacts.address.add")}</summary>
            <form novalidate method="post" action=action class="stack">
                <FormProblem form=form.clone()/>
                <input type="hidden" name="account" value=account/>
                <div class="row">
                    <Field
                        id=field_id(&form, "email")
                        name="email"
                        kind="email"
                        label=t!("contacts.address.new")
                        value=typed(&form, "email", "")
                        error=fault(&form, "email")
                        required=true
                        autocomplete="off"
                    />
                    <Button icon="mail-plus">{t!("contacts.address.add")}</Button>
                </div>
                <KnownIsFine form=form/>
            </form>
        </details>
    }
    .into_any()
}
