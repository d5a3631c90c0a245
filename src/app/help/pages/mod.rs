//! The public pages of help, and the staff's.

mod client_help_page;
mod help_index_page;
mod help_topic_page;

pub use client_help_page::ClientHelpPage;
pub use help_index_page::HelpIndexPage;
pub use help_topic_page::HelpTopicPage;

use kernel::{Locale, paths};
use leptos_router::hooks::use_query_map;

/// The language that the page's own link asks for, kept by the links on it.
fn asked_language() -> Option<Locale> {
    use leptos::prelude::With;
    use_query_map().with(|query| query.get(paths::LANG)).and_then(|tag| Locale::from_tag(&tag))
}

/// The address of a topic, in the language that this page was asked for.
fn topic_href(slug: &str) -> String {
    match asked_language() {
        Some(locale) => paths::help_in(slug, locale),
        None => paths::help(slug),
    }
}

/// The list of topics, likewise.
fn index_href() -> String {
    match asked_language() {
        Some(locale) => format!("{}?{}={}", paths::HELP, paths::LANG, locale.tag()),
        None => paths::HELP.to_owned(),
    }
}
