//! `/app/help/clients`: what the firm can do about each trouble, and what to write to the client (HELP-2).

use crate::help::model::HelpTexts;
use crate::help::server_fns::client_texts;
use crate::help::topics::{TOPICS, Topic, with_firm};
use access::gate::{Problem, shell};
use i18n::{t, text};
use kernel::{Locale, paths};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Card, CopyText, PageHeader, Skeleton, TabItem, Tabs, Title};

/// All topics on one page, the texts in the language of the tab.
#[component]
pub fn ClientHelpPage() -> impl IntoView {
    let query = use_query_map();
    let lang = Memo::new(move |_| query.with(|query| query.get(paths::LANG).unwrap_or_default()));
    let texts = ui::data(move || lang.get(), client_texts);
    view! {
        <Title text=t!("client_help.title")/>
        <PageHeader title=t!("client_help.title") subtitle=t!("client_help.subtitle")/>
        <Transition fallback=|| view! { <Skeleton label=t!("common.loading") rows=8/> }>
            {move || Suspend::new(async move {
                match texts.await {
                    Ok(texts) => view! { <Topics texts=texts/> }.into_any(),
                    Err(error) => view! { <Problem error=error/> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Topics(texts: HelpTexts) -> impl IntoView {
    let languages = Locale::ALL
        .map(|it| TabItem::new(paths::client_help_in(it), it.name(), it.tag() == texts.lang))
        .to_vec();
    let lang = texts.lang.clone();
    let cards = TOPICS
        .iter()
        .map(|topic| {
            let text = texts.texts.iter().find(|it| it.topic == topic.slug);
            card(topic, text.map(|it| it.text.clone()).unwrap_or_default(), lang.clone())
        })
        .collect_view();
    view! {
        <Tabs label=t!("client_help.language") items=languages/>
        <div class="stack">{cards}</div>
    }
    .into_any()
}

fn card(topic: &'static Topic, copy: String, lang: String) -> AnyView {
    view! {
        <Card title=text(topic.title)>
            <div class="stack">
                <p>{with_firm(text(topic.firm), &shell().firm)}</p>
                <CopyText
                    id=format!("copy-{}", topic.slug)
                    label=t!("client_help.text")
                    text=copy
                    lang=lang
                    copy=t!("client_help.copy_button")
                    copied=t!("client_help.copied")
                />
                <p>
                    <a class="link" href=paths::help(topic.slug) rel="external" target="_blank">
                        {t!("client_help.page_link")}
                    </a>
                </p>
            </div>
        </Card>
    }
    .into_any()
}
