//! One radio card for each account, and the search among many.

use crate::gate::GrantedAccount;
use crate::switching::rules;
use i18n::t;
use leptos::prelude::*;
use ui::{Avatar, AvatarShape, Badge, RadioCard, SearchField, Tone, browser};

/// The kind in words.
#[must_use]
pub fn kind_text(kind: &str) -> String {
    match kind {
        "individual" => t!("switching.kind.individual"),
        "family" => t!("switching.kind.family"),
        "company" => t!("switching.kind.company"),
        _ => t!("switching.kind.other"),
    }
}

/// The id of an account's radio button.
#[must_use]
pub(super) fn card_id(prefix: &str, code: &str) -> String {
    format!("{prefix}-{code}")
}

/// The cards, of which `selected` is chosen. From eight accounts on, a search narrows them once the page is alive.
#[component]
pub(super) fn AccountCards(
    #[prop(into)] prefix: String,
    accounts: Vec<GrantedAccount>,
    #[prop(into)] selected: String,
    /// Marked as used last.
    last: Option<String>,
    /// What was typed into the search.
    typed: RwSignal<String>,
    /// The chosen one takes the focus when the page is loaded.
    focus: bool,
) -> impl IntoView {
    let all = accounts.clone();
    let nothing = move || !all.iter().any(|account| rules::matches(account, &typed.get()));
    let cards: Vec<_> = accounts
        .into_iter()
        .map(|account| {
            let chosen = account.code == selected;
            let is_last = last.as_deref() == Some(account.code.as_str());
            let id = card_id(&prefix, &account.code);
            view! { <AccountCard id=id account=account chosen=chosen last=is_last focus=focus && chosen typed=typed/> }
        })
        .collect();
    view! {
        <fieldset class="radio-cards">
            <legend class="sr-only">{t!("switching.legend")}</legend>
            {cards}
        </fieldset>
        <p class="lede" hidden=move || !nothing()>{t!("switching.no_match")}</p>
    }
    .into_any()
}

#[component]
fn AccountCard(
    id: String,
    account: GrantedAccount,
    chosen: bool,
    last: bool,
    focus: bool,
    typed: RwSignal<String>,
) -> impl IntoView {
    let company = matches!(account.kind.as_str(), "company" | "other");
    let shape = if company { AvatarShape::Company } else { AvatarShape::Person };
    let (code, name) = (account.code.clone(), account.name.clone());
    let detail = format!("{} · {}", kind_text(&account.kind), account.code);
    let lead = move || view! { <Avatar id=code name=name shape=shape/> };
    let trail = move || {
        last.then(|| view! { <Badge tone=Tone::Info icon="history">{t!("switching.last_used")}</Badge> })
    };
    let (value, title) = (account.code.clone(), account.name.clone());
    view! {
        <div hidden=move || !rules::matches(&account, &typed.get())>
            <RadioCard
                id=id
                name="account"
                value=value
                title=title
                detail=detail
                checked=chosen
                autofocus=focus
                lead=lead
                trail=trail
            />
        </div>
    }
    .into_any()
}

/// The search, for those with many accounts. It stands outside the form, so that Enter in it chooses nothing.
#[component]
pub(super) fn AccountSearch(
    #[prop(into)] id: String,
    count: usize,
    typed: RwSignal<String>,
) -> impl IntoView {
    let hydrated = browser::hydrated();
    (count >= rules::SEARCH_FROM)
        .then(|| {
            view! {
                <div hidden=move || !hydrated.get()>
                    <SearchField
                        id=id
                        label=t!("switching.search")
                        placeholder=t!("switching.search")
                        on_input=Callback::new(move |text: String| typed.set(text))
                    />
                </div>
            }
        })
        .into_any()
}
