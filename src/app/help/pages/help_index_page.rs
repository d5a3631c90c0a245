//! `/help`: what people are stuck at most often.

use super::topic_href;
use crate::help::topics::{TOPICS, Topic, with_firm};
use access::frame::AuthFrame;
use access::gate::{VisitorCard, shell};
use i18n::{t, text};
use kernel::paths;
use leptos::prelude::*;
use ui::{Icon, LinkButton};

/// The list of topics, and the way back.
#[component]
pub fn HelpIndexPage() -> impl IntoView {
    let topics = TOPICS.iter().map(line).collect_view();
    view! {
        <AuthFrame title=t!("help.title") wide=true>
            <p class="lede">{t!("help.lead")}</p>
            <ul class="stack">{topics}</ul>
            <Onward/>
        </AuthFrame>
    }
    .into_any()
}

fn line(topic: &'static Topic) -> AnyView {
    view! {
        <li class="row flex-nowrap items-start">
            <Icon name=topic.icon/>
            <div class="grow min-w-0">
                <a class="link" href=topic_href(topic.slug)>{text(topic.title)}</a>
                <div class="caption">{with_firm(text(topic.lead), &shell().firm)}</div>
            </div>
        </li>
    }
    .into_any()
}

/// To where one came from: the portal, the firm's side, or the sign-in. These have a language of their own, so the
/// browser loads them as a whole.
#[component]
pub(super) fn Onward() -> impl IntoView {
    let (href, label) = match shell().visitor {
        VisitorCard::SignedIn { accounts, .. } if !accounts.is_empty() => {
            (paths::PORTAL, t!("help.to_portal"))
        }
        VisitorCard::SignedIn { staff: Some(_), .. } => (paths::ACCOUNTS, t!("help.to_staff")),
        _ => (paths::SIGN_IN, t!("help.to_sign_in")),
    };
    view! { <LinkButton href=href external=true>{label}</LinkButton> }.into_any()
}
