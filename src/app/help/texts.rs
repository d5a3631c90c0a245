//! What to write to a client about each topic: a greeting, the answer, the link to the page, the firm's name.

use super::model::{HelpText, HelpTexts};
use super::topics::with_firm;
use access::gate::FirmCard;
use i18n::{Key, key, text_in, tl};
use kernel::{Locale, paths};
use platform::Cx;

/// The answer to each topic, by its name in the address.
static ANSWERS: [(&str, Key); 7] = [
    (paths::HELP_FIRST_STEPS, key("client_help.basics.copy")),
    (paths::HELP_CODE, key("client_help.code.copy")),
    (paths::HELP_LOST_MAILBOX, key("client_help.mailbox.copy")),
    (paths::HELP_CANNOT_SIGN_IN, key("client_help.cannot.copy")),
    (paths::HELP_SIGN_IN_PAGE, key("client_help.page.copy")),
    (paths::HELP_WRONG_ACCOUNT, key("client_help.account.copy")),
    (paths::HELP_SECURITY_WARNING, key("client_help.warning.copy")),
];

/// The texts in this language, or in the reader's when it is none of ours.
pub(super) fn all(cx: &Cx, lang: &str) -> HelpTexts {
    let locale = Locale::from_tag(lang).unwrap_or(cx.locale);
    let firm = FirmCard::of(&cx.firm);
    let texts = ANSWERS
        .iter()
        .map(|(topic, answer)| {
            let link = format!("{}{}", firm.origin, paths::help_in(topic, locale));
            let text = [
                tl!(locale, "client_help.copy.hello"),
                with_firm(text_in(locale, *answer), &firm),
                tl!(locale, "client_help.copy.more", link = link),
                tl!(locale, "client_help.copy.end", firm = firm.name),
            ]
            .join("\n\n");
            HelpText { topic: (*topic).to_owned(), text }
        })
        .collect();
    HelpTexts { lang: locale.tag().to_owned(), texts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::help::topics::TOPICS;

    #[test]
    fn every_topic_has_an_answer_and_each_text_is_whole() {
        let of = |slug: &str| ANSWERS.iter().find(|(topic, _)| *topic == slug);
        let firm = FirmCard { name: "Weber & Partner".to_owned(), ..FirmCard::default() };
        for topic in &TOPICS {
            let (_, answer) = of(topic.slug).unwrap_or_else(|| panic!("{} has none", topic.slug));
            for locale in Locale::ALL {
                assert!(!with_firm(text_in(locale, *answer), &firm).contains(['{', '}']), "{}", topic.slug);
            }
        }
    }
}
