//! The topics in the order of their list. Each step is one thing to do.

use access::codes::{DIGITS, SIGN_IN};
use access::gate::{DEVICE_LIFE, FirmCard};
use access::mail_state::DELIVERY_TIME;
use access::password::{SELF_SERVICE_LIFE, STAFF_SENT_LIFE};
use i18n::{Key, fill, key};
use kernel::{Ts, paths};

/// Where a topic's page leads on to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    SignIn,
    NewPassword,
    /// Another topic.
    Topic(&'static str),
}

/// One page of help.
pub(super) struct Topic {
    /// In the address; never changes, for it stands in mails.
    pub slug: &'static str,
    pub icon: &'static str,
    pub title: Key,
    pub lead: Key,
    pub steps: &'static [Key],
    pub ways: &'static [Way],
    /// What the firm can do about it.
    pub firm: Key,
}

pub(super) static TOPICS: [Topic; 7] = [
    Topic {
        slug: paths::HELP_FIRST_STEPS,
        icon: "refresh-cw",
        title: key("help.basics.title"),
        lead: key("help.basics.lead"),
        steps: &[
            key("help.basics.step1"),
            key("help.basics.step2"),
            key("help.basics.step3"),
            key("help.basics.step4"),
            key("help.basics.step5"),
        ],
        ways: &[Way::SignIn],
        firm: key("client_help.basics.firm"),
    },
    Topic {
        slug: paths::HELP_CODE,
        icon: "mail",
        title: key("help.code.title"),
        lead: key("help.code.lead"),
        steps: &[
            key("help.code.step1"),
            key("help.code.step2"),
            key("help.code.step3"),
            key("help.code.step4"),
            key("help.code.step5"),
            key("help.code.step6"),
            key("help.code.step7"),
        ],
        ways: &[Way::SignIn],
        firm: key("client_help.code.firm"),
    },
    Topic {
        slug: paths::HELP_LOST_MAILBOX,
        icon: "at-sign",
        title: key("help.mailbox.title"),
        lead: key("help.mailbox.lead"),
        steps: &[
            key("help.mailbox.step1"),
            key("help.mailbox.step2"),
            key("help.mailbox.step3"),
            key("help.mailbox.step4"),
        ],
        ways: &[Way::Topic(paths::HELP_CODE)],
        firm: key("client_help.mailbox.firm"),
    },
    Topic {
        slug: paths::HELP_CANNOT_SIGN_IN,
        icon: "lock",
        title: key("help.cannot.title"),
        lead: key("help.cannot.lead"),
        steps: &[
            key("help.cannot.step1"),
            key("help.cannot.step2"),
            key("help.cannot.step3"),
            key("help.cannot.step4"),
            key("help.cannot.step5"),
            key("help.cannot.step6"),
        ],
        ways: &[Way::NewPassword, Way::Topic(paths::HELP_CODE), Way::Topic(paths::HELP_FIRST_STEPS)],
        firm: key("client_help.cannot.firm"),
    },
    Topic {
        slug: paths::HELP_SIGN_IN_PAGE,
        icon: "globe",
        title: key("help.page.title"),
        lead: key("help.page.lead"),
        steps: &[key("help.page.step1"), key("help.page.step2"), key("help.page.step3")],
        ways: &[Way::SignIn],
        firm: key("client_help.page.firm"),
    },
    Topic {
        slug: paths::HELP_WRONG_ACCOUNT,
        icon: "arrow-left-right",
        title: key("help.account.title"),
        lead: key("help.account.lead"),
        steps: &[
            key("help.account.step1"),
            key("help.account.step2"),
            key("help.account.step3"),
            key("help.account.step4"),
        ],
        ways: &[],
        firm: key("client_help.account.firm"),
    },
    Topic {
        slug: paths::HELP_SECURITY_WARNING,
        icon: "shield-check",
        title: key("help.warning.title"),
        lead: key("help.warning.lead"),
        steps: &[
            key("help.warning.step1"),
            key("help.warning.step2"),
            key("help.warning.step3"),
            key("help.warning.step4"),
        ],
        ways: &[Way::Topic(paths::HELP_SIGN_IN_PAGE)],
        firm: key("client_help.warning.firm"),
    },
];

