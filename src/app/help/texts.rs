//! What to write to a client about each topic: a greeting, the answer, the link to the page, the firm's name.

use super::model::{HelpText, HelpTexts};
use super::topics::{TOPICS, with_firm};
use access::gate::FirmCard;
use i18n::{text_in, tl};
use kernel::{Locale, paths};
use platform::Cx;

/// The texts in this language, or in the reader's when it is none of ours.
pub(super) fn all(cx: &Cx, lang: &str) -> HelpTexts {
    let locale = Locale::from_tag(lang).unwrap_or(cx.locale);
    let firm = FirmCard::of(&cx.firm);
    let texts = TOPICS
        .iter()
        .map(|topic| {
            let link = format!("{}{}", firm.origin, paths::help_in(topic.slug, locale));
            let text = [
                tl!(locale, "client_help.copy.hello"),
                with_firm(text_in(locale, topic.copy), &firm),
                tl!(locale, "client_help.copy.more", link = link),
                tl!(locale, "client_help.copy.end", firm = firm.name),
            ]
            .join("\n\n");
            HelpText { topic: topic.slug.to_owned(), text }
        })
        .collect();
    HelpTexts { lang: locale.tag().to_owned(), texts }
}
