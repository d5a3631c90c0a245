//! Linking a contact that is known already: search, choose, say what they are to the account.

use crate::contacts::list::Contacts;
use crate::contacts::model::ContactRow;
use crate::contacts::rules::{LONGEST_ROLE, MOST_HITS};
use crate::contacts::server_fns::contact_list;
use crate::parts::{FormProblem, fault, field_id, typed};
use crate::wording;
use i18n::t;
use kernel::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use lists::Wanted;
use ui::{Button, Card, EmptyState, Field, SearchField, Skeleton};

/// A search among the contacts one may see; each hit is a small form.
#[component]
pub(super) fn LinkKnown(code: String) -> impl IntoView {
    let query = use_query_map();
    let search = Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default()));
    let found = ui::data(
        move || Wanted::<Contacts>::searching(&search.get()),
        |wanted| async move {
            if wanted.search().is_empty() { Ok(None) } else { contact_list(wanted).await.map(Some) }
        },
    );
    let page = paths::account_add_contact(&code);
    view! {
        <Card title=t!("contacts.link.title") subtitle=t!("contacts.link.text")>
            <div class="stack">
                <FormProblem form="link"/>
                <form method="get" action=page role="search" class="row">
                    <SearchField
                        id="contact-search"
                        label=t!("contacts.list.search")
                        placeholder=t!("contacts.list.search_hint")
                        value=search.get_untracked()
                    />
                    <Button icon="search">{t!("common.search")}</Button>
                </form>
                <Suspense fallback=|| view! { <Skeleton label=t!("common.loading") rows=2/> }>
                    {move || {
                        let code = code.clone();
                        Suspend::new(async move {
                            match found.await {
                                Ok(None) => ().into_any(),
                                Ok(Some(part)) if part.rows.is_empty() => {
                                    view! { <EmptyState icon="search" text=t!("contacts.list.no_match", search = search.get_untracked())/> }.into_any()
                                }
                                Ok(Some(part)) => {
                                    part.rows.into_iter().take(MOST_HITS).map(|row| view! { <Hit row=row code=code.clone() search=search.get_untracked()/> }).collect_view().into_any()
                                }
                                Err(error) => view! { <p>{wording::say(&error)}</p> }.into_any(),
                            }
                        })
                    }}
                </Suspense>
            </div>
        </Card>
    }
    .into_any()
}

#[component]
fn Hit(row: ContactRow, code: String, search: String) -> impl IntoView {
    let known = row.accounts.iter().any(|(account, _)| *account == code);
    let addresses = row.addresses.join(", ");
    let codes =
        row.accounts.iter().map(|(code, name)| format!("{name} ({code})")).collect::<Vec<_>>().join(", ");
    // The summary of what is wrong leads to the field of the one that was tried.
    let tried = typed("link", "contact", "") == row.id;
    let id = if tried { field_id("link", "role") } else { format!("role-{}", row.id) };
    let link = t!("contacts.link.submit", name = row.name);
    let act = if known {
        view! { <p class="lede">{t!("contacts.link.already")}</p> }.into_any()
    } else {
        view! {
            <form novalidate method="post" action=paths::account_link_contact(&code) class="row">
                <input type="hidden" name="contact" value=row.id.clone()/>
                <input type="hidden" name="q" value=search/>
                <Field
                    id=id
                    name="role"
                    label=t!("contacts.field.role")
                    optional=t!("common.optional")
                    value=if tried { typed("link", "role", "") } else { String::new() }
                    error=tried.then(|| fault("link", "role")).flatten()
                    maxlength=LONGEST_ROLE
                    user_text=true
                    autocomplete="off"
                />
                <Button icon="link">{link}</Button>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="stack" aria-label=row.name.clone()>
            <div>
                <strong dir="auto">{row.name.clone()}</strong>
                <div class="caption">{addresses}</div>
                <div class="caption" dir="auto">{codes}</div>
            </div>
            {act}
        </section>
    }
    .into_any()
}