/// The topic of this address. What was mailed about the app leads to what holds for codes by e-mail.
pub(super) fn find(slug: &str) -> Option<&'static Topic> {
    let slug = if slug == paths::HELP_LOST_APP { paths::HELP_LOST_MAILBOX } else { slug };
    TOPICS.iter().find(|topic| topic.slug == slug)
}

/// A text of the help with the firm's name, its sign-in address and how to reach it in their places, and so the numbers.
pub(super) fn with_firm(template: &str, firm: &FirmCard) -> String {
    let known: Vec<&str> = [&firm.phone, &firm.email].into_iter().flatten().map(String::as_str).collect();
    let contact = if known.is_empty() { firm.name.clone() } else { known.join(" · ") };
    let url = format!("{}{}", firm.origin, paths::SIGN_IN);
    let numbers = [
        ("digits", DIGITS as i64),
        ("code_minutes", SIGN_IN.life / Ts::MINUTE),
        ("mail_minutes", DELIVERY_TIME / Ts::MINUTE),
        ("reset_minutes", SELF_SERVICE_LIFE / Ts::MINUTE),
        ("reset_hours", STAFF_SENT_LIFE / Ts::HOUR),
        ("trust_days", DEVICE_LIFE / Ts::DAY),
    ]
    .map(|(place, number)| (place, number.to_string()));
    let mut values: Vec<(&str, &str)> =
        vec![("firm", &firm.name), ("url", &url), ("origin", &firm.origin), ("contact", &contact)];
    values.extend(numbers.iter().map(|(place, number)| (*place, number.as_str())));
    fill(template, &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use i18n::{Locale, text_in};

    fn firm(phone: Option<&str>) -> FirmCard {
        FirmCard {
            name: "Weber & Partner".to_owned(),
            phone: phone.map(str::to_owned),
            origin: "https://portal.weber.example".to_owned(),
            ..FirmCard::default()
        }
    }

    #[test]
    fn no_topic_leaves_a_place_empty_in_any_language() {
        for topic in &TOPICS {
            let texts = [topic.title, topic.lead, topic.firm];
            for key in texts.iter().chain(topic.steps) {
                for locale in Locale::ALL {
                    let filled = with_firm(text_in(locale, *key), &firm(Some("+49 30 555 0100")));
                    assert!(!filled.contains(['{', '}']), "{filled}");
                }
            }
            assert!(topic.steps.len() >= 3, "{} is no help", topic.slug);
        }
    }

    #[test]
    fn no_topic_speaks_of_an_app_that_gives_codes() {
        for topic in &TOPICS {
            let texts = [topic.title, topic.lead, topic.firm];
            for key in texts.iter().chain(topic.steps) {
                for (locale, app) in [
                    (Locale::En, "uthenticator"),
                    (Locale::De, "uthentifizierungs"),
                    (Locale::Ja, "認証アプリ"),
                ] {
                    assert!(
                        !text_in(locale, *key).contains(app),
                        "{}: {}",
                        topic.slug,
                        text_in(locale, *key)
                    );
                }
            }
        }
        assert_eq!(
            find("lost-app").map(|topic| topic.slug),
            Some("lost-mailbox"),
            "links in mails still lead somewhere"
        );
    }

    #[test]
    fn a_firm_without_phone_and_mail_is_named_instead() {
        assert_eq!(
            with_firm("{contact} at {url}", &firm(None)),
            "Weber & Partner at https://portal.weber.example/login"
        );
    }

    #[test]
    fn every_way_to_another_topic_leads_to_one() {
        for topic in &TOPICS {
            for way in topic.ways {
                if let Way::Topic(slug) = way {
                    assert!(find(slug).is_some() && slug != &topic.slug);
                }
            }
        }
    }
}
