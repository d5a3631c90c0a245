//! `/help/{topic}`: one trouble, step by step, with the firm's own addresses in it.

use super::help_index_page::Onward;
use super::{index_href, topic_href};
use crate::help::topics::{Topic, Way, find, with_firm};
use access::frame::{AuthFrame, AuthProblem};
use access::gate::shell;
use i18n::{t, text};
use kernel::{AppError, paths};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The topic of the address; a navigation may change it.
#[component]
pub fn HelpTopicPage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.read().get("topic").unwrap_or_default());
    move || match slug.with(|slug| find(slug)) {
        Some(topic) => view! { <Body topic=topic/> }.into_any(),
        None => view! { <AuthProblem error=AppError::NotFound/> }.into_any(),
    }
}

#[component]
fn Body(topic: &'static Topic) -> impl IntoView {
    let firm = shell().firm;
    let steps: Vec<_> =
        topic.steps.iter().map(|step| view! { <li>{with_firm(text(*step), &firm)}</li> }).collect();
    view! {
        <AuthFrame title=text(topic.title) wide=true>
            <p class="lede">{with_firm(text(topic.lead), &firm)}</p>
            <ol class="steps">{steps}</ol>
            {onward(topic.ways)}
            <p>{with_firm(&t!("help.still_stuck"), &firm)}</p>
            <a class="link" href=index_href()>{t!("help.all")}</a>
            <Onward/>
        </AuthFrame>
    }
    .into_any()
}

/// One way on is a line of its own, several are a list.
fn onward(ways: &[Way]) -> AnyView {
    match ways {
        [] => ().into_any(),
        [only] => view! { <p>{link(*only)}</p> }.into_any(),
        several => {
            let lines: Vec<_> = several.iter().map(|way| view! { <li>{link(*way)}</li> }).collect();
            view! { <ul class="prose">{lines}</ul> }.into_any()
        }
    }
}

fn link(way: Way) -> AnyView {
    let (href, label, external) = match way {
        Way::SignIn => (paths::SIGN_IN.to_owned(), t!("help.to_sign_in"), true),
        Way::NewPassword => (paths::FORGOT.to_owned(), t!("help.to_new_password"), true),
        Way::Topic(slug) => {
            let title = find(slug).map(|topic| text(topic.title).to_owned()).unwrap_or_default();
            (topic_href(slug), title, false)
        }
    };
    view! { <a class="link" href=href rel=external.then_some("external")>{label}</a> }.into_any()
}
